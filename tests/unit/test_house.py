"""The folders of the program are what the README says, and no module needs itself.

Which folder may know which is import-linter's part (``pyproject.toml``).
"""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = _ROOT / "desktop_app"
_DOCUMENTS = ("README.md", "CONTRIBUTING.md")
_LOOSE = {"__init__.py", "__main__.py", "app.py", "smoke.py", "data_folder.py"}
_ROOMS = {"core", "providers", "ui"}
"""Folders whose own folders the README names too."""
_MOST_LINES, _MOST_METHODS = 400, 25
"""What has more is seldom one idea."""


def test_no_file_lies_loose_in_the_program() -> None:
    assert {path.name for path in _PROGRAM.glob("*.py")} == _LOOSE


def test_the_readme_names_every_folder_and_only_those() -> None:
    named = {path.rstrip("/") for path in _tree() if path.endswith("/")}
    rooms = {path.parent for path in _PROGRAM.glob("*/__init__.py")}
    rooms |= {path.parent for room in _ROOMS for path in (_PROGRAM / room).glob("*/__init__.py")}
    assert named == {path.relative_to(_ROOT).as_posix() for path in rooms}


def test_every_file_that_the_readmes_tree_names_is_there() -> None:
    missing = [path for path in _tree() if not (_ROOT / path).exists()]
    assert not missing


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_every_path_that_a_document_names_is_there(name: str) -> None:
    text = (_ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", text)
    assert paths
    missing = [path for path in paths if not _places(path)]
    assert not missing


def test_no_module_needs_itself_through_others() -> None:
    import grimp

    graph = grimp.build_graph("desktop_app", cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("folder", ["desktop_app", "packaging", "tests"])
def test_no_file_and_no_class_is_larger_than_one_idea(folder: str) -> None:
    large = []
    for path in (_ROOT / folder).rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if source.count("\n") > _MOST_LINES:
            large.append(path.name)
        # Read as lines: the syntax trees of all files would take seconds.
        for part in re.split(r"^(?=\S)", source, flags=re.MULTILINE):
            methods = re.findall(r"^    (?:async )?def ", part, flags=re.MULTILINE)
            if part.startswith("class ") and len(methods) > _MOST_METHODS:
                large.append(part.split("(")[0].split(":")[0])
    assert not large


def _places(path: str) -> list[Path]:
    """Where a path of a document may be meant to be: from the top, or in the program."""
    built = ("dist/", "build/")
    if path.startswith(built):
        return [_ROOT]
    return [top / path for top in (_ROOT, _PROGRAM) if (top / path).exists()]


def _tree() -> list[str]:
    """Files and folders of the program in the README's tree; folders end in ``/``."""
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    block = text.split("```\ndesktop_app/\n")[1].split("```")[0]
    found: list[str] = []
    folders = ["desktop_app"]
    for line in block.splitlines():
        if not line.startswith(" "):
            break
        depth = (len(line) - len(line.lstrip())) // 2
        names = re.split(r" {2,}", line.strip(), maxsplit=1)[0].split()
        del folders[depth:]
        found += ["/".join((*folders, name)) for name in names]
        folders.append(names[0].rstrip("/"))
    return found
