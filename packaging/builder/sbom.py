"""Writes the parts of the program down: a CycloneDX list, and the words of all licences."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_DNS, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from packageurl import PackageURL

from builder.places import NAME
from builder.tools import BuildFailed
from desktop_app.diagnostics.components import LICENCE_FILE, SBOM

if TYPE_CHECKING:
    from pathlib import Path

    from builder.parts import Part
    from builder.source import Source


def write_sbom(parts: list[Part], source: Source, folder: Path) -> Path:
    """Write the list and the licences into a new folder; the list's path.

    The same source and parts give the same bytes.

    Raises:
        BuildFailed: the list is not what CycloneDX 1.6 demands.
    """
    folder.mkdir(parents=True)
    copied: dict[Path, str] = {}
    components = {part.name: _component(part, _copy(part, folder, copied)) for part in parts}
    own = components.pop(NAME)
    made_at = datetime.fromtimestamp(source.made_at, UTC)
    bom = Bom(
        serial_number=uuid5(NAMESPACE_DNS, f"{NAME} {source.version} {source.made_at}"),
        metadata=BomMetaData(component=own, timestamp=made_at),
        components=components.values(),
    )
    bom.register_dependency(own, components.values())
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    _demand_cyclonedx(text)
    path = folder / SBOM
    path.write_text(text + "\n", "utf-8", newline="\n")
    return path


def _demand_cyclonedx(text: str) -> None:
    from cyclonedx.validation.json import JsonStrictValidator

    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise BuildFailed(f"the list of parts is not CycloneDX: {fault}")


def _component(part: Part, texts: list[str]) -> Component:
    version = part.version or None
    purl = PackageURL("pypi", name=part.name, version=version) if part.is_python_package else None
    kind = ComponentType.APPLICATION if part.name == NAME else ComponentType.LIBRARY
    return Component(
        name=part.name,
        version=version,
        type=kind,
        bom_ref=f"{part.name}@{part.version}",
        licenses=[LicenseFactory().make_from_string(part.licence)],
        purl=purl,
        properties=[Property(name=LICENCE_FILE, value=name) for name in texts],
    )


def _copy(part: Part, folder: Path, copied: dict[Path, str]) -> list[str]:
    """Copy the licence's words into a folder of the part; their names below ``folder``.

    A text that several parts share, such as Python's, is there once.
    """
    names: list[str] = []
    for number, text in enumerate(part.texts, 1):
        if text not in copied:
            name = f"{part.name}/{text.name}"
            if name in copied.values():
                name = f"{part.name}/{number}-{text.name}"
            (folder / part.name).mkdir(exist_ok=True)
            shutil.copyfile(text, folder / name)
            copied[text] = name
        names.append(copied[text])
    return names
