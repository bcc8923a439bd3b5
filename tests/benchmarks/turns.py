"""What one Turn costs where nothing is stored, by tap and in typed words: `python3 -m tests.benchmarks.turns`."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import click

from bot.chat.connect import make_bot
from bot.chat.gateway import Gateway, Sent
from bot.chat.read import Arrival, read
from bot.chat.render import Message, Renderer
from bot.scribe import utc_now
from flows import machine
from flows.advance import advance
from flows.flow import Flow, load
from flows.model import Input, Intake, Step
from storage.outbox import Letter
from tests.benchmarks.answering import answering
from tests.bot import updates
from tests.flows.given import CASE, TAPS, TODAY
from tests.journeys.form import IN_WORDS

USES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "retinoid": "yes I do",
        "retinoid_product": "tretinoin 0.05% at night",
        "retinoid_last": "about a week ago",
        "exfoliant": "sometimes",
        "exfoliant_product": "a glycolic acid toner",
        "exfoliant_last": "last Tuesday",
        "pigment": "no. does it hurt?",
        "note": "I'm getting married in the spring and want my skin to look its best by then",
        "best_time": "mornings",
    },
    "es": {
        "retinoid": "sí, uso una crema",
        "retinoid_product": "tretinoína al 0.05% por la noche",
        "retinoid_last": "hace como una semana",
        "exfoliant": "a veces",
        "exfoliant_product": "un tónico con ácido glicólico",
        "exfoliant_last": "el martes pasado",
        "pigment": "no. ¿duele mucho?",
        "note": "me caso en la primavera y quiero que mi piel se vea bien para entonces",
        "best_time": "en la mañana",
    },
}
"""What a client with something to tell types, beside the harmless answers."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One Turn as it was taken: what came, what it meant to whom, and what was said in return."""

    raw: bytes
    before: Intake
    arrival: Arrival
    step: Step
    messages: list[Message]

    @property
    def given(self) -> Input:
        assert self.arrival.given is not None
        return self.arrival.given


@dataclass(slots=True)
class Walk:
    """One client's way through the whole form, every Turn of it kept."""

    flow: Flow
    language: str
    words: Mapping[str, str] = field(default_factory=dict)
    today: date = TODAY
    turns: list[Taken] = field(default_factory=list)
    buttons: dict[str, tuple[int, Message]] = field(default_factory=dict)

    @property
    def intake(self) -> Intake:
        return self.turns[-1].step.intake if self.turns else Intake(CASE, language=self.language)

    def go(self) -> Walk:
        """All the way to the receipt: in words where there are any for a question, else by tap."""
        self._take(updates.text("/start"))
        for _ in range(90):
            if self.intake.state == machine.FINISHED:
                return self
            self._answer()
        raise AssertionError(f"the walk ends at {self.intake.state!r}")

    def _answer(self) -> None:
        state, pending = self.intake.state, self.intake.pending
        usual = TAPS[state]
        if pending is not None:
            self._tap(next(choice for choice in ("confirm", "keep") if choice in self.buttons))
        elif state in self.words:
            self._take(updates.text(self.words[state]))
        elif state == "goals":
            for choice in ("pick_acne_scars", "done"):
                self._tap(f"{state}:{choice}")
        elif usual.startswith(":"):
            self._tap(f"{state}{usual}")
        elif usual in self.buttons:
            self._tap(usual)
        else:
            self._take(updates.text(usual))

    def _tap(self, choice: str) -> None:
        number, shown = self.buttons[choice]
        data = f"{self.intake.case}.{self.intake.round}.{choice}"
        update = updates.tap(data, message_id=number)
        update["callback_query"]["message"] |= {"text": shown.text, "reply_markup": shown.params["reply_markup"]}
        self._take(update)

    def _take(self, update: Mapping[str, Any]) -> None:
        raw, before = json.dumps(update).encode(), self.intake
        arrival = read(json.loads(raw))
        assert arrival.given is not None
        step = advance(self.flow, before, arrival.given, self.today)
        messages = rendered(self.flow, arrival, step)
        self.turns.append(Taken(raw, before, arrival, step, messages))
        self._show(messages)

    def _show(self, messages: Sequence[Message]) -> None:
        shown: dict[str, tuple[int, Message]] = {}
        for message in messages:
            markup = message.params.get("reply_markup")
            for row in markup.get("inline_keyboard", ()) if isinstance(markup, dict) else ():
                for button in row:
                    choice = button["callback_data"].split(".", 2)[2]
                    shown[choice] = (next(updates.numbers), message)
        self.buttons = shown


def rendered(flow: Flow, arrival: Arrival, step: Step) -> list[Message]:
    """The calls that carry out the step."""
    return Renderer(flow.words, updates.CLIENT, step.intake).messages(step.replies, arrival.callback_id)


def walks(flow: Flow) -> dict[str, list[Taken]]:
    """The Turns of each kind: a tap is never counted among the typed ones."""
    tapped = Walk(flow, "en").go().turns
    found = {"tapped": [turn for turn in tapped if turn.arrival.callback_id]}
    for language, harmless in IN_WORDS.items():
        words = {key: said for key, said in harmless.items() if isinstance(said, str)}
        several = (Walk(flow, language, words), Walk(flow, language, {**words, **USES[language]}))
        turns = [turn for walk in several for turn in walk.go().turns]
        found[f"typed, {language}"] = [turn for turn in turns if not turn.arrival.callback_id]
    return found


def stages(flow: Flow) -> dict[str, Callable[[Taken], object]]:
    """What is done with each Turn before it is stored, one after the other."""
    return {
        "read": lambda turn: read(json.loads(turn.raw)),
        "advance": lambda turn: advance(flow, turn.before, turn.given, TODAY),
        "screen": lambda turn: flow.screen(turn.step.intake, TODAY),
        "render": lambda turn: rendered(flow, turn.arrival, turn.step),
    }


def took(work: Callable[[Taken], object], turns: Sequence[Taken], times: int) -> float:
    """Microseconds of the processor for one Turn, the quickest of so many rounds."""
    return min(_round(work, turns) for _ in range(times)) * 1e6 / len(turns)


def _round(work: Callable[[Taken], object], turns: Sequence[Taken]) -> float:
    begin = time.thread_time()
    for turn in turns:
        work(turn)
    return time.thread_time() - begin


async def sending(letters: Sequence[Letter], times: int) -> float:
    """Microseconds of the processor for one Letter; whoever answers it works in a thread of its own."""
    with answering() as url:
        async with make_bot("700:stand-in", url) as bot:
            gateway = Gateway(bot)
            return min([await _sent(gateway, letters) for _ in range(times)]) * 1e6 / len(letters)


async def _sent(gateway: Gateway, letters: Sequence[Letter]) -> float:
    begin = time.thread_time()
    outcomes = [await gateway.send(letter) for letter in letters]
    took = time.thread_time() - begin
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    return took


def letters_of(turns: Sequence[Taken]) -> Iterator[Letter]:
    """The Letters that the Turns put into the outbox."""
    for turn in turns:
        for message in turn.messages:
            yield Letter(1, updates.CLIENT, message.method, message.params, message.file, 1, utc_now())


@click.command()
@click.option("--times", default=20, show_default=True, help="How often each walk is measured; the quickest counts.")
def main(times: int) -> None:
    """Print what a Turn costs by stage and by kind, in microseconds of the processor, and what of it is whose."""
    flow = load()
    kinds = walks(flow)
    told: dict[str, dict[str, float]] = {}
    for kind, turns in kinds.items():
        told[kind] = {name: took(work, turns, times) for name, work in stages(flow).items()}
    click.echo(f"{'microseconds a Turn':22}" + "".join(f"{kind:>18}" for kind in kinds))
    for name in stages(flow):
        click.echo(f"{name:22}" + "".join(_share(told[kind], name) for kind in kinds))
    click.echo(f"{'together':22}" + "".join(f"{sum(told[kind].values()):11.0f}       " for kind in kinds))
    tap = sum(told["tapped"].values())
    click.echo(f"{'times a tap':22}" + "".join(f"{sum(told[kind].values()) / tap:11.1f}       " for kind in kinds))
    for kind, turns in kinds.items():
        letters = list(letters_of(turns))
        each = asyncio.run(sending(letters, max(2, times // 5)))
        a_turn = len(letters) / len(turns)
        click.echo(f"sending, {kind}: {each:.0f} a Letter, {a_turn:.1f} Letters a Turn, {len(turns)} Turns")


def _share(told: Mapping[str, float], name: str) -> str:
    return f"{told[name]:11.0f} {told[name] / sum(told.values()):5.0%} "


if __name__ == "__main__":
    main()
