"""Every story here that is played keeps the rules for texts."""

from __future__ import annotations

import pytest

from tests.texts.reading import Texts
from tests.texts.rules import RULES
from tests.walks import FOLDERS, story

PLAYED = [name for name, folder in FOLDERS.items() if folder.parent.name == "story"]


@pytest.mark.parametrize("name", PLAYED)
@pytest.mark.parametrize("rule", RULES)
def test_a_story_keeps_the_rule(name: str, rule: str) -> None:
    found = RULES[rule](Texts(FOLDERS[name], story(name)), story(name))
    assert not found, "\n" + "\n".join(found)
