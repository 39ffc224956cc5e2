"""Where the parts of the build are."""

from __future__ import annotations

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
