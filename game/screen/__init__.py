"""The window: the only folder that imports pygame. `game.screen.app.open_window` opens it."""

import os

# pygame greets whoever imports it, on the terminal that somebody may be reading.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
