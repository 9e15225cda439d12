"""Throws broken stories and wrong inputs at the game: it must answer, never fall."""
