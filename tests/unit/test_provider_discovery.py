"""Providers are found by themselves, in a stable order, each slug once."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from desktop_app import providers
from desktop_app.core.billing.forms import FieldLabel, TextEntry
from desktop_app.core.billing.provider import OfferStyle, Provider, ProviderInfo
from desktop_app.providers import all_providers, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.billing.dialogue import Dialogue, NextStep


class Plain(Provider):
    info = ProviderInfo(
        slug="plain",
        name="Plain",
        monogram="PL",
        style=OfferStyle.AMOUNT,
        fields=(TextEntry("username", FieldLabel.USERNAME),),
    )

    def __init__(self, slug: str, name: str = "Plain", *, retired: bool = False) -> None:
        self.info = replace(self.info, slug=slug, name=name, retired=retired)

    def next(self, dialogue: Dialogue) -> NextStep:
        raise NotImplementedError


def slugs(*found: Provider) -> list[str]:
    return [provider.info.slug for provider in in_order(found)]


def test_the_built_providers_are_found() -> None:
    found = {provider.info.slug: provider.info for provider in all_providers()}
    assert {"worldlink-v2", "vianet-updated", "vianet"} <= set(found)
    assert [slug for slug, info in found.items() if info.retired] == ["vianet"]


def test_two_providers_with_one_slug_are_an_error() -> None:
    with pytest.raises(ValueError, match="share the slug 'a'"):
        in_order([Plain("a"), Plain("b"), Plain("a", "Other")])


def test_the_order_is_by_name_and_retired_ones_are_last() -> None:
    found = [Plain("z", "Alpha", retired=True), Plain("y", "beta"), Plain("x", "Beta"), Plain("w")]
    assert slugs(*found) == ["x", "y", "w", "z"] == slugs(*reversed(found))


@pytest.fixture
def found_anew() -> Iterator[None]:
    """The folder is looked through again; a process does that once."""
    providers._found.cache_clear()
    yield
    providers._found.cache_clear()


def in_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str) -> None:
    """Put one more file into the folder of providers."""
    (tmp_path / "extra_for_test.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(providers, "__path__", [*providers.__path__, str(tmp_path)])
    name = f"{providers.__name__}.extra_for_test"
    # Both are put back as they were: absent.
    monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(providers, "extra_for_test", None, raising=False)


@pytest.mark.usefixtures("found_anew")
def test_one_more_file_is_one_more_provider(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_module(
        monkeypatch,
        tmp_path,
        "from dataclasses import replace\n"
        "from desktop_app.providers.worldlink import WorldLink\n"
        "class Other(WorldLink):\n"
        "    info = replace(WorldLink.info, slug='other', name='Other')\n"
        "PROVIDERS = (Other(),)\n",
    )
    assert "other" in {provider.info.slug for provider in all_providers()}


@pytest.mark.usefixtures("found_anew")
def test_a_file_without_a_provider_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_module(monkeypatch, tmp_path, "NOTHING_HERE = 1\n")
    with pytest.raises(TypeError, match="defines neither PROVIDER nor PROVIDERS"):
        all_providers()


@pytest.mark.usefixtures("found_anew")
def test_a_slug_used_by_two_files_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_module(monkeypatch, tmp_path, "from desktop_app.providers.worldlink import PROVIDER\n")
    with pytest.raises(ValueError, match="share the slug"):
        all_providers()


# What was written to the ledger under a name keeps it, whatever the providers are called now.
_MAY_NAME_ONE = ("providers", "sandbox", "ledger/sqlite/migrations")


def test_nothing_else_in_the_program_names_a_provider() -> None:
    root = Path(providers.__file__).parents[1]
    infos = [provider.info for provider in all_providers()]
    names = {word.casefold() for info in infos for word in (info.slug, info.name)}
    files = [
        path
        for path in root.rglob("*.py")
        if not path.relative_to(root).as_posix().startswith(_MAY_NAME_ONE)
    ]
    assert len(files) > 100
    for path in files:
        text = path.read_text(encoding="utf-8").casefold()
        assert not [name for name in names if name in text], path
