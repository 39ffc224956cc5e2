"""The build from the source to the installer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.freeze import freeze
from builder.installer import make_installer
from builder.parts import parts_of
from builder.places import BUILD, DIST, NAME
from builder.sbom import write_sbom
from builder.sizes import report
from builder.source import Source, copy_source
from builder.tools import say
from desktop_app.diagnostics.components import SBOM

if TYPE_CHECKING:
    from pathlib import Path

    from builder.machine import Machine


@dataclass(frozen=True, slots=True)
class Program:
    """A frozen program with everything that is installed, and what it was made from."""

    folder: Path
    source: Source
    work: Path


def build_program(
    machine: Machine,
    name: str,
    version: str | None = None,
    *,
    where: Path = BUILD,
    again: bool = False,
) -> Program:
    """Freeze the program, and put its licences and its list of parts into it.

    Args:
        machine: the Windows to build on.
        name: of a new folder for the work.
        version: in place of the one that the source names.
        where: the folder in which the new one is made.
        again: take what was frozen there before, if there is something.
    """
    work = where / name
    source = copy_source(work / "source", version)
    frozen = work / "dist" / NAME
    if again and (frozen / "_internal/resources/licences" / SBOM).is_file():
        return Program(frozen, source, work)
    folder = freeze(machine, source, work)
    licences = folder / "_internal/resources/licences"
    write_sbom(parts_of(machine, source, work), source, licences)
    return Program(folder, source, work)


def pack(program: Program, folder: Path = DIST, *, quick: bool = False) -> Path:
    """Make the installer in a folder, with a file that has its SHA-256."""
    output = folder / f"{NAME}-{program.source.version}-setup.exe"
    make_installer(program.folder, program.source, program.work, output, quick=quick)
    digest = hashlib.sha256(output.read_bytes()).hexdigest()
    checksum = output.with_name(f"{output.name}.sha256")
    checksum.write_text(f"{digest}  {output.name}\n", "ascii", newline="\n")
    return output


def release(machine: Machine, *, again: bool = False) -> tuple[Program, Path]:
    """Build what shops get, and report its size."""
    program = build_program(machine, "program", again=again)
    installer = pack(program)
    say(report(program.folder, installer))
    return program, installer
