"""Words: collects the texts of the program, and makes what it loads of their translations.

``python packaging/translations.py`` brings ``resources/translations/*.ts`` up to date with the
source and compiles them. Translators edit the ``.ts`` files (by hand or with Qt Linguist); the
English file holds plural forms alone, since English is in the source.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"en": ["-target-language", "en_US", "-pluralonly"], "ne": ["-target-language", "ne_NP"]}


def update(folder: Path = FOLDER) -> None:
    """Bring the ``.ts`` files up to date: new texts in, texts that are gone out."""
    sources = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "desktop_app").rglob("*.py"))
    for language, options in LANGUAGES.items():
        target = folder / f"bhuktani_{language}.ts"
        no_places = ["-locations", "none", "-no-obsolete", "-silent"]
        _run("pyside6-lupdate", *sources, *no_places, *options, "-ts", str(target))


def compile_all(folder: Path = FOLDER) -> None:
    """Make the ``.qm`` files that the program loads."""
    for language in LANGUAGES:
        source = folder / f"bhuktani_{language}.ts"
        _run("pyside6-lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(tool)
    # The tools are those of the environment that runs this file.
    subprocess.run([program, *arguments], cwd=ROOT, check=True)  # noqa: S603


if __name__ == "__main__":
    update()
    compile_all()
