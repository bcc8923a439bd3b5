"""The command line: what the owner types, what comes back, and the exit code."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import commands, settings, showing
from bot import demo as trying
from bot.reading import page
from flows import chart, checks, flow
from flows.flow import Flow
from flows.model import Answer, How, Interval
from storage.database import one_process, open_database
from storage.inbox import Arrived

TRETINOIN = """
age = "22_or_older"
retinoid = "yes"
retinoid_product = "tretinoin 0.05%"
retinoid_last = 2026-11-02
"""
Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    for name in settings.NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def type_in(*words: str, given: str | bytes = "") -> Result:
        return runner.invoke(commands.main, list(words), input=given)

    return type_in


@pytest.fixture
def case(database_url: str, monkeypatch: pytest.MonkeyPatch, flow: Flow) -> str:
    """The case number of one stored intake."""
    with open_database(database_url).work(datetime(2026, 11, 3, 15, tzinfo=UTC)) as work:
        kept = work.intakes.begin(1, flow.fingerprint, "en")
        turn = work.transcript.turn(1, kept.id, "tapped", "Yes")
        work.transcript.add(turn, "bot", "When did you\nlast use it?", [["Today", "Yesterday"]])
        last = Answer(Interval.on(datetime(2026, 11, 2, tzinfo=UTC).date()), "monday", How.TYPED)
        intake = replace(kept.intake, state="isotretinoin", answers={"retinoid_last": last})
        work.intakes.save(kept, intake, turn, flow.screen(intake, datetime(2026, 11, 3, tzinfo=UTC).date()))
        work.commit()
    monkeypatch.setenv("DATABASE_URL", database_url)
    return kept.intake.case


@pytest.fixture
def troubled(case: str, database_url: str) -> str:
    """The case number of an intake with a question; beside it an Update that was given up and Letters that died."""
    with (
        closing(open_database(database_url)) as database,
        database.work(datetime(2026, 11, 3, 15, tzinfo=UTC)) as work,
    ):
        kept = work.intakes.find(case)
        assert kept is not None
        work.passed_on.put(kept.id, None, "parking", "where\nto park?\x1b[2J")
        work.inbox.ingest(700, [Arrived(5, 1, "{}")], 6)
        work.inbox.quarantine(1, "KeyError")
        for reason in ("BadRequest", ""):
            work.outbox.dead(work.outbox.put(1, None, "sendMessage", {"text": "hi"}), reason)
        work.commit()
    return case


def test_screen_prints_verdict_reasons_and_day(run: Run) -> None:
    printed = run("screen", "--answers", "-", "--today", "2026-11-03", given=TRETINOIN)
    assert printed.exit_code == 0
    assert "2026-11-08" in printed.output
    assert "retinoid_last" in printed.output


def test_screen_prints_json_for_other_programs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text(TRETINOIN)
    printed = run("screen", "--answers", "answers.toml", "--today", "2026-11-03", "--json")
    found = json.loads(printed.output)
    assert found["findings"][0]["rule"] == "retinoid"
    assert found["earliest"] == "2026-11-08"
    assert found["complete"] is False


def test_screen_takes_today_in_the_clinics_zone_when_no_day_is_given(run: Run) -> None:
    assert run("screen", "--answers", "-", given='retinoid = "no"').exit_code == 0


def test_screen_refuses_an_unknown_value_with_a_sentence_that_names_it(run: Run) -> None:
    printed = run("screen", "--answers", "-", given='retinoid = "perhaps"')
    assert printed.exit_code == 2
    assert "'perhaps'" in printed.output
    assert "Traceback" not in printed.output


def test_screen_takes_a_file_with_a_byte_order_mark(run: Run) -> None:
    assert run("screen", "--answers", "-", given='retinoid = "no"'.encode("utf-8-sig")).exit_code == 0


def test_screen_refuses_what_is_no_text_with_a_sentence(run: Run) -> None:
    printed = run("screen", "--answers", "-", given='retinoid_product = "crème"'.encode("latin-1"))
    assert printed.exit_code == 2
    assert len(printed.output.splitlines()) == 1
    assert "UTF-8" in printed.output


@pytest.mark.parametrize(("answers", "named"), [('reitnoid = "no"', "reitnoid"), ('retinoid = "perhaps"', "perhaps")])
def test_screen_in_a_process_of_its_own_says_one_sentence_on_standard_error(answers: str, named: str) -> None:
    command = [sys.executable, "-m", "bot", "screen", "--answers", "-"]
    ended = subprocess.run(command, input=answers, capture_output=True, text=True, cwd=commands.ROOT, check=False)
    assert ended.returncode == 2
    assert ended.stdout == ""
    (sentence,) = ended.stderr.splitlines()
    assert named in sentence


def test_an_error_that_is_no_refusal_is_not_passed_off_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(flow, "load", load)
    assert isinstance(run("check").exception, ZeroDivisionError)


def test_check_finds_the_flow_sound(run: Run) -> None:
    assert run("check").exit_code == 0


def test_check_refuses_a_broken_flow(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "problems", lambda flow: ["'sun_last' depends on 'pigment', which is asked after it"])
    printed = run("check")
    assert printed.exit_code == 1
    assert "'sun_last'" in printed.output


def test_chart_writes_the_page_of_the_flow(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    page = commands.ROOT / ".chart-of-a-test.md"
    monkeypatch.setattr(chart, "PAGE", page)
    try:
        assert run("chart").exit_code == 0
        assert page.read_text() == chart.flow_page(flow.load())
    finally:
        page.unlink()


def test_intakes_lists_case_state_verdict_day_and_age(run: Run, case: str) -> None:
    headings, line = run("intakes").output.splitlines()
    assert headings.split() == ["case", "state", "verdict", "earliest", "age"]
    assert line.split()[:3] == [case, "isotretinoin", "REVIEW"]


def test_transcript_shows_the_chat_the_answers_and_the_findings(run: Run, case: str) -> None:
    printed = run("transcript", case.lower()).output
    assert "client (tapped): Yes" in printed
    assert "[Today] [Yesterday]" in printed
    assert "retinoid_last: 'monday' (typed) -> Mon, Nov 2, 2026" in printed
    assert "Verdict: REVIEW" in printed


def test_transcript_of_an_unknown_case_says_how_to_find_the_known_ones(run: Run, case: str) -> None:
    printed = run("transcript", "NOSUCH")
    assert printed.exit_code == 2
    assert "NOSUCH" in printed.output


def test_intakes_without_tables_says_to_migrate(run: Run) -> None:
    printed = run("intakes")
    assert printed.exit_code == 2
    assert "migrate" in printed.output


def test_migrate_makes_the_tables(run: Run, tmp_path: Path) -> None:
    assert run("migrate").exit_code == 0
    assert (tmp_path / "intake.sqlite3").exists()
    assert run("intakes").exit_code == 0


def test_migrate_leaves_a_running_bots_tables_alone(run: Run, case: str, database_url: str) -> None:
    with one_process(database_url):
        printed = run("migrate")
    assert printed.exit_code == 2
    assert "Another process" in printed.output


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        (["intakes"], "intakes_table"),
        (["transcript", "CASE"], "transcript"),
        (["questions"], "questions_table"),
        (["trouble"], "trouble_table"),
    ],
)
def test_the_bot_may_write_while_the_owner_reads(
    words: list[str], shows: str, run: Run, troubled: str, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*_: object) -> Iterator[str]:
        yield "first"
        with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), timeout=0)) as bot:
            bot.execute("BEGIN IMMEDIATE")
        yield "last"

    monkeypatch.setattr(showing, shows, slowly)
    printed = run(*[troubled if word == "CASE" else word for word in words])
    assert printed.output.splitlines() == ["first", "last"]


def test_questions_lists_what_waits_for_a_person(run: Run, troubled: str) -> None:
    headings, line = run("questions").output.splitlines()
    assert headings.split() == ["case", "when", "topic", "words"]
    assert line.split() == [troubled, "2026-11-03", "09:00", "parking", "where", "to", "park?", "[2J"]


def test_trouble_lists_what_was_given_up_without_chat_and_words(run: Run, troubled: str) -> None:
    headings, update, letter = run("trouble").output.splitlines()
    assert headings.split() == ["what", "id", "when", "error"]
    assert update.split() == ["update", "1", "2026-11-03", "09:00", "KeyError"]
    assert letter.split() == ["letter", "(sendMessage)", "1", "2026-11-03", "09:00", "BadRequest"]


@pytest.mark.parametrize("command", ["questions", "trouble"])
def test_where_there_is_nothing_to_do_a_sentence_says_so(command: str, run: Run, case: str) -> None:
    (sentence,) = run(command).output.splitlines()
    assert sentence.endswith(".")


def test_run_without_a_token_names_the_setting(run: Run) -> None:
    printed = run("run")
    assert printed.exit_code == 2
    assert printed.output.startswith("BOT_TOKEN is missing")


def test_demo_serves_on_the_ports_that_were_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[int, int]] = []
    monkeypatch.setattr(trying, "demo", lambda *ports: served.append(ports))
    assert run("demo", "--port", "8123", "--console-port", "8124").exit_code == 0
    assert served == [(8123, 8124)]


def test_test_hands_its_arguments_to_the_test_runner(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    def call(words: list[str], cwd: Path) -> int:
        called.append(words[1:])
        return 3

    monkeypatch.setattr(subprocess, "call", call)
    assert run("test", "-k", "house", "--help").exit_code == 3
    assert called == [["-m", "pytest", "-k", "house", "--help"]]


# --- reading --------------------------------------------------------------------------------------


def rows_in(folder: Path, *texts: str) -> str:
    told = "".join(f"[[row]]\ntext = '{text}'\nwant = 'no'\n[[row]]\ntext = 'y{text}'\nwant = 'no'\n" for text in texts)
    (folder / "yes_no_en.toml").write_text(told + "[[row]]\ntext = 'qx'\nwant = 'no'\nheld = true\n", encoding="utf-8")
    return str(folder)


def test_reading_prints_the_score_and_lists_what_is_missed(run: Run, tmp_path: Path) -> None:
    rows = rows_in(tmp_path, "no")
    shown, listed = run("reading", "--rows", rows), run("reading", "--rows", rows, "--missed")
    assert (shown.exit_code, listed.exit_code) == (0, 0)
    assert [line.split()[:3] for line in shown.stdout.splitlines()[1:]] == [
        ["yes_no", "English", "2"],
        ["yes_no,", "held", "English"],
    ]
    (line,) = set(listed.stdout.splitlines()) - set(shown.stdout.splitlines())
    assert "'yno'" in line


def test_reading_fails_where_a_misreading_does_harm(run: Run, tmp_path: Path) -> None:
    (tmp_path / "yes_no_en.toml").write_text("[[row]]\ntext = 'no'\nwant = 'yes'\n", encoding="utf-8")
    assert run("reading", "--rows", str(tmp_path)).exit_code == 1


def test_reading_refuses_a_folder_without_rows_with_a_sentence(run: Run, tmp_path: Path) -> None:
    refused = run("reading", "--rows", str(tmp_path))
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "--rows" in refused.stderr


def test_reading_puts_its_figures_into_readme(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{page.BEGIN}{page.END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(page, "README", readme)
    assert run("reading", "--rows", rows_in(tmp_path, "no"), "--readme").exit_code == 0
    assert "| yes_no | English | 2 |" in readme.read_text(encoding="utf-8")
