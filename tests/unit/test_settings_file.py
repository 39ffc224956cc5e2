"""The settings file: always whole, forgiving value by value, and where all data lives."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import threading
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.settings import Language, Look, Paper, Settings, SettingsStore, TextSize
from desktop_app.core.shop import Shop
from desktop_app.data_folder import data_folder, ledger_path, settings_path
from desktop_app.settings_store.settings_file import SettingsFile

FULL = Settings(
    environment=Environment.LIVE,
    shop=Shop("Ganesh & Co", "गणेश किराना 😀", "Kalanki\tKathmandu", "कलंकी", "98", "600123456"),
    operator="Sita",
    language=Language.NEPALI,
    receipt_language=Language.NEPALI,
    look=Look.SYSTEM,
    text_size=TextSize.LARGE,
    rounding=CashRounding.UP,
    paper=Paper.A5,
    printer="EPSON TM-T20",
    prints_at_once=True,
    asks_opening_cash=False,
    operators=("Gita", "Hari"),
    lock_after_minutes=5,
    sounds=False,
    nepali_digits=True,
    complain_within=2,
    complain_between=5,
    warn_below=Money(123_45),
    providers_on=("oldnet",),
    providers_off=("worldlink", "vianet"),
    providers_pinned=("vianet",),
    providers_not_enabled=("test/vianet",),
    provider_endpoints=("worldlink/newlink",),
    tile_day="2026-11-28",
    tile_order=("vianet", "worldlink"),
    tile_order_next=("worldlink", "vianet"),
    test_url="http://127.0.0.1:8080",
    live_url="https://example.com",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def write(path: Path, content: object) -> SettingsFile:
    path.parent.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return SettingsFile(path)


def test_defaults_where_there_is_no_file(path: Path) -> None:
    store: SettingsStore = SettingsFile(path)
    assert store.load() == Settings()
    assert not path.parent.exists()


def test_settings_come_back_as_they_were_saved(path: Path) -> None:
    SettingsFile(path).save(FULL)
    assert SettingsFile(path).load() == FULL
    SettingsFile(path).save(Settings())
    assert SettingsFile(path).load() == Settings()
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_the_example_sets_every_value() -> None:
    for field in fields(Settings):
        assert getattr(FULL, field.name) != getattr(Settings(), field.name), field.name


BROKEN = {
    "environment": "moon",
    "shop": 7,
    "operator": None,
    "language": "fr",
    "receipt_language": 1,
    "look": [],
    "text_size": "huge",
    "rounding": "down",
    "paper": "a3",
    "printer": {},
    "prints_at_once": "yes",
    "asks_opening_cash": "no",
    "operators": "Gita",
    "lock_after_minutes": "soon",
    "sounds": "loud",
    "nepali_digits": 1,
    "complain_within": "soon",
    "complain_between": 1.5,
    "warn_below": {"paisa": "many"},
    "providers_on": "worldlink",
    "providers_off": [1],
    "providers_pinned": "vianet",
    "tile_day": 20261128,
    "providers_not_enabled": [1],
    "provider_endpoints": {"worldlink": "newlink"},
    "tile_order": {"vianet": 1},
    "tile_order_next": [None],
    "test_url": "http://example.com",
    "live_url": "http://[::1",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_value_that_cannot_be_read_is_the_only_one_lost(path: Path, name: str) -> None:
    SettingsFile(path).save(FULL)
    plain = json.loads(path.read_text(encoding="utf-8"))
    store = write(path, plain | {name: BROKEN[name]})
    assert store.load() == replace(FULL, **{name: getattr(Settings(), name)})


def test_every_value_may_be_broken(path: Path) -> None:
    assert set(BROKEN) == {field.name for field in fields(Settings)}
    assert write(path, BROKEN).load() == Settings()


def test_a_detail_of_the_shop_is_lost_alone(path: Path) -> None:
    store = write(path, {"shop": {"name": "G", "pan": 600123456, "owner": "?"}, "operator": "S"})
    assert store.load() == Settings(shop=Shop(name="G"), operator="S")


def test_what_another_version_wrote_is_kept(path: Path) -> None:
    store = write(path, {"of_the_future": {"x": [1, None]}, "operator": "Sita"})
    assert store.load() == Settings(operator="Sita")
    store.save(FULL)
    assert json.loads(path.read_text(encoding="utf-8"))["of_the_future"] == {"x": [1, None]}
    assert SettingsFile(path).load() == FULL


def test_a_byte_order_mark_is_no_harm(path: Path) -> None:
    assert write(path, "\ufeff" + '{"operator": "Sita"}').load() == Settings(operator="Sita")


@pytest.mark.parametrize(
    "content", ["", "{", '{"operator": "Sita"', "[]", "null", '"x"', "\0" * 100, "[" * 100_000]
)
def test_what_is_not_json_is_set_aside(path: Path, content: str) -> None:
    bad = path.with_name("settings.json.bad")
    store = write(path, content)
    bad.write_text("an older one")
    assert store.set_aside_as == ""
    assert store.load() == Settings()
    assert store.set_aside_as == "settings.json.bad2"
    assert bad.read_text() == "an older one", "never overwritten"
    assert path.with_name("settings.json.bad2").read_text() == content
    assert not path.exists()
    store.save(FULL)
    assert store.load() == FULL


def test_bytes_that_are_no_text_are_set_aside(path: Path) -> None:
    store = write(path, "")
    path.write_bytes(b'{"operator": "\xff"}')
    assert store.load() == Settings()
    assert path.with_name("settings.json.bad").exists()


def test_the_salt_is_made_once(path: Path) -> None:
    salt = SettingsFile(path).salt()
    assert len(bytes.fromhex(salt)) == 16
    assert SettingsFile(path).salt() == salt
    SettingsFile(path).save(FULL)
    assert SettingsFile(path).salt() == salt
    assert SettingsFile(path.with_name("other.json")).salt() != salt
    assert SettingsFile(path).load() == FULL


def test_the_salt_outlives_a_broken_file(path: Path) -> None:
    store = SettingsFile(path)
    store.save(FULL)
    salt = store.salt()
    write(path, path.read_text(encoding="utf-8") + "oops")
    assert store.load() == Settings()
    assert store.salt() == salt


def test_a_salt_that_cannot_be_kept_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = SettingsFile(tmp_path / "file" / "settings.json")
    for ask in (store.salt, lambda: store.save(FULL)):
        with pytest.raises(LedgerError) as error:
            ask()
        assert error.value.problem is Problem.LEDGER_READ_ONLY
    assert store.load() == Settings()


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    store = SettingsFile(path)
    assert store.load() == Settings()
    with pytest.raises(LedgerError):
        store.save(FULL)
    assert path.is_dir()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    store = SettingsFile(path)
    store.save(FULL)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left", "/home/sita")

    owner: object = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, full)
    with pytest.raises(LedgerError) as error:
        store.save(Settings())
    monkeypatch.undo()
    assert error.value.problem is Problem.DISK_FULL
    assert "sita" not in str(error.value)
    assert store.load() == FULL
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_only_this_user_can_read_them(path: Path) -> None:
    SettingsFile(path).save(FULL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_lone_surrogates_are_replaced(path: Path) -> None:
    store = SettingsFile(path)
    store.save(Settings(operator="a\ud800", shop=Shop(name="\udfff"), providers_on=("\ud800",)))
    assert store.load() == Settings(operator="a�", shop=Shop(name="�"), providers_on=("�",))


def test_threads_never_see_half_a_file(path: Path) -> None:
    store = SettingsFile(path)
    store.save(FULL)
    seen: set[str] = set()

    def work(name: str) -> None:
        for _ in range(20):
            store.save(replace(FULL, operator=name))
            seen.add(store.load().operator)
            seen.add(SettingsFile(path).load().operator)
            store.salt()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen <= set("abc")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(plain=st.dictionaries(st.sampled_from([*BROKEN, "salt", "other"]), JSON))
@examples(database=None, deadline=None, max_examples=50)
def test_any_json_can_be_loaded_and_saved_over(
    tmp_path_factory: pytest.TempPathFactory, plain: dict[str, object]
) -> None:
    store = write(tmp_path_factory.mktemp("any") / "settings.json", plain)
    settings = store.load()
    store.save(settings)
    assert store.load() == settings
    assert store.salt() == store.salt() != ""


def test_settings_need_no_database() -> None:
    program = (
        "import sys, desktop_app.settings_store.settings_file, desktop_app.data_folder\n"
        "assert not {'sqlalchemy', 'alembic', 'sqlite3'} & set(sys.modules)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root)


def test_each_environment_has_its_own_file(tmp_path: Path) -> None:
    files = {
        *(ledger_path(tmp_path, environment) for environment in Environment),
        settings_path(tmp_path),
    }
    assert len(files) == 4
    assert {file.parent for file in files} == {tmp_path}


def test_the_data_folder_is_local_and_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert data_folder() == tmp_path / "Bhuktani"
    assert data_folder().name == "Bhuktani"
    assert "Roaming" not in data_folder().parts


def test_the_language_of_the_installer_is_the_first_until_one_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first = SettingsFile(path, Language.NEPALI).load()
    assert (first.language, first.receipt_language) == (Language.NEPALI, Language.NEPALI)
    SettingsFile(path, Language.NEPALI).save(replace(first, language=Language.ENGLISH))
    again = SettingsFile(path, Language.NEPALI).load()
    assert (again.language, again.receipt_language) == (Language.ENGLISH, Language.NEPALI)
