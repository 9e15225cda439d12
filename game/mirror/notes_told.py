"""The notes of a run in plain sentences, all of them, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror.notebook import Answer, Bet, Judged, Looked, Note, Notebook, Undone
from game.mirror.reading import ARM_NAMES, number, quoted, seconds
from game.story.expressions import Facts
from game.story.model import Story

NO_NOTES = "No notes are kept of this run."
NONE_YET = "Nothing is noted so far."
WHERE = "They stand in this file, one to a line:"
ONLY_NOW = "They are kept as long as the game is open."


def told(story: Story, facts: Facts, notebook: Notebook, stakes: bool = True) -> tuple[str, ...]:
    """A sentence for each note. `stakes`: also whether points were at stake. What the story does
    not know any more is called by its id."""
    reader = _Reader(story, facts, stakes)
    return tuple(reader.sentence(note) for note in notebook.notes)


class _Reader:
    """Puts ids into the words that the player read."""

    def __init__(self, story: Story, facts: Facts, stakes: bool) -> None:
        self._story, self._facts, self._stakes = story, facts, stakes

    def sentence(self, note: Note) -> str:
        match note:
            case Answer():
                return self._answer(note)
            case Undone(scene):
                return f"You took a step back, to {self._scene(scene)}."
            case Looked(scene):
                return f"In {self._scene(scene)}, you opened the ledger."
            case Judged(statement, true):
                known = self._story.statements.get(statement)
                says = quoted(known.says if known is not None else statement)
                return f"You called this {'true' if true else 'not true'}: {says}."
        return _guess(note)

    def _answer(self, note: Answer) -> str:
        arm = ARM_NAMES.get(note.arm or "") if self._stakes else None
        where = f"In {self._scene(note.scene)}, " + (f"{arm}, " if arm else "")
        after = "" if note.ms is None else f" after {seconds(note.ms)}"
        rested = _listed(
            f"on {self._rested(note, option)} for {seconds(ms)}"
            for option, ms in note.rested.items()
        )
        before = f"; before that, you rested {rested}" if rested else ""
        return f"{where}you chose {self._option(note.scene, note.option)}{after}{before}."

    def _rested(self, note: Answer, option: str) -> str:
        return "what you chose" if option == note.option else self._option(note.scene, option)

    def _scene(self, id: str) -> str:
        """A pair's name, or what stands above the scene."""
        scene = self._story.scenes.get(id)
        if scene is None:
            return quoted(id)
        if scene.pair is not None:
            return quoted(scene.pair.name)
        own = scene.title.plain(self._facts) if scene.title is not None else ""
        return quoted(own or self._story.chapters[scene.chapter].title.plain(self._facts))

    def _option(self, scene: str, id: str) -> str:
        known = self._story.scenes.get(scene)
        choices = known.choices if known is not None else ()
        text = next((each.text.plain(self._facts) for each in choices if each.id == id), id)
        return quoted(text)


def _guess(bet: Bet) -> str:
    about = f"{number(bet.of)} {'pair' if bet.of == 1 else 'pairs'} of answers"
    if bet.changed is None:
        return f"You did not want to guess about {about}."
    return f"You guessed that the score changed {number(bet.changed)} of {about}."


def _listed(parts: Iterator[str]) -> str:
    """Parts as one says them: one, two and three."""
    *most, last = [*parts] or [""]
    return f"{', '.join(most)} and {last}" if most else last
