"""The page a nurse or an auditor reads is written from the flow, and is current."""

from __future__ import annotations

from dataclasses import replace

from flows.chart import ON_THE_FORM, PAGE, flow_page
from flows.flow import Flow
from flows.telling import label
from flows.walk import walk


def test_the_page_is_current(flow: Flow) -> None:
    assert PAGE.read_text(encoding="utf-8") == flow_page(flow), "run `python3 -m bot chart`"


def test_every_question_rule_and_day_is_on_the_page_with_its_source(flow: Flow) -> None:
    lines = flow_page(flow).splitlines()
    for question in flow.by_key.values():
        assert any(f"| `{question.key}` |" in line and f" {question.source} |" in line for line in lines)
    for rule in flow.rules:
        assert any(f"| `{rule.key}` |" in line and rule.verdict.name in line and rule.source in line for line in lines)
    for key in flow.clinic.days:
        assert any(f"`days.{key}`" in line for line in lines)


def test_every_word_is_on_the_page_in_every_language_side_by_side(flow: Flow) -> None:
    lines = flow_page(flow).splitlines()
    said = [flow.words.by_code[code] for code in flow.words.languages]
    assert [language.code for language in said] == ["en", "es"]
    for question in flow.by_key.values():
        row = next(line for line in lines if line.startswith(f"| `{question.key}` |"))
        for language in said:
            asked = language.written[f"ask-{question.key}"].splitlines()
            assert all(part.partition("{")[0].strip() in row for part in asked)
            assert all(language.written[label(question, choice).key] in row for choice in question.choices)
    for key in said[0].gaps:
        if not key.startswith(ON_THE_FORM):
            row = next(line for line in lines if line.startswith(f"| `{key}` |"))
            assert all(" ".join(language.written[key].split()) in row for language in said)


def test_every_step_of_the_walk_is_an_arrow(flow: Flow) -> None:
    page = flow_page(flow)
    arrows = [line for line in page.splitlines() if "-->" in line]
    assert len(arrows) == len(walk(flow).steps)
    assert page.startswith("# ")


def test_a_changed_form_gives_another_page(flow: Flow) -> None:
    assert flow_page(replace(flow, rules=flow.rules[:-1])) != flow_page(flow)
