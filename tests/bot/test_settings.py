"""The settings: where they come from, what is refused, and that no refusal shows a value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.members import Member, Role
from bot.settings import NAMES, Settings, SettingsError, load

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456789:" + "A-b_0" * 7
PLANTED = "PLANTED-hunter2"


@pytest.fixture(autouse=True)
def clean_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def dotenv(text: str) -> None:
    Path(".env").write_text(text, encoding="utf-8")


def refusal() -> str:
    with pytest.raises(SettingsError) as refused:
        load().token()
    return str(refused.value)


def test_a_bare_machine_gets_the_defaults() -> None:
    assert load() == Settings()
    assert load().bot_api_url == "https://api.telegram.org"
    assert load().database_url == "sqlite:///intake.sqlite3"


def test_dotenv_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv(f"# mine\n\nexport BOT_TOKEN={TOKEN}\nSTAFF_CHAT_ID='-1001234567890' # the team\nLOG_LEVEL=debug\n")
    settings = load()
    assert (settings.token(), settings.staff_chats, settings.log_level) == (TOKEN, (-1001234567890,), "DEBUG")


def test_dotenv_as_windows_editors_save_it_is_read() -> None:
    Path(".env").write_bytes(b"\xef\xbb\xbf" + f"BOT_TOKEN={TOKEN}\r\n".encode())
    assert load().token() == TOKEN


def test_the_real_environment_wins_over_dotenv(monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv("DATABASE_URL=sqlite:///from-the-file.sqlite3\nLOG_LEVEL=ERROR\n")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///from-the-machine.sqlite3")
    assert load().database_url == "sqlite:///from-the-machine.sqlite3"
    assert load().log_level == "ERROR"


def test_empty_values_count_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv("STAFF_CHAT_ID=\nDATABASE_URL=sqlite:///kept.sqlite3\nBOT_TOKEN=\n")
    monkeypatch.setenv("DATABASE_URL", "")
    assert load() == Settings(database_url="sqlite:///kept.sqlite3")


def test_other_variables_of_the_machine_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_SOMETHING", "else")
    assert load() == Settings()


def test_an_unknown_name_in_dotenv_is_refused_by_name() -> None:
    dotenv(f"BOT_TOKN={PLANTED}\n")
    assert "BOT_TOKN" in refusal()
    assert PLANTED not in refusal()


def test_a_line_that_sets_nothing_is_refused_by_its_number() -> None:
    dotenv(f"LOG_LEVEL=INFO\nBOT TOKEN {PLANTED}\n")
    assert "Line 2" in refusal()
    assert PLANTED not in refusal()


def test_a_dotenv_that_is_not_text_is_refused() -> None:
    Path(".env").write_bytes(b"BOT_TOKEN=\xff\xfe\n")
    assert ".env" in refusal()


def test_a_missing_token_is_named_only_when_it_is_needed() -> None:
    assert load().bot_token is None
    assert re.match("BOT_TOKEN is missing", refusal())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", PLANTED),
        ("BOT_TOKEN", f"YOUR_TOKEN{PLANTED}"),
        ("BOT_TOKEN", f"“{TOKEN}”{PLANTED}"),
        ("BOT_TOKEN", f"12345678:{PLANTED} and more"),
        ("BOT_TOKEN", f"1:{PLANTED}"),
        ("BOT_API_URL", f"https://{PLANTED}:pass@api.example"),
        ("BOT_API_URL", f"http://{PLANTED}.example.org"),
        ("BOT_API_URL", f"ftp://{PLANTED}"),
        ("BOT_API_URL", f"https://{PLANTED}:port"),
        ("BOT_API_URL", f"https://{PLANTED}:0"),
        ("BOT_API_URL", f"https://{PLANTED}/?q=1"),
        ("BOT_API_URL", PLANTED),
        ("BOT_API_URL", "https://"),
        ("DATABASE_URL", f"mysql://{PLANTED}"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("STAFF_CHAT_ID", PLANTED),
        ("STAFF_CHAT_ID", "1.5"),
        ("STAFF_CHAT_ID", str(2**63)),
        ("STAFF_CHAT_ID", f"-1001234567890, {PLANTED}"),
        ("STAFF_CHAT_ID", "1,"),
        ("REVIEWERS", PLANTED),
        ("REVIEWERS", f"111{PLANTED}"),
        ("REVIEWERS", "-100123 the group"),
        ("REVIEWERS", "0 Nobody"),
        ("REVIEWERS", f"{2**63} {PLANTED}"),
        ("REVIEWERS", "١١١ Courtney"),
        ("ADMINS", f"333 Dana, 333 {PLANTED}"),
        ("ADMINS", f"333 {PLANTED}\x1b[2J"),
        ("ADMINS", f"333 {PLANTED * 9}"),
        ("CONSOLE_URL", f"http://{PLANTED}.example.org"),
        ("CONSOLE_URL", "http://8.8.8.8:8081"),
        ("CONSOLE_URL", f"https://example.org/{PLANTED}"),
        ("CONSOLE_URL", f"https://{PLANTED}@example.org"),
        ("CONSOLE_URL", f"https://example.org?{PLANTED}"),
        ("CONSOLE_URL", "https://exämple.org"),
        ("CONSOLE_URL", PLANTED),
        ("CONSOLE_LISTEN", PLANTED),
        ("CONSOLE_LISTEN", "8081"),
        ("CONSOLE_LISTEN", "127.0.0.1"),
        ("CONSOLE_LISTEN", "127.0.0.1:0"),
        ("CONSOLE_LISTEN", "127.0.0.1:65536"),
        ("CONSOLE_LISTEN", "::1:8081"),
        ("CONSOLE_LISTEN", f"{PLANTED}.example.org:8081"),
        ("DATABASE_URL", f"postgresql://bot:{PLANTED}@db.example.org"),
        ("DATABASE_URL", f"postgresql://bot:{PLANTED}@db.example.org:0/intake"),
        ("WEBHOOK_URL", f"http://{PLANTED}.example.org/updates"),
        ("WEBHOOK_URL", PLANTED),
        ("WEBHOOK_LISTEN", "8082"),
        ("WEBHOOK_SECRET", f"{PLANTED} with blanks in it"),
        ("WEBHOOK_SECRET", "short"),
        ("WEBHOOK_SECRET_BEFORE", PLANTED * 20),
        ("WATCH_LISTEN", PLANTED),
        ("SENDS_PER_SECOND", "0"),
        ("SENDS_PER_SECOND", PLANTED),
        ("LOG_LEVEL", PLANTED),
    ],
)
def test_a_bad_value_is_refused_by_name_and_never_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    sentence = refusal()
    assert sentence.startswith(f"{name} is not ")
    assert sentence.endswith(".")
    assert PLANTED not in sentence


def test_a_refusal_carries_no_cause_that_would_show_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAFF_CHAT_ID", PLANTED)
    with pytest.raises(SettingsError) as refused:
        load()
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("url", ["http://127.0.0.1:8081", "http://localhost:8081/", "http://[::1]:8081"])
def test_a_short_token_is_taken_by_a_stand_in_on_this_machine(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("BOT_API_URL", url)
    monkeypatch.setenv("BOT_TOKEN", "1:test-token")
    assert load().token() == "1:test-token"
    assert load().bot_api_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url", ["http://telegram-bot-api:8081", "http://192.168.1.7:8081", "https://bots.example.org/api"]
)
def test_a_bot_api_server_of_ones_own_wants_a_real_token(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("BOT_API_URL", url)
    monkeypatch.setenv("BOT_TOKEN", "1:test-token")
    assert refusal().startswith("BOT_TOKEN is not")
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert load().token() == TOKEN


def test_staff_are_alerted_in_as_many_chats_as_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().staff_chats == ()
    monkeypatch.setenv("STAFF_CHAT_ID", "-1001234567890, 111,222")
    assert load().staff_chats == (-1001234567890, 111, 222)


def test_who_is_named_twice_is_an_admin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWERS", "111 Courtney, 222  Jackie O'Neil ,333 Dana the reviewer, 444,")
    monkeypatch.setenv("ADMINS", "333 Dana")
    assert load().staff == {
        111: Member(111, "Courtney", Role.REVIEWER),
        222: Member(222, "Jackie O'Neil", Role.REVIEWER),
        333: Member(333, "Dana", Role.ADMIN),
        444: Member(444, "444", Role.REVIEWER),
    }


def test_nobody_gets_in_unless_somebody_is_named() -> None:
    assert load().staff == {}


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("https://Intakes.Example.org/", "https://intakes.example.org"),
        ("https://intakes.example.org:443", "https://intakes.example.org"),
        ("https://intakes.example.org:8443", "https://intakes.example.org:8443"),
        ("http://192.168.1.7:80", "http://192.168.1.7"),
        ("http://reception:8081", "http://reception:8081"),
        ("http://[::1]:8081", "http://[::1]:8081"),
    ],
)
def test_the_consoles_address_is_as_browsers_name_it(monkeypatch: pytest.MonkeyPatch, given: str, taken: str) -> None:
    monkeypatch.setenv("CONSOLE_URL", given)
    assert load().console_url == taken


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("0.0.0.0:9000", ("0.0.0.0", 9000)),
        ("[::1]:8081", ("::1", 8081)),
        ("localhost:80", ("localhost", 80)),
    ],
)
def test_the_console_listens_where_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch, given: str, place: tuple[str, int]
) -> None:
    assert load().console_place == ("127.0.0.1", 8081)
    monkeypatch.setenv("CONSOLE_LISTEN", given)
    assert load().console_place == place


def test_a_database_on_a_server_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:secret@db.example.org:5433/intake")
    assert load().database_url == "postgresql://bot:secret@db.example.org:5433/intake"


def test_the_watch_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().watch_place == ("127.0.0.1", 8083)
    monkeypatch.setenv("WATCH_LISTEN", "off")
    assert load().watch_place is None


def test_two_secrets_are_good_while_they_are_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().webhook_secrets == ()
    monkeypatch.setenv("WEBHOOK_SECRET", "new" * 6)
    monkeypatch.setenv("WEBHOOK_SECRET_BEFORE", "old" * 6)
    assert load().webhook_secrets == ("new" * 6, "old" * 6)


def test_no_secret_shows_when_settings_are_printed() -> None:
    secrets = {
        "bot_token": TOKEN,
        "webhook_secret": PLANTED * 2,
        "webhook_secret_before": PLANTED * 2,
        "backup_key": PLANTED,
    }
    shown = repr(
        Settings.model_validate(
            {**secrets, "bot_token": TOKEN, "database_url": f"postgresql://bot:{PLANTED}@db/intake"}
        )
    )
    assert TOKEN not in shown
    assert PLANTED not in shown


def test_the_example_names_every_setting_with_a_comment_and_is_valid() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    pairs = re.findall(r"^# [^\n]+\.\n([A-Z_]+)=", example, flags=re.MULTILINE)
    assert pairs == list(NAMES)
    assert re.findall(r"^([^#\s=]+)", example, flags=re.MULTILINE) == pairs
    dotenv(example)
    assert load() == Settings()
