"""Everything that a program does for the first time, done where lives are forked from: they die no less for it."""

from __future__ import annotations

from contextlib import closing

from flows.advance import advance
from storage.database import migrate, open_database
from tests.bot.room import Room
from tests.bot.updates import text
from tests.crash.child import the_flow, the_page
from tests.folders import quick_folder

SAID = ("/start", "I agree", "22 or older", "Pat", "acne scars", "/help", "/mydata", "/delete", "yes")


def rehearse() -> None:
    """Take a few Turns, in a database that goes away."""
    with quick_folder() as folder:
        url = f"sqlite:///{folder}/rehearsal.sqlite3"
        migrate(url)
        with closing(open_database(url)) as database:
            room = Room(the_flow(), database, advance=advance)
            room.receive(*(text(words) for words in SAID))
            room.letters()
    the_page()


# To be imported by the process that forks, and by nobody else.
rehearse()
