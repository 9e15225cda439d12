"""What a standing is worth: its tier, and which gates it opens."""

from __future__ import annotations

from game.story.systems import Gate, System


def tier_of(system: System, standing: int) -> str:
    """The best tier that the standing reaches, else the lowest; "" where there are none."""
    for name, lowest in system.tiers:
        if standing >= lowest:
            return name
    return system.tiers[-1][0] if system.tiers else ""


def points_needed(gate: Gate, system: System) -> int | None:
    """The least points that open the gate, by number or by tier; None: it asks for none."""
    if gate.tier is not None:
        return dict(system.tiers)[gate.tier]
    return gate.needs


def opens(gate: Gate, system: System, standing: int) -> bool:
    """Whether the gate stands open at this standing (on a list: 0 off, 1 on)."""
    if gate.listed is not None and (standing > 0) != gate.listed:
        return False
    needed = points_needed(gate, system)
    return needed is None or standing >= needed
