"""Paths of the parts of the build."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
REQUIREMENTS = PACKAGING / "requirements"
INSTALLER = PACKAGING / "installer"
LICENCES = PACKAGING / "licences"
BUILD = ROOT / "build"
DIST = ROOT / "dist"

NAME = "Bhuktani"
PUBLISHER = "Bhuktani"


def address(project: Path = ROOT / "pyproject.toml") -> str:
    """Return the project's address, "" while it has none."""
    urls = tomllib.loads(project.read_text("utf-8"))["project"].get("urls", {})
    return str(urls.get("Homepage", ""))
