"""Every page that the window builds later is loaded ahead of it."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path

from desktop_app.ui.shell.page_modules import PAGES

ROOT = Path(__file__).resolve().parents[2]
BUILDERS = ("desktop_app/ui/shell/sections.py", "desktop_app/ui/wizard/pages.py")
_PREFIX = "desktop_app.ui."


def imported_later(path: str) -> set[str]:
    """The pages that functions of a module import when they build them."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        node.module.removeprefix(_PREFIX)
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith("_page")
    }


def test_every_page_that_is_built_later_is_loaded_ahead() -> None:
    built = {page for builder in BUILDERS for page in imported_later(builder)}
    assert built
    assert not built - set(PAGES)


def test_every_module_that_is_loaded_ahead_is_there() -> None:
    assert [page for page in PAGES if find_spec(_PREFIX + page) is None] == []
