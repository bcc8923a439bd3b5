"""What is stored, in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from bot.commands.edge import Refusal, main, refusing, show, stored_work, today


@main.command()
@refusing
def intakes() -> None:
    """List the intakes: case, state, verdict, earliest day, age."""
    from bot import showing

    with stored_work() as work:
        listing = work.intakes.listing()
    show(showing.intakes_table(listing, datetime.now(UTC)))


@main.command()
@click.argument("case")
@refusing
def transcript(case: str) -> None:
    """Show one intake: the chat, the answers as said and as understood, the findings with rule and answer."""
    from bot import showing
    from flows import flow

    form = flow.load()
    with stored_work() as work:
        kept = work.intakes.find(case.strip().upper())
        if kept is None:
            raise Refusal(f"There is no case {case}: `intakes` lists those that are stored.")
        chat, history = work.transcript.of(kept.id), work.intakes.history(kept)
    show(showing.transcript(form, kept, chat, history, today(form.clinic.zone)))


@main.command()
@refusing
def questions() -> None:
    """List the clients' questions that wait for a person: case, when, topic, words."""
    from bot import showing
    from flows import flow

    zone = flow.load().clinic.zone
    with stored_work() as work:
        waiting, listing = work.passed_on.open(), work.intakes.listing()
    show(showing.questions_table(waiting, listing, zone) if waiting else ["No question waits for a person."])


@main.command()
@refusing
def trouble() -> None:
    """List what went wrong: updates that were given up, letters that never arrived."""
    from bot import showing
    from flows import flow

    zone = flow.load().clinic.zone
    with stored_work() as work:
        quarantined, lost = work.inbox.quarantined(), work.outbox.lost()
    found = bool(quarantined or lost)
    show(showing.trouble_table(quarantined, lost, zone) if found else ["Every update was taken, every letter sent."])
