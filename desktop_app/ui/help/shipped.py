"""The parts that this program knows of: those of the list that is installed with it."""

from __future__ import annotations

from desktop_app import __version__
from desktop_app.diagnostics.components import Component, Inventory, inventory
from desktop_app.system.resources import resource


def shipped() -> Inventory:
    """The installed list; in a checkout what is in it. Reads files."""
    licence = resource().parent / "LICENSE"
    own = Component("Bhuktani", __version__, "MIT", (licence,))
    inside = (
        Component("Lucide", "", "ISC", (resource("icons", "LICENSE"),)),
        Component("Noto Sans", "", "OFL-1.1", (resource("fonts", "OFL.txt"),)),
        Component(
            "Noto Sans Devanagari", "", "OFL-1.1", (resource("fonts", "OFL-Devanagari.txt"),)
        ),
    )
    return inventory(resource("licences"), own, inside)
