"""What the ledger holds that its reader has not seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class News:
    """Counts entries. `fresh`: those that were made before the page that is shown, since the ledger
    was last opened. What the page itself has brought is stamped on it, and goes to the ledger with
    the next."""

    seen: int = 0
    filed: int = 0
    made: int = 0

    @property
    def fresh(self) -> int:
        return max(0, self.filed - self.seen)

    def read(self, entries: int) -> None:
        """All of these were seen, or are of no news: the ledger, or a run, was opened."""
        self.seen = self.filed = self.made = entries

    def turn(self, entries: int) -> None:
        """The next page is there, and so many entries have been made by now; fewer than before,
        if something was taken back."""
        self.filed, self.made = min(self.made, entries), entries
        self.seen = min(self.seen, entries)
