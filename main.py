"""The door: `python3 main.py` sees that the game can run here, then opens it.

This file alone must be readable by Pythons that are too old for the game.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (said here, before anything newer is read)
    sys.exit(
        "A Thousand to Begin With needs Python 3.11 or newer; this is Python {}.{}.\n"
        "Get a newer one from https://www.python.org/downloads/ and start the game with it, "
        "for example: python3.13 main.py".format(*sys.version_info)
    )

if __name__ == "__main__":
    try:
        from game.door import enter

        sys.exit(enter(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
