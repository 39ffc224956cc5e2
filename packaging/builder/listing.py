"""The program's files by name, for the installer: what it unpacks is what it removes."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

LIST = "files.txt"
"""In ``_internal``: names everything there, so that the next version can remove it."""

SIGN = "Bhuktani.Counter"
"""The list's first line: a folder with it is ours (``folder.nsh``). No file has that name."""

_INNER = "_internal"


def write_list(folder: Path) -> None:
    """Put the list of ``_internal`` into it: files, then folders, the deepest first.

    Below our sign. Paths with backslashes, a line each, folders with one at the end; UTF-16, as
    NSIS reads it.
    """
    inner = folder / _INNER
    (inner / LIST).unlink(missing_ok=True)  # it does not name itself
    files, folders = _contents(inner)
    lines = [SIGN, *(str(name) for name in files)]
    lines += [f"{name}\\" for name in reversed(folders)]
    (inner / LIST).write_bytes("".join(f"{line}\r\n" for line in lines).encode("utf-16-le"))


def nsis_script(folder: Path) -> str:
    """Macros that unpack the folder to ``root``, flush it to the disk, and remove exactly it."""
    files, folders = _contents(folder)
    unpack, flush, remove = [], [], []
    last: PureWindowsPath | None = None
    # The list first: what is cut off later is known to be ours.
    for name in sorted(files, key=lambda name: name != PureWindowsPath(_INNER, LIST)):
        if name.parent != last:
            unpack.append(f'  SetOutPath "${{root}}{_under(name.parent)}"')
            last = name.parent
        unpack.append(f'  File "{folder / Path(*name.parts)}"')
        flush.append(f'  !insertmacro FLUSH "${{root}}{_under(name)}"')
        remove.append(f'  Delete "${{root}}{_under(name)}"')
    remove += [f'  RMDir "${{root}}{_under(name)}"' for name in reversed(folders)]
    return "\n".join(
        [
            "!macro LISTED_EXTRACT root",
            *unpack,
            "!macroend",
            "!macro LISTED_FLUSH root",
            *flush,
            "!macroend",
            "!macro LISTED_REMOVE root",
            *remove,
            '  RMDir "${root}"',
            "!macroend",
            "",
        ]
    )


def _contents(folder: Path) -> tuple[list[PureWindowsPath], list[PureWindowsPath]]:
    """Files and folders below it, each sorted, a folder before what is in it."""
    files: list[PureWindowsPath] = []
    folders: list[PureWindowsPath] = []
    for path in folder.rglob("*"):
        name = PureWindowsPath(*path.relative_to(folder).parts)
        (folders if path.is_dir() else files).append(name)
    # By parts: sorted as texts, the files of a folder would not stay together.
    return sorted(files, key=_order), sorted(folders, key=_order)


def _order(name: PureWindowsPath) -> tuple[tuple[str, ...], str]:
    return name.parent.parts, name.name


def _under(name: PureWindowsPath) -> str:
    """The name behind a root, with NSIS's sign for variables doubled."""
    return "" if name == PureWindowsPath() else f"\\{name}".replace("$", "$$")
