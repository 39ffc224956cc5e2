"""Settings of one run: what the command line says holds until the program ends, and is not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_app.core.settings import SaltedStore, Settings


class OverridingStore:
    """Another store, with some settings replaced while the program runs.

    A replaced setting is stored only when a person changes it to something else.
    """

    def __init__(self, store: SaltedStore, **overrides: Any) -> None:
        self._store = store
        self._overrides = {name: value for name, value in overrides.items() if value is not None}
        self._stored = Settings()

    def load(self) -> Settings:
        """The stored settings with the replaced ones."""
        self._stored = self._store.load()
        return replace(self._stored, **self._overrides)

    def save(self, settings: Settings) -> None:
        """Store what a person set."""
        kept = {
            name: getattr(self._stored, name)
            for name, value in self._overrides.items()
            if getattr(settings, name) == value
        }
        stored = replace(settings, **kept)
        self._store.save(stored)
        self._stored = stored

    def salt(self) -> str:
        """This computer's salt."""
        return self._store.salt()
