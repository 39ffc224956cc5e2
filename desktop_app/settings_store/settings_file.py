"""The settings as a JSON file that is always whole: the old one or the new one."""

from __future__ import annotations

import contextlib
import re
import secrets
import threading
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, get_type_hints

import msgspec

from desktop_app.core.environment import is_allowed_url
from desktop_app.core.settings import Language, Settings
from desktop_app.core.shop import Shop
from desktop_app.core.storage import clean, of_system
from desktop_app.system.files import rename, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_Plain: TypeAlias = dict[str, object]
_Values = TypeVar("_Values", Settings, Shop)

_SALT = "salt"
_SALT_BYTES = 16
_SALT_PATTERN = re.compile(r'"salt"\s*:\s*"([0-9a-f]{32})"')
_URLS = ("test_url", "live_url")
_TYPES: dict[type, dict[str, Any]] = {kind: get_type_hints(kind) for kind in (Settings, Shop)}
_NO_URL = ""


class SettingsFile:
    """Fulfils ``core.settings.SettingsStore``; any thread may call it.

    Keys that this program does not know are kept. A token is never written: there is no field
    for one. Money is ``{"paisa": 1000000}``. ``language`` is that of screens and paper until one is
    chosen.
    """

    def __init__(self, path: Path, language: Language = Language.ENGLISH) -> None:
        self._path = path
        self._first = {"language": language.value, "receipt_language": language.value}
        self._lock = threading.Lock()
        self.set_aside_as = ""

    def load(self) -> Settings:
        """The settings; the default for each value that is missing or cannot be read.

        A file that is not JSON is set aside as ``settings.json.bad``, or with a number after it
        where there is one already; ``set_aside_as`` is that name, else empty.
        """
        with self._lock:
            try:
                plain = self._read()
            except OSError:
                return Settings()
        return _values(Settings, self._first | plain)

    def save(self, settings: Settings) -> None:
        """Write them as a whole, or not at all.

        Raises:
            LedgerError: it cannot be done; the file is as it was.
        """
        with self._lock, _writing():
            self._write(self._read() | _plain(settings))

    def salt(self) -> str:
        """32 random hex digits, made once, from which names of tokens are derived.

        Raises:
            LedgerError: there is none yet, and it cannot be kept.
        """
        with self._lock, _writing():
            plain = self._read()
            salt = plain.get(_SALT)
            if isinstance(salt, str) and salt:
                return salt
            salt = secrets.token_hex(_SALT_BYTES)
            self._write(plain | {_SALT: salt})
            return salt

    def _read(self) -> _Plain:
        """The object in the file; empty if there is none. Raises ``OSError``."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        try:
            # Notepad may have put a byte order mark before it.
            plain = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_Plain)
        except (ValueError, RecursionError):
            return self._set_aside(content)
        return plain

    def _set_aside(self, content: bytes) -> _Plain:
        """Keep the bad file for a person to look at, and the salt that may still be in it.

        With another salt, waiting payments would no longer find the token they were sent with.
        """
        found = _SALT_PATTERN.search(content.decode(errors="replace"))
        bad = self._path.with_name(self._path.name + ".bad")
        number = 1
        while bad.exists():
            number += 1
            bad = bad.with_name(f"{self._path.name}.bad{number}")
        rename(self._path, bad)
        self.set_aside_as = bad.name
        if found is None:
            return {}
        plain: _Plain = {_SALT: found.group(1)}
        self._write(plain)
        return plain

    def _write(self, plain: _Plain) -> None:
        content = msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"
        folder = self._path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._path, content)


def _values(kind: type[_Values], plain: Mapping[str, object]) -> _Values:
    """An object of ``kind`` out of what can be read; the default for each other field."""
    types = _TYPES[kind]
    found: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in plain:
            continue
        value = plain[field.name]
        if types[field.name] is Shop:
            found[field.name] = _values(Shop, value if isinstance(value, dict) else {})
            continue
        with contextlib.suppress(ValueError):
            found[field.name] = _checked(
                field.name, msgspec.convert(value, types[field.name], strict=True)
            )
    return kind(**found)


def _checked(name: str, value: object) -> object:
    """The value; raises ``ValueError`` for a base URL that rule 12 forbids."""
    if name in _URLS and value != _NO_URL and not is_allowed_url(str(value)):
        raise ValueError("a base URL must be https")
    return value


def _plain(settings: Settings) -> _Plain:
    plain: _Plain = msgspec.to_builtins(settings)
    return {name: _cleaned(value) for name, value in plain.items()}


def _cleaned(value: object) -> object:
    """Texts without what UTF-8 cannot hold; settings are not deeper than a shop's details."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise of_system(error) from error
