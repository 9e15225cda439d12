"""The experiment: the same story with the score shown and hidden, for hosts who ask for it."""
