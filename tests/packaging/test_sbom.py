"""The list of parts is CycloneDX, the same each time, and the About page reads it."""

import json
from pathlib import Path

import pytest
from builder.parts import Part
from builder.source import Source

from desktop_app.diagnostics import components as program_parts
from desktop_app.diagnostics.components import SBOM


def write_sbom(parts: list[Part], source: Source, folder: Path) -> Path:
    """The builder's, with a library that takes long to load."""
    from builder import sbom

    return sbom.write_sbom(parts, source, folder)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path, "1.2.3", 1_700_000_000)


@pytest.fixture
def parts(tmp_path: Path) -> list[Part]:
    texts = [tmp_path / "one" / "LICENSE", tmp_path / "two" / "LICENSE"]
    for text in texts:
        text.parent.mkdir()
        text.write_text(f"words of {text.parent.name}")
    return [
        Part("Bhuktani", "1.2.3", "MIT", (texts[0],)),
        Part("example", "4.5", "LGPL-3.0-only OR GPL-2.0-only", tuple(texts), True),
        Part("runtime", "", "A licence of its own", (texts[1],)),
    ]


def test_the_same_parts_give_the_same_bytes(
    tmp_path: Path, source: Source, parts: list[Part]
) -> None:
    first = write_sbom(parts, source, tmp_path / "first")
    second = write_sbom(parts, source, tmp_path / "second")

    assert first.read_bytes() == second.read_bytes()


def test_it_names_each_part_with_version_licence_and_words(
    tmp_path: Path, source: Source, parts: list[Part]
) -> None:
    path = write_sbom(parts, source, tmp_path / "licences")

    plain = json.loads(path.read_text("utf-8"))
    assert plain["specVersion"] == "1.6"
    assert plain["metadata"]["component"]["name"] == "Bhuktani"
    assert [part["name"] for part in plain["components"]] == ["example", "runtime"]
    assert plain["components"][0]["purl"] == "pkg:pypi/example@4.5"
    files = [p["value"] for p in plain["components"][0]["properties"]]
    assert [(path.parent / file).read_text() for file in files] == ["words of one", "words of two"]
    assert path.name == SBOM


def test_the_about_page_reads_it(tmp_path: Path, source: Source, parts: list[Part]) -> None:
    folder = write_sbom(parts, source, tmp_path / "licences").parent

    found = program_parts.inventory(folder, program_parts.Component("Bhuktani"), ())

    assert found.is_whole
    assert [(part.name, part.version, part.licence) for part in found.parts] == [
        ("Bhuktani", "1.2.3", "MIT"),
        ("example", "4.5", "LGPL-3.0-only OR GPL-2.0-only"),
        ("runtime", "", "A licence of its own"),
    ]
    assert "words of two" in program_parts.licence_text(found.parts[1])
    assert program_parts.licence_text(found.parts[2]) == "words of two"


def test_a_text_that_parts_share_is_there_once(
    tmp_path: Path, source: Source, parts: list[Part]
) -> None:
    folder = write_sbom(parts, source, tmp_path / "licences").parent

    texts = [path for path in folder.rglob("*") if path.is_file() and path.name != SBOM]
    assert len(texts) == 2
