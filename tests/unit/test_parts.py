"""The list of parts: what it says, and what is made of one that is broken or means harm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop_app.diagnostics.components import SBOM, Component, Inventory, inventory, licence_text

if TYPE_CHECKING:
    from pathlib import Path

OWN = Component("Bhuktani", "0.1.0", "MIT")
FONTS = Component("Noto Sans", "", "OFL-1.1")


def component(name: object, *files: object, **more: object) -> dict[str, object]:
    properties = [{"name": "bhuktani:licence-file", "value": file} for file in files]
    return {"type": "library", "name": name, "properties": properties, **more}


def read(folder: Path, *components: object, **more: object) -> Inventory:
    document = {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components, **more}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SBOM).write_text(json.dumps(document), encoding="utf-8")
    return inventory(folder, OWN, [FONTS])


def test_names_versions_and_licences(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        component("SQLAlchemy", version="2.0.44", licenses=[{"license": {"id": "MIT"}}]),
        component("odd", licenses=[{"license": {"name": "A licence"}}, {"license": {"id": "X"}}]),
        component("PySide6", version="6.10", licenses=[{"expression": "LGPL-3.0-only OR GPL"}]),
        component("none"),
    )
    assert found.is_whole
    assert found.sbom == tmp_path / SBOM
    assert found.parts == (
        OWN,
        Component("none"),
        Component("odd", "", "A licence AND X"),
        Component("PySide6", "6.10", "LGPL-3.0-only OR GPL"),
        Component("SQLAlchemy", "2.0.44", "MIT"),
    )


def test_texts_stand_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "qt").mkdir()
    (tmp_path / "qt" / "LGPL.txt").write_bytes(b"Lesser\n")
    (tmp_path / "qt" / "GPL.txt").write_bytes(b"General \xff\n")
    found = read(tmp_path, component("qt", "qt/LGPL.txt", "qt/GPL.txt", "qt/gone.txt"))
    text = licence_text(found.parts[1])
    assert text.index("LGPL.txt") < text.index("Lesser") < text.index("  GPL.txt")
    assert "General" in text
    one = read(tmp_path, component("qt", "qt/LGPL.txt"))
    assert licence_text(one.parts[1]) == "Lesser"
    assert licence_text(Component("none")) == ""


def test_the_list_may_name_the_program_itself(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("MIT it is", encoding="utf-8")
    itself = component("bhuktani", "LICENSE", version="0.1.0", licenses=[{"expression": "MIT"}])
    found = read(tmp_path, component("other"), metadata={"component": itself})
    assert [part.name for part in found.parts] == ["bhuktani", "other"]
    assert licence_text(found.parts[0]) == "MIT it is"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "a/../../secret.txt",
        "/etc/passwd",
        "link",
        "link/secret.txt",
        "\0",
        "",
        ".",
        7,
        None,
        ["a"],
    ],
)
def test_no_path_leaves_the_folder(tmp_path: Path, path: object) -> None:
    folder = tmp_path / "licences"
    (tmp_path / "secret.txt").write_text("secret")
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    found = read(folder, component("bad", path))
    assert found.parts[1] == Component("bad")
    assert licence_text(found.parts[1]) == ""


def test_what_cannot_be_understood_is_left_out(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        None,
        "text",
        {},
        component(7),
        component("\n\t"),
        component("a\nb\x1b[0m\u202e", version=["1"], licenses={"license": 7}),
        component("c", licenses=[None, {"license": []}, {"license": {"id": 7}}, {}]),
        {"name": "d", "properties": [None, {"name": "other", "value": "x"}, 7]},
        component("long " * 999),
    )
    assert [part.name for part in found.parts[:4]] == ["Bhuktani", "a b [0m", "c", "d"]
    assert all(len(part.name) <= 160 for part in found.parts)
    assert all(not part.licence and not part.files for part in found.parts[1:])


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"components": {}}', "[" * 100_000, b"\xff\xfe{"]
)
def test_a_broken_list_leaves_what_is_known_anyway(tmp_path: Path, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / SBOM).write_bytes(data)
    assert inventory(tmp_path, OWN, [FONTS]) == Inventory((OWN, FONTS), tmp_path / SBOM, False)


def test_no_list_at_all(tmp_path: Path) -> None:
    assert inventory(tmp_path / "gone", OWN, [FONTS]) == Inventory((OWN, FONTS), None, False)
