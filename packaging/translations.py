"""Words: collects the texts of the program, and makes what it loads of their translations.

``python packaging/translations.py`` brings ``resources/translations/*.ts`` up to date with the
source and compiles them. Translators edit the ``.ts`` files (by hand or with Qt Linguist); the
English file holds plural forms alone, since English is in the source.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {
    "en": ["-target-language", "en_US", "-pluralonly"],
    "ne": ["-target-language", "ne_NP"],
}
_COUNT = 3
"""Where ``translate(context, text, comment, n)`` has its number."""


def update(folder: Path = FOLDER) -> None:
    """Bring the ``.ts`` files up to date: new texts in, texts that are gone out."""
    with tempfile.TemporaryDirectory() as copies:
        sources = [_for_lupdate(path, Path(copies)) for path in _sources()]
        for language, options in LANGUAGES.items():
            target = folder.resolve() / f"bhuktani_{language}.ts"
            no_places = ["-locations", "none", "-no-obsolete", "-silent"]
            arguments = [*sources, *no_places, *options, "-ts", str(target)]
            _run("pyside6-lupdate", *arguments, folder=Path(copies))


def compile_all(folder: Path = FOLDER) -> None:
    """Make the ``.qm`` files that the program loads."""
    for language in LANGUAGES:
        source = folder / f"bhuktani_{language}.ts"
        _run("pyside6-lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def _sources() -> list[Path]:
    return sorted((ROOT / "desktop_app").rglob("*.py"))


def _for_lupdate(path: Path, folder: Path) -> str:
    """Write a copy of a source file in which lupdate finds every plural; its path in ``folder``.

    It takes a name in the place of ``n`` for an old Qt's encoding (no plural), and passes over a
    call with an expression there (``len(found)``, ``known.bills``). A plain 1 it understands.
    """
    lines = path.read_bytes().splitlines(keepends=True)
    calls = (node for node in ast.walk(ast.parse(b"".join(lines))) if isinstance(node, ast.Call))
    counts = [
        call.args[_COUNT] for call in calls if _is_translate(call.func) and call.args[_COUNT:]
    ]
    for count in sorted(counts, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        first, last = count.lineno - 1, (count.end_lineno or count.lineno) - 1
        end = lines[last][count.end_col_offset :]
        lines[first : last + 1] = [lines[first][: count.col_offset] + b"1" + end]
    copy = folder / path.relative_to(ROOT)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(b"".join(lines))
    return str(copy.relative_to(folder))


def _is_translate(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "translate"


def _run(tool: str, *arguments: str, folder: Path = ROOT) -> None:
    program = Path(sys.executable).with_name(tool)
    # The tools are those of the environment that runs this file.
    subprocess.run([program, *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    update()
    compile_all()
