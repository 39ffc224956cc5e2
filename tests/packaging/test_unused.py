"""What the Windows build leaves out is not needed by anything in the program."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "packaging" / "bhuktani.spec"

PROGRAM = """
import importlib, pkgutil, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if any(name == unused or name.startswith(unused + ".") for unused in UNUSED):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())

import desktop_app

# The calls of the other system refuse to be loaded on this one.
OTHERS = "desktop_app.system." + ("posix" if sys.platform == "win32" else "windows")

for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
    left_out = module.name == OTHERS or module.name.endswith("__main__")
    if not left_out and ".migrations" not in module.name:
        importlib.import_module(module.name)

from desktop_app.__main__ import main

sys.exit(main(["--smoke-test"]))
"""


def unused() -> list[str]:
    for node in ast.parse(SPEC.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "UNUSED":
            found = ast.literal_eval(node.value)
            assert isinstance(found, list)
            return found
    raise AssertionError("the spec has no list UNUSED")


def test_the_program_pays_without_the_modules_that_are_left_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"UNUSED = {unused()!r}\n{PROGRAM}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "paid Rs." in done.stdout


def test_nothing_of_the_program_itself_is_left_out() -> None:
    assert not [name for name in unused() if name.startswith("desktop_app")]
    assert "QtNetwork" not in (ROOT / "desktop_app" / "instance" / "claim.py").read_text("utf-8")
