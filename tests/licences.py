"""A folder of licences as the installed program has it, with a list of invented parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.diagnostics.components import SBOM

if TYPE_CHECKING:
    from pathlib import Path

_WARRANTY = (
    "THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, "
    "INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR "
    "PURPOSE AND NONINFRINGEMENT.\n"
)
_PARTS = (
    ("alembic", "1.17.2", "MIT"),
    ("certifi", "2026.1.4", "MPL-2.0"),
    ("PySide6_Essentials", "6.10.1", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"),
    ("Python", "3.11.9", "PSF-2.0"),
    ("a-part-with-a-name-that-needs-more-than-one-line-of-the-list", "1.0.0.post20260131", "ISC"),
    *((f"library-{number:02}", f"{number}.0", "BSD-3-Clause") for number in range(30)),
)


def write_licences(folder: Path) -> None:
    """The list, and two texts for each part."""
    components = []
    for name, version, licence in _PARTS:
        files = [f"{name}/LICENSE", f"{name}/NOTICE.txt"]
        (folder / name).mkdir(parents=True)
        for file in files:
            title = f"{file} of {name}\n\n"
            (folder / file).write_bytes((title + "\n".join([_WARRANTY] * 12)).encode())
        inner: dict[str, object] = {"license": {"id": licence}}
        if " OR " in licence:
            inner = {"expression": licence}
        properties = [{"name": "bhuktani:licence-file", "value": file} for file in files]
        components.append(
            {"name": name, "version": version, "licenses": [inner], "properties": properties}
        )
    (folder / "LICENSE").write_bytes(b"MIT License\n")
    properties = [{"name": "bhuktani:licence-file", "value": "LICENSE"}]
    itself = {"name": "Bhuktani", "version": __version__, "properties": properties}
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "metadata": {"component": {**itself, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": components,
    }
    (folder / SBOM).write_text(json.dumps(document), encoding="utf-8")
