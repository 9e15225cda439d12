"""A player with one device and no other: each looks at the page, and acts by its own events."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pygame

from game.screen.page import Page
from game.screen.screens.instrument import InstrumentPage
from tests.screen.drive import Driver


class Device(ABC):
    """Takes things on the page that is shown. `scanning`: what is set for it."""

    scanning = "off"

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @abstractmethod
    def take(self, key: str) -> None:
        """Brings the thing with this key into view, and takes it."""


class Mouse(Device):
    """A left button and a wheel."""

    def take(self, key: str) -> None:
        self.driver.click(key)


class Touch(Device):
    """One finger."""

    def take(self, key: str) -> None:
        self.driver.tap(key)


class Focused(Device):
    """Moves the focus on, and takes what has it: out of view, it is first scrolled there."""

    @abstractmethod
    def press(self, *, take: bool) -> None:
        """Takes what has the focus, or moves on to the next thing."""

    def _come_to(self, key: str) -> None:
        for _ in range(200):
            if self.driver.page.focus == key:
                break
            self.press(take=False)

    def take(self, key: str) -> None:
        self._come_to(key)
        assert self.driver.page.focus == key, f"{type(self).__name__} does not come to {key}"
        while not _in_view(self.driver.page, key):
            self.press(take=True)
        self.press(take=True)


class Keyboard(Focused):
    """Tab and Enter."""

    def press(self, *, take: bool) -> None:
        self.driver.key(pygame.K_RETURN if take else pygame.K_TAB)


class Gamepad(Focused):
    """The cross and A: down until the row is right, then along it."""

    def press(self, *, take: bool) -> None:
        buttons = pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_A
        self.driver.pad(buttons[take])

    def _come_to(self, key: str) -> None:
        drawn = isinstance(self.driver.page, InstrumentPage)
        for _ in range(200):
            places, focus = self.driver.page.rects(), self.driver.page.focus
            if focus == key:
                break
            along = focus is not None and places[focus].top == places[key].top
            left = focus is not None and places[focus].left > places[key].left
            if along and left and not drawn:
                self.driver.pad(pygame.CONTROLLER_BUTTON_DPAD_LEFT)
            elif drawn or along:
                self.driver.pad(pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
            else:
                self.press(take=False)


class OneSwitch(Device):
    """One key, and patience."""

    scanning = "one"

    def take(self, key: str) -> None:
        self._scroll_to(key)
        self._frame(key)
        self._press()

    def _scroll_to(self, key: str) -> None:
        """First all the way down, then up: the page, and then what is drawn beside it."""
        for button in ("scroll down", "scroll up", "scroll there down", "scroll there up"):
            while key not in self.driver.page.stops() and button in self.driver.page.stops():
                self._frame(button)
                self._press()
        assert key in self.driver.page.stops(), f"{key} is never within reach"

    def _frame(self, stop: str) -> None:
        for _ in range(2000):
            if self.driver.window.scanner.at == stop:
                self.driver.wait(0.3)
                return
            self.driver.wait(0.3)
        raise AssertionError(f"the frame never comes to {stop}")

    def _press(self) -> None:
        self.driver.key(pygame.K_SPACE)


class TwoSwitches(OneSwitch):
    """The two buttons of a mouse that cannot be moved."""

    scanning = "two"

    def _frame(self, stop: str) -> None:
        for _ in range(200):
            if self.driver.window.scanner.at == stop:
                return
            self._button(3)
        raise AssertionError(f"the frame never comes to {stop}")

    def _press(self) -> None:
        self._button(1)

    def _button(self, button: int) -> None:
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.Event(kind, pos=(3, 3), button=button))
        self.driver.window.once()


DEVICES = (Mouse, Touch, Keyboard, Gamepad, OneSwitch, TwoSwitches)


def _in_view(page: Page, key: str) -> bool:
    """Whether it is whole in view; what stands in the bar always is."""
    column = page.column
    return all(
        column.sees(number) for number, block in enumerate(column.blocks) if block.key == key
    )
