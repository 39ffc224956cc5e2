"""Set Bhuktani up in this checkout and run it, its tests and its checks.

Usage: python3 dev.py COMMAND [arguments]

  run     start the program; without arguments in practice mode (--practice)
  test    run the tests; arguments go to pytest
  check   ruff, mypy and the import rules
  bench   measure the program beside bare things: [--json FILE] [--short] [--only NAME]
  mutants break one payment rule after the other in a copy, and show which test finds it
  providers print a table of all companies: what they ask, offer and are sent
  tour    DIR: walk through the screens and save their pictures in DIR
  package build the Windows installer in dist/; --verify also installs, uses and removes it
  lock    work out the locked requirements anew; arguments (--upgrade) go to uv

All that is needed is installed into .venv from locked, hashed requirements, and only when they
changed. On Debian and Ubuntu, Qt's system libraries come from apt-get where that is allowed.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

THIS_PYTHON = "{}.{}".format(*sys.version_info[:2])
if THIS_PYTHON not in ("3.11", "3.12", "3.13"):
    # Above all functions, because an old Python cannot even read the types in them.
    sys.exit(f"Bhuktani needs Python 3.11, 3.12 or 3.13; {sys.executable} is {THIS_PYTHON}.")

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = "packaging/requirements"
VENV = ROOT / ".venv"
STAMP = VENV / "installed-requirements"

# A library that must load, and the Debian package that brings it together with the others that Qt
# links to. The names hold for Debian 12 and Ubuntu 22.04; later releases provide them as well.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Only windows on an X11 screen need these: Qt's "offscreen" and "wayland" platforms do not.
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


# A process for each core and one more, as a test waits for a third of its time: for the disk, for a
# program that it has started. A test file stays in one of them, so that its fixtures are made once.
# In the order of the folders the long files come first, and many short ones fill up the end.
ALL_TESTS = [
    f"--numprocesses={(os.cpu_count() or 1) + 1}",
    "--dist=loadfile",
    "--no-loadscope-reorder",
    # A worker that crashes ends the run red; restarted ones crash again until the run hangs.
    "--max-worker-restart=0",
]

# A whole run writes 0.7 GB; pytest keeps those of the last run.
MEMORY_FOR_TESTS = 4 * 2**30

# What tests and pictures run besides Python: program and Debian package.
TEST_PROGRAMS = {"Xvfb": "xvfb", "pdftotext": "poppler-utils"}

# What the Windows build needs on Linux: program and Debian package.
BUILD_PROGRAMS = {
    "wine": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "makensis": "nsis",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "git": "git",
}


def say(text: str) -> None:
    """Print one line about a step, at once."""
    print(text, file=sys.stderr, flush=True)


def prepare(requirements: str, *, qt: bool = False, tests: bool = False) -> None:
    """Install what a command needs: locked requirements, Qt's libraries, what tests run."""
    if sys.platform == "linux":
        prepare_system(qt=qt, tests=tests)
    prepare_venv(requirements)


def prepare_system(*, qt: bool, tests: bool) -> None:
    """Install missing system packages, or say how to; end where nothing works without them."""
    needed, wanted = [], []
    if importlib.util.find_spec("ensurepip") is None and not venv_is_sound():
        needed.append(f"python{THIS_PYTHON}-venv")  # Debian keeps it apart from Python
    if qt:
        needed += [package for library, package in QT_LIBRARIES.items() if not loads(library)]
        wanted += [package for library, package in X11_LIBRARIES.items() if not loads(library)]
    if tests:
        wanted += [name for program, name in TEST_PROGRAMS.items() if not shutil.which(program)]
    packages = needed + wanted
    if not packages or apt_get_install(packages):
        return
    names = " ".join(packages)
    sentence = f"Missing system packages (Debian's names); type: sudo apt-get install {names}"
    if needed:
        sys.exit(sentence)
    say(sentence)


def loads(library: str) -> bool:
    """Tell whether the system's loader finds the library, without asking the package manager."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_get_install(packages: list[str]) -> bool:
    """Install Debian packages if that asks for no password; whether they are there now."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and subprocess.getstatusoutput("sudo -n true")[0] != 0:
        return False
    say(f"Installing with apt-get: {' '.join(packages)}")
    apt_get = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y"]
    # Its exit code says little: one source out of reach, and the others may have all packages.
    subprocess.call([*apt_get, "update"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    install = [*apt_get, "install", "--no-install-recommends", *packages]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        say(done.stdout + done.stderr)
    return done.returncode == 0


def prepare_venv(requirements: str) -> None:
    """Make .venv hold the locked requirements: "run", or "dev", which include the former."""
    if not venv_is_sound():
        say(f"Making .venv with Python {THIS_PYTHON}")
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    elif STAMP.exists() and STAMP.read_text() in (stamp(requirements), stamp("dev")):
        return
    STAMP.unlink(missing_ok=True)
    say(f"Installing {REQUIREMENTS}/{requirements}.txt into .venv")
    # -qq keeps pip's errors, not its warnings: a user's own pip settings may cause many.
    pip = ["-m", "pip", "install", "-qq", "--no-input", "--no-user", "--disable-pip-version-check"]
    if in_venv("python", *pip, "--require-hashes", "-r", f"{REQUIREMENTS}/{requirements}.txt") != 0:
        sys.exit("The requirements could not be installed; pip's own words are above.")
    STAMP.write_text(stamp(requirements))


def venv_is_sound() -> bool:
    """Tell whether .venv holds this Python's version and a pip; a half-made one has no pip."""
    question = "import pip, sys; print('{}.{}'.format(*sys.version_info[:2]))"
    try:
        command = [program("python"), "-c", question]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == THIS_PYTHON


def stamp(requirements: str) -> str:
    """Return the mark of a .venv in which run.txt or dev.txt is installed."""
    locked = (ROOT / REQUIREMENTS / f"{requirements}.txt").read_bytes()
    return f"{requirements} {THIS_PYTHON} {hashlib.sha256(locked).hexdigest()}"


def program(name: str) -> str:
    """Return the path of a program in .venv."""
    return str(VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name)


def in_venv(name: str, *arguments: str) -> int:
    """Run a program of .venv to its end; its exit code."""
    return subprocess.call([program(name), *arguments], cwd=ROOT)


def become(module: str, arguments: list[str]) -> None:
    """Go on as a Python module in .venv: its exit code is ours, and signals for us reach it."""
    command = [program("python"), "-m", module, *arguments]
    os.chdir(ROOT)
    if os.name == "nt":  # exec would give the console back at once there
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def run(arguments: list[str]) -> None:
    """Start the program."""
    prepare("run", qt=True)
    become("desktop_app", arguments or ["--practice"])


def run_offscreen(module: str, arguments: list[str]) -> None:
    """Run pytest or a module of the tests, on no screen unless QT_QPA_PLATFORM names one."""
    prepare("dev", qt=True, tests=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Each of the many programs that tests start would compile everything anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    become(module, arguments)


def test(arguments: list[str]) -> None:
    """Run pytest, with the files of the tests in memory where there is room for them.

    Each of the thousands of payments that tests record is flushed to the disk several times.
    """
    memory = Path("/dev/shm")
    usable = memory.is_dir() and os.access(memory, os.W_OK)
    if usable and shutil.disk_usage(memory).free > MEMORY_FOR_TESTS:
        os.environ.setdefault("TMPDIR", str(memory))
    run_offscreen("pytest", arguments or ALL_TESTS)


def package(arguments: list[str]) -> None:
    """Build the installer: on Windows with this Python, elsewhere with Wine."""
    prepare("dev", qt=True)
    if sys.platform == "linux":
        missing = [name for program, name in BUILD_PROGRAMS.items() if not shutil.which(program)]
        if missing and not apt_get_install(missing):
            sys.exit(f"Missing system packages; type: sudo apt-get install {' '.join(missing)}")
    os.environ["PYTHONPATH"] = str(ROOT / "packaging")
    become("builder", arguments)


def check() -> None:
    """Run all checkers, even if one of them has found something."""
    prepare("dev")
    failed = []
    for command in ("ruff check", "ruff format --check", "mypy", "lint-imports --no-logo"):
        say(f"-- {command}")
        if in_venv(*command.split()) != 0:
            failed.append(command)
    if failed:
        sys.exit(f"Not clean: {', '.join(failed)}")


def lock(arguments: list[str]) -> None:
    """Write the .txt files from the .in files, for all systems and Pythons at once."""
    prepare("dev")
    options = ["--quiet", "--universal", "--python-version=3.11", "--generate-hashes"]
    options += ["--no-emit-index-url", "--annotation-style=line"]
    options += ["--custom-compile-command=python3 dev.py lock", *arguments]
    for name in ("run", "dev", "build"):  # in this order: the others are bound to run.txt
        files = [f"{REQUIREMENTS}/{name}.in", f"--output-file={REQUIREMENTS}/{name}.txt"]
        if in_venv("uv", "pip", "compile", *options, *files) != 0:
            sys.exit(f"{name}.in could not be locked; uv's own words are above.")


def main() -> None:
    """Carry out the command on the command line."""
    command, *arguments = sys.argv[1:] or ["--help"]
    if command == "run":
        run(arguments)
    elif command == "test":
        test(arguments)
    elif command == "bench":
        os.environ["PYTHONPATH"] = str(ROOT / "packaging")
        run_offscreen("tests.bench", arguments)
    elif command == "mutants":
        run_offscreen("tests.mutants", arguments)
    elif command == "providers":
        run_offscreen("tests.providers_table", arguments)
    elif command == "tour" and arguments:
        run_offscreen("tests.tour", arguments)
    elif command == "package":
        package(arguments)
    elif command == "check":
        check()
    elif command == "lock":
        lock(arguments)
    elif command in ("-h", "--help"):
        print(__doc__)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
