"""The parts that the program is made of, and their licences.

The installed program has a list of them in CycloneDX's format, with the texts beside it. It is read
as something that others may have changed: bounded, and never leaving its folder.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SBOM = "bhuktani.cdx.json"
LICENCE_FILE = "bhuktani:licence-file"
"""A property of a component: a file beside the list with words of its licence."""

_MAX_BYTES = 8_000_000
_MAX_PARTS = 2_000
_MAX_FILES = 20
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Component:
    """A component of the program. `licence` is empty where the list names none; `files` may not be
    there.
    """

    name: str
    version: str = ""
    licence: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """The components of the program, the program itself first.

    Attributes:
        parts: what is known of.
        sbom: the list's file; None where there is none, as in a checkout.
        is_whole: the list was there and could be read.
    """

    parts: tuple[Component, ...]
    sbom: Path | None
    is_whole: bool


def inventory(folder: Path, own: Component, otherwise: Iterable[Component]) -> Inventory:
    """Read the component list (SBOM) in this folder; use `otherwise` if it is missing or
    unreadable.
    """
    sbom = folder / SBOM
    if not sbom.is_file():
        return Inventory((own, *otherwise), None, False)
    try:
        listed = _listed(_read(sbom), folder)
    except (OSError, ValueError, RecursionError):
        return Inventory((own, *otherwise), sbom, False)
    same = [part for part in listed if part.name.casefold() == own.name.casefold()]
    others = [part for part in listed if part not in same]
    first = next((part for part in same if part.files), own)
    others.sort(key=lambda part: part.name.casefold())
    return Inventory((first, *others), sbom, True)


def licence_text(part: Component) -> str:
    """The texts of a part's licences, one after the other; empty if none can be read."""
    found = []
    for path in part.files:
        try:
            found.append((path.name, _read(path).decode("utf-8", "replace")))
        except OSError:
            continue
    if len(found) == 1:
        return found[0][1].strip("\n")
    return "\n\n".join(f"──  {name}  ──\n\n{text.strip(chr(10))}\n" for name, text in found)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MAX_BYTES)


def _listed(data: bytes, folder: Path) -> list[Component]:
    document = json.loads(data)
    if not isinstance(document, dict) or not isinstance(document.get("components"), list):
        raise ValueError("not a list of parts")
    metadata = document.get("metadata")
    itself = metadata.get("component") if isinstance(metadata, dict) else None
    entries = [itself, *document["components"][:_MAX_PARTS]]
    return [part for entry in entries if (part := _part(entry, folder)) is not None]


def _part(entry: object, folder: Path) -> Component | None:
    if not isinstance(entry, dict) or not (name := _words(entry.get("name"))):
        return None
    licences = (_licence(licence) for licence in _items(entry.get("licenses")))
    licence = " AND ".join(dict.fromkeys(words for words in licences if words))
    return Component(name, _words(entry.get("version")), licence, _files(entry, folder))


def _licence(entry: object) -> str:
    if not isinstance(entry, dict):
        return ""
    inner = entry.get("license")
    if isinstance(inner, dict):
        return _words(inner.get("id")) or _words(inner.get("name"))
    return _words(entry.get("expression"))


def _files(entry: dict[str, object], folder: Path) -> tuple[Path, ...]:
    found = []
    for item in _items(entry.get("properties")):
        if isinstance(item, dict) and item.get("name") == LICENCE_FILE:
            path = _inside(folder, item.get("value"))
            if path is not None and path not in found:
                found.append(path)
    return tuple(found[:_MAX_FILES])


def _inside(folder: Path, value: object) -> Path | None:
    """The file below the folder; None for whatever is elsewhere, links included."""
    # Windows takes a NUL for a sign like others until the file is opened.
    if not isinstance(value, str) or not value or "\0" in value:
        return None
    try:
        root = folder.resolve()
        path = (root / value).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return path if path != root and path.is_relative_to(root) else None


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _words(value: object) -> str:
    """A text on one line, without what cannot be seen."""
    if not isinstance(value, str):
        return ""
    shown = "".join(letter if letter.isprintable() else " " for letter in value[: 2 * _LONGEST])
    return " ".join(shown.split())[:_LONGEST]
