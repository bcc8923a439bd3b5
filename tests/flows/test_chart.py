"""The page a nurse or an auditor reads is written from the flow, and is current."""

from __future__ import annotations

from dataclasses import replace

from flows.chart import PAGE, flow_page
from flows.flow import Flow
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


def test_every_step_of_the_walk_is_an_arrow(flow: Flow) -> None:
    page = flow_page(flow)
    arrows = [line for line in page.splitlines() if "-->" in line]
    assert len(arrows) == len(walk(flow).steps)
    assert page.startswith("# ")


def test_a_changed_form_gives_another_page(flow: Flow) -> None:
    assert flow_page(replace(flow, rules=flow.rules[:-1])) != flow_page(flow)
