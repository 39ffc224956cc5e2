"""The installer unpacks and removes the same files, by name."""

import re
from pathlib import Path

import pytest
from builder.listing import LIST, SIGN, nsis_script, write_list


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "Bhuktani"
    for name in ("Bhuktani.exe", "_internal/a.dll", "_internal/b/c.py", "_internal/b/d/$e.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_each_file_is_unpacked_and_removed_once(program: Path) -> None:
    write_list(program)

    script = nsis_script(program)

    files = {path.relative_to(program) for path in program.rglob("*") if path.is_file()}
    removed = re.findall(r'Delete "\$\{root\}\\(.*)"', script)
    unpacked = re.findall(r'File "(.*)"', script)
    assert sorted(removed) == sorted(str(f).replace("/", "\\").replace("$", "$$") for f in files)
    assert sorted(unpacked) == sorted(str(program / file) for file in files)


def test_each_file_is_written_through_to_the_disk_before_it_takes_its_place(program: Path) -> None:
    script = nsis_script(program)

    flushed = re.findall(r'!insertmacro FLUSH "\$\{root\}\\(.*)"', script)
    assert flushed == re.findall(r'Delete "\$\{root\}\\(.*)"', script)


def test_the_list_is_unpacked_first_so_that_a_cut_leaves_a_folder_that_is_known(
    program: Path,
) -> None:
    write_list(program)

    first = re.findall(r'File "(.*)"', nsis_script(program))[0]
    assert Path(first) == program / "_internal" / LIST


def test_each_file_is_unpacked_into_its_own_folder(program: Path) -> None:
    folder = ""
    for line in nsis_script(program).splitlines():
        if found := re.match(r'  SetOutPath "\$\{root\}(.*)"', line):
            folder = found[1].replace("\\", "/").lstrip("/")
        elif found := re.match(r'  File "(.*)"', line):
            assert Path(found[1]).parent == program / folder


def test_folders_are_removed_when_they_are_empty_and_never_as_a_whole(program: Path) -> None:
    script = nsis_script(program)

    assert "/r" not in script.replace("${root}", "")
    assert re.findall(r'RMDir "\$\{root\}(.*)"', script) == [
        r"\_internal\b\d",
        r"\_internal\b",
        r"\_internal",
        "",
    ]


def test_the_list_in_the_program_names_its_files_for_the_next_version(program: Path) -> None:
    write_list(program)
    write_list(program)  # a second time changes nothing

    lines = (program / "_internal" / LIST).read_bytes().decode("utf-16-le").split("\r\n")
    assert lines == [SIGN, "a.dll", r"b\c.py", r"b\d\$e.txt", "b\\d\\", "b\\", ""]


def test_no_script_of_the_installer_removes_a_folder_with_what_is_in_it() -> None:
    for script in (Path(__file__).parents[2] / "packaging/installer").glob("*.ns?"):
        commands = re.sub(r"^\s*;.*$", "", script.read_text("utf-8-sig"), flags=re.MULTILINE)
        assert not re.search(r"RMDir\s+/r|Delete\s+\S*[*?]", commands, re.IGNORECASE), script.name
