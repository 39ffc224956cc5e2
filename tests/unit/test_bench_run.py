"""A part of the benchmarks that fails takes no figures of the others with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from tests.bench import __main__ as run

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = "tests.unit.bench_parts"
MEASURES = f"{PARTS}:measures"


def test_every_part_is_where_it_is_said_to_be() -> None:
    every = run.BENCHES | run.BENCHES_OF_A_BUILD
    assert [name for name, place in every.items() if not callable(resolve_name(place))] == []


def test_a_part_that_fails_is_told_of_and_all_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = {"first": MEASURES, "refused": f"{PARTS}:raises", "dead": f"{PARTS}:dies"}
    parts["last"] = MEASURES
    monkeypatch.setattr(run, "BENCHES", parts)
    monkeypatch.setattr(run, "_FOLDERS", ())
    file = tmp_path / "figures.json"
    monkeypatch.setattr(sys, "argv", ["bench", "--short", "--json", str(file)])

    assert run.main() == 1

    assert [one["name"] for one in json.loads(file.read_text("utf-8"))] == ["starts"] * 2
    said = capsys.readouterr()
    assert said.out.count("| starts") == 2
    assert "Not measured, see above: refused, dead" in said.out
    assert "no list of the waiting" in said.err


def test_the_command_measures_a_part_in_a_process_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.bench", "--short", "--only", "paper", "--json"]
    places = os.pathsep.join(["packaging", os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [*command, str(file)], cwd=ROOT, env={**os.environ, "PYTHONPATH": places}, text=True,
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(file.read_text("utf-8"))
    assert found.keys() == {"name", "unit", "value", "baseline", "ratio", "goal", "met"}
    assert found["name"] == "receipt to PDF"
    assert found["value"] > found["baseline"] > 0
    assert "| receipt to PDF" in done.stdout


def test_a_run_without_trouble_ends_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "BENCHES", {"first": MEASURES})
    monkeypatch.setattr(run, "_FOLDERS", ())
    monkeypatch.setattr(sys, "argv", ["bench"])

    assert run.main() == 0

    assert "Not measured" not in capsys.readouterr().out
