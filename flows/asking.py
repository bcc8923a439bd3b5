"""What the bot shows at each state: the question with its buttons, the review card, the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from flows import machine
from flows.explainer import PAGES
from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    Answer,
    Asking,
    Button,
    Filling,
    Intake,
    Interval,
    Keyboard,
    Kind,
    Pending,
    Phrase,
    ProductClass,
    Products,
    Question,
    Reply,
)
from flows.telling import answered, label, recorded

DATES = frozenset({Kind.PAST_DATE, Kind.FUTURE_DATE})
PICK, DROP = "pick", "drop"

Rows = tuple[tuple[Button, ...], ...]


def rows_of(buttons: Iterable[Button], wide: int) -> Rows:
    """The buttons in rows of at most `wide`."""
    row = tuple(buttons)
    return tuple(row[start : start + wide] for start in range(0, len(row), wide))


def button(key: str, choice: str, **fillings: Filling) -> Button:
    return Button(Phrase(key, fillings), choice)


def answer_button(question: Question, choice: str, shown: Phrase | None = None) -> Button:
    """A button that answers `question`; its choice names both, so an old one says what it was for."""
    return Button(shown or label(question, choice), f"{question.key}:{choice}")


# --- a question -----------------------------------------------------------------------------------


def ask(flow: Flow, intake: Intake, today: date, *before: Phrase) -> Reply:
    """The prompt of the state the intake is at, with `before` said first."""
    if intake.pending is not None:
        return _waiting_for_a_tap(intake.pending, today, before)
    if intake.state in flow.by_key:
        return _question(flow, flow.by_key[intake.state], intake, today, before)
    return _page(flow, intake, before)


def _question(flow: Flow, question: Question, intake: Intake, today: date, before: tuple[Phrase, ...]) -> Reply:
    if question.kind is Kind.PHONE:
        return Reply((*before, Phrase(f"ask-{question.key}")), keyboard=Keyboard.SHARE_CONTACT)
    rows = answer_rows(flow, question, intake, today)
    return Reply((*before, Phrase(f"ask-{question.key}", _fillings(flow, question))), buttons=rows)


def answer_rows(flow: Flow, question: Question, intake: Intake, today: date) -> Rows:
    """Every button under a question: its choices, then skip and back."""
    return (*_choice_rows(flow, question, intake, today), *_last_row(question))


def _fillings(flow: Flow, question: Question) -> dict[str, Filling]:
    if question.key != "consent":
        return {}
    clinic = flow.clinic
    return {"clinic": clinic.name, "unfinished": clinic.unfinished_days, "finished": clinic.finished_days}


def _choice_rows(flow: Flow, question: Question, intake: Intake, today: date) -> Rows:
    if question.kind in DATES:
        return _date_rows(flow, question, today)
    if question.kind is Kind.SEVERAL:
        return _several_rows(question, intake.picked)
    if question.kind is Kind.PRODUCT:
        return ((answer_button(question, NOT_SURE, Phrase("choice-no_name")),),)
    wide = 1 if question.kind is Kind.CHOICE else 3
    return rows_of((answer_button(question, choice) for choice in question.choices), wide)


def _several_rows(question: Question, picked: Sequence[str]) -> Rows:
    """One row a choice, ticked when picked, and "done" below."""
    ticks = ((_tick(question, choice, ticked=choice in picked),) for choice in question.choices)
    return (*ticks, (Button(Phrase("button-done"), f"{question.key}:done"),))


def _tick(question: Question, choice: str, *, ticked: bool) -> Button:
    """It says what it will do, not "the other way round": a second tap on the same button changes nothing."""
    shown = Phrase("ticked" if ticked else "unticked", {"label": label(question, choice)})
    return answer_button(question, f"{DROP if ticked else PICK}_{choice}", shown)


def _date_rows(flow: Flow, question: Question, today: date) -> Rows:
    first = tuple(answer_button(question, choice) for choice in question.choices)
    if question.days is None:
        return (first,)
    days = tuple(day_buttons(question, _days_back(today, flow.clinic.days[question.days].count)))
    before = today - timedelta(days=flow.clinic.days[question.days].count)
    return (*rows_of(days, 2), (before_button(question, before),), first)


def _days_back(today: date, count: int) -> Iterator[tuple[date, str]]:
    names = {0: "day-today", 1: "day-yesterday"}
    for back in range(count + 1):
        yield today - timedelta(days=back), names.get(back, "day-on")


def day_buttons(question: Question, days: Iterable[tuple[date, str]]) -> Iterator[Button]:
    """One button a day; the choice holds the date itself, so a tap after midnight still means that day."""
    for day, key in days:
        yield answer_button(question, f"on_{day.isoformat()}", Phrase(key, {"day": day}))


def before_button(question: Question, day: date) -> Button:
    return answer_button(question, f"before_{day.isoformat()}", Phrase("day-before", {"day": day}))


def _last_row(question: Question) -> Rows:
    if question.key == "consent":
        return ()
    skip = (answer_button(question, "skip"),) if question.skippable and question.kind is not Kind.FUTURE_DATE else ()
    return ((*skip, button("button-back", "back")),)


# --- a value that waits for a tap -----------------------------------------------------------------


def _waiting_for_a_tap(pending: Pending, today: date, before: tuple[Phrase, ...]) -> Reply:
    """What waits, with its ways on; a deletion is all that waits without an answer."""
    if pending.answer is None:
        rows: Rows = ((button("button-delete", "delete"),), (button("button-keep", "keep"),))
        return Reply((*before, Phrase("delete-sure")), buttons=rows)
    if pending.asking is Asking.NARROW:
        return _narrow(pending.question, pending.answer, today, before)
    rows = ((button("button-confirm", "confirm"), button("button-again", "again")),)
    if pending.asking is Asking.EDIT:
        rows = ((button("button-change_to_this", "confirm"),), (button("button-keep_old", "keep"),))
    return Reply((*before, _read_back(pending.asking, pending.question, pending.answer)), buttons=rows)


def _read_back(asking: Asking, question: str, answer: Answer) -> Phrase:
    if asking is Asking.EDIT:
        value = _found(answer.value) if isinstance(answer.value, Products) else (answered(question, answer),)
        return Phrase("confirm-edit", {"question": Phrase(f"short-{question}"), "value": value})
    if not isinstance(answer.value, Products):
        return Phrase("confirm-value", {"value": answered(question, answer)})
    if answer.value.classes() == {ProductClass.UNCLEAR}:
        return Phrase("confirm-unclear", {"said": answer.said})
    return Phrase("confirm-product", {"found": _found(answer.value)})


def _found(products: Products) -> tuple[Phrase, ...]:
    return tuple(
        Phrase("found", {"name": product.name, "class": Phrase(f"class-{product.counts_as}")})
        for product in products.found
    )


NARROWEST = 8


def _narrow(key: str, answer: Answer, today: date, before: tuple[Phrase, ...]) -> Reply:
    latest = answer.value.latest if isinstance(answer.value, Interval) else today
    earliest = answer.value.earliest if isinstance(answer.value, Interval) else None
    span = NARROWEST if earliest is None else min(NARROWEST, (latest - earliest).days + 1)
    days = [latest - timedelta(days=back) for back in range(span)]
    buttons = [button("day-on", f"{key}:on_{day.isoformat()}", day=day) for day in days]
    rows: Rows = rows_of(buttons, 2)
    if earliest is None or earliest < days[-1]:
        rows += ((button("day-before", f"{key}:before_{days[-1].isoformat()}", day=days[-1]),),)
    return Reply((*before, Phrase("narrow")), buttons=(*rows, (button("button-narrow_keep", "keep"),)))


# --- the pages ------------------------------------------------------------------------------------


def _page(flow: Flow, intake: Intake, before: tuple[Phrase, ...]) -> Reply:
    if intake.state == machine.REVIEW:
        return Reply((*before, _card(flow, intake)), buttons=_card_rows(flow, intake))
    if intake.state == machine.PLAN:
        rows: Rows = ((button("button-how", "next"),), (button("button-to_booking", "skip"),), _back_row())
        return Reply((*before, Phrase("plan-next")), buttons=rows)
    if intake.state in machine.EXPLAIN:
        return _form_page(machine.EXPLAIN.index(intake.state), before)
    return Reply((*before, Phrase(f"at-{intake.state}")), buttons=_after_ending(intake))


def _after_ending(intake: Intake) -> Rows:
    if intake.state == machine.FINISHED:
        return ((button("button-review", "review"),),)
    if intake.state == machine.STOPPED:
        return ((button("button-resume", "resume"),),)
    return ((button("button-start_over", "start_over"),),)


def _back_row() -> tuple[Button, ...]:
    return (button("button-back", "back"),)


def _form_page(page: int, before: tuple[Phrase, ...]) -> Reply:
    last = page + 1 == len(PAGES)
    onward = button("button-to_booking" if last else "button-next", "skip" if last else "next")
    leave = () if last else ((button("button-to_booking", "skip"),),)
    return Reply((*before, *_page_body(page)), buttons=((button("button-previous", "back"), onward), *leave))


def explainer(page: int, onto: int | None = None) -> Reply:
    """One page of how it works, opened from the menu: it leads back to where the client was."""
    turn = [button("button-previous", f"page_{page - 1}")] if page > 0 else []
    turn += [button("button-next", f"page_{page + 1}")] if page + 1 < len(PAGES) else []
    return Reply(_page_body(page), buttons=(tuple(turn), (button("button-to_form", "go_on"),)), onto=onto)


def _page_body(page: int) -> tuple[Phrase, ...]:
    return Phrase(f"page-{PAGES[page]}"), Phrase("page-number", {"page": page + 1, "pages": len(PAGES)})


def _card(flow: Flow, intake: Intake) -> Phrase:
    return Phrase("card", {"lines": recorded(intake, flow.by_key)})


def _card_rows(flow: Flow, intake: Intake) -> Rows:
    changes = [
        button("button-change", f"change_{question.key}", question=Phrase(f"short-{question.key}"))
        for question in flow.by_key.values()
        if question.key in intake.answers and question.key != "consent"
    ]
    return ((button("button-looks_right", "looks_right"),), *rows_of(changes, 2))
