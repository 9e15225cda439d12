"""Any hands, anyhow, all at once: nothing breaks."""

from __future__ import annotations

import pygame
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.screen.settings import Settings
from tests.screen.every_page import EVERY_PAGE, driven

AWAY = {pygame.K_F11}
KEYS = [
    *(key for key in range(pygame.K_SPACE, pygame.K_z + 1) if key not in AWAY),
    *(pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_TAB, pygame.K_RETURN),
    *(pygame.K_ESCAPE, pygame.K_HOME, pygame.K_END, pygame.K_PAGEDOWN, pygame.K_BACKSPACE),
]
small = st.integers(0, 3)
part = st.floats(0, 1)
spot = st.tuples(st.integers(0, 1279), st.integers(0, 719))


def event(kind: int, **values: st.SearchStrategy[object]) -> st.SearchStrategy[pygame.Event]:
    return st.builds(lambda told: pygame.Event(kind, **told), st.fixed_dictionaries(values))


def finger(kind: int) -> st.SearchStrategy[pygame.Event]:
    return event(kind, touch_id=small, finger_id=small, x=part, y=part)


def pad(kind: int, **values: st.SearchStrategy[object]) -> st.SearchStrategy[pygame.Event]:
    return event(kind, instance_id=small, **values)


events = st.one_of(
    event(pygame.KEYDOWN, key=st.sampled_from(KEYS), mod=st.sampled_from([0, pygame.KMOD_LSHIFT])),
    event(pygame.KEYUP, key=st.sampled_from(KEYS), mod=st.just(0)),
    event(pygame.TEXTINPUT, text=st.text(max_size=3)),
    event(pygame.MOUSEMOTION, pos=spot, rel=spot),
    event(pygame.MOUSEBUTTONDOWN, pos=spot, button=small),
    event(pygame.MOUSEBUTTONUP, pos=spot, button=small),
    event(pygame.MOUSEWHEEL, x=st.just(0), y=st.integers(-3, 3)),
    finger(pygame.FINGERDOWN),
    finger(pygame.FINGERMOTION),
    finger(pygame.FINGERUP),
    pad(pygame.CONTROLLERBUTTONDOWN, button=st.integers(0, 25)),
    pad(pygame.CONTROLLERBUTTONUP, button=st.integers(0, 25)),
    pad(pygame.CONTROLLERAXISMOTION, axis=st.integers(0, 6), value=st.integers(-32768, 32767)),
    pad(pygame.JOYBUTTONDOWN, button=st.integers(0, 40)),
    pad(pygame.JOYHATMOTION, value=st.tuples(st.integers(-1, 1), st.integers(-1, 1))),
    pad(pygame.JOYAXISMOTION, axis=small, value=st.floats(-1, 1)),
    event(pygame.CONTROLLERDEVICEADDED, device_index=small),
    pad(pygame.CONTROLLERDEVICEREMOVED),
    event(pygame.WINDOWFOCUSLOST),
    event(pygame.WINDOWFOCUSGAINED),
)
pages = st.sampled_from(sorted(set(EVERY_PAGE) - {"errors", "trouble"}))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages, st.booleans(), st.lists(st.tuples(events, st.floats(0, 1)), max_size=25))
def test_no_storm_of_events_is_a_fault(
    page: str, cool_down: bool, storm: list[tuple[pygame.Event, float]]
) -> None:
    driver = driven(page, (1280, 720), Settings(reduced_motion=True, cool_down=cool_down))
    driver.window.once()
    for happened, then in storm:
        pygame.event.post(happened)
        driver.wait(then)
        if not driver.window.open:
            return
        assert not driver.faults and driver.name != "TroublePage"
        assert driver.page.focus is not None or driver.stage.settings.scanning != "off"
