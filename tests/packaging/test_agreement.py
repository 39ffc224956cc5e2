"""What the installer and the program say to each other has the same names on both sides."""

import re
from pathlib import Path

import pytest
from builder.listing import SIGN
from builder.places import address
from builder.sizes import MAX_INSTALLED, report
from builder.tools import BuildFailed

from desktop_app.core.settings import Language
from desktop_app.installer import close_program, running_marks, setup_language
from desktop_app.system import taskbar

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "packaging" / "installer"


def defined(script: str, name: str) -> str:
    found = re.search(rf'!define {name} "?([^"\s;]+)"?', (INSTALLER / script).read_text("utf-8"))
    assert found, name
    return found[1]


def test_the_shortcuts_have_the_name_that_the_program_has_in_the_taskbar() -> None:
    assert defined("bhuktani.nsi", "APP_ID") == taskbar.APP_ID


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("MUTEX_RUNNING", running_marks.RUNNING),
        ("MUTEX_SENDING", running_marks.SENDING),
        ("MUTEX_SETUP", running_marks.SETUP),
    ],
)
def test_each_sees_what_the_other_holds(name: str, held: str) -> None:
    assert defined("running.nsh", name) == held


def test_the_list_of_files_begins_with_what_the_installer_takes_for_its_own() -> None:
    assert defined("bhuktani.nsi", "APP_ID") == SIGN
    assert '$2 S== "${APP_ID}"' in (INSTALLER / "folder.nsh").read_text("utf-8")


def test_the_program_finds_the_language_that_it_was_installed_in() -> None:
    script = (INSTALLER / "bhuktani.nsi").read_text("utf-8")
    assert defined("bhuktani.nsi", "UNINSTALL_KEY").replace("${APP}", "Bhuktani") == (
        setup_language.UNINSTALL_KEY
    )
    assert f'"{setup_language.SETUP_LANGUAGE}" "$(SETUP_LANGUAGE)"' in script
    words = (INSTALLER / "words.nsh").read_text("utf-8-sig")
    english, nepali = Language.ENGLISH.value, Language.NEPALI.value
    assert f'${{Words}} SETUP_LANGUAGE "{english}" "{nepali}"' in words


def test_the_installer_knows_the_answer_that_a_payment_is_being_sent() -> None:
    assert int(defined("running.nsh", "CLOSE_SENDING")) == close_program.STAYS


def test_every_sentence_is_there_in_both_languages() -> None:
    words = (INSTALLER / "words.nsh").read_text("utf-8-sig").replace("\\\n", " ")
    sentences = re.findall(
        r'^\$\{Words\} (\^?\w+)\s+"([^"]*)"\s+"([^"]*)"\s*$', words, re.MULTILINE
    )
    assert len(sentences) == len(re.findall(r"^\$\{Words\}", words, re.MULTILINE))
    for name, english, nepali in sentences:
        assert english and nepali, name
        variables = r"\$\w+|\$\{\w+\}"
        assert sorted(re.findall(variables, english)) == sorted(re.findall(variables, nepali)), name


def test_the_documents_name_the_address_of_the_project_once_it_has_one(tmp_path: Path) -> None:
    for document in ("README.md", "docs/installing.md", "docs/installing.ne.md"):
        assert address() in (ROOT / document).read_text("utf-8"), document

    project = tmp_path / "pyproject.toml"
    project.write_text(
        '[project]\nname = "x"\n[project.urls]\nHomepage = "https://example.org/x"\n'
    )
    assert address(project) == "https://example.org/x"


def test_a_program_that_is_too_large_is_no_release(tmp_path: Path) -> None:
    folder = tmp_path / "Bhuktani"
    folder.mkdir()
    installer = tmp_path / "setup.exe"
    installer.write_bytes(b"small")
    large = folder / "Bhuktani.exe"
    with large.open("wb") as file:
        file.truncate(MAX_INSTALLED)
    assert "Bhuktani.exe" in report(folder, installer)

    with large.open("ab") as file:
        file.write(b"!")
    with pytest.raises(BuildFailed, match="too large"):
        report(folder, installer)
