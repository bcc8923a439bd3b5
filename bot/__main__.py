"""The door of the program: makes sure that the parts are there, then hands over to the command line."""

import sys

from bot import bootstrap

if __name__ == "__main__":
    bootstrap.prepare(sys.argv[1:])
    from bot.commands import main

    main(prog_name="python3 -m bot")
