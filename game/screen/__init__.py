"""The window: the only folder that imports pygame. `game.screen.app.open_window` opens it."""
