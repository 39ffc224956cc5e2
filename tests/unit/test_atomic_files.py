"""A file is whole or not there, whatever happens to the program or the disk."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from desktop_app.system.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = 300_000
OLD, NEW = b"a" * LENGTH, b"b" * LENGTH

WRITER = f"""
import itertools, sys
from pathlib import Path
from desktop_app.system.files import write_whole
path = Path(sys.argv[1])
for letter in itertools.cycle((b"a", b"b")):
    write_whole(path, letter * {LENGTH})
"""

FULL = """
import resource, signal, sys
from pathlib import Path
from desktop_app.system.files import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_whole(Path(sys.argv[1]), b"b" * 300_000)
except OSError as error:
    print(type(error).__name__)
"""


def test_a_file_is_written_and_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in (OLD, b"", NEW):
        write_whole(path, content)
        assert path.read_bytes() == content
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_this_user_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_whole(path, OLD)
    assert path.stat().st_mode & 0o077 == 0


def test_a_kill_in_the_middle_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_whole(path, OLD)
    for _ in range(8):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)])
        _until_it_writes(path)
        process.kill()
        process.wait()
        assert path.read_bytes() in (OLD, NEW)
        left = [one.name for one in tmp_path.iterdir() if one != path]
        assert all(name.startswith("settings.json.") and name.endswith(".new") for name in left)


def _until_it_writes(path: Path) -> None:
    """Wait until the file has been replaced a few times."""
    seen: set[int] = set()
    for _ in itertools.count():
        seen.add(path.stat().st_ino)
        if len(seen) > 2:
            return
        time.sleep(0.001)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit that only Linux has")
def test_a_disk_without_room_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_whole(path, OLD)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "OSError"
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        write_whole(tmp_path / "missing" / "a.json", OLD)
