"""The door of the program: makes sure that its parts are there, then hands over to the command line."""

import sys

# Every Python must be able to read this file, so that an old one can be told so in a sentence.
if sys.version_info < (3, 11):
    sys.exit("This needs Python 3.11 or newer and runs on %d.%d: start it with a newer one." % sys.version_info[:2])
if sys.platform == "win32":
    sys.exit("This runs on Linux and macOS: on Windows start it inside WSL.")

from bot import bootstrap

if __name__ == "__main__":
    bootstrap.prepare(sys.argv[1:])
    from bot.commands import main

    main(prog_name="python3 -m bot")
