"""The experiment: the same story with and without a score on the screen, for hosts who ask for it."""
