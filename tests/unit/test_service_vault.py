"""Where tokens are kept, and where they are not."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, TypeVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.compat import properties
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem, VaultError
from desktop_app.vault.keyring_vault import (
    SERVICE_NAME,
    KeyringVault,
    MemoryVault,
    connection_id,
    open_vault,
)
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.ports import Vault

TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"
LIVE, TEST = Environment.LIVE, Environment.TEST


Kind = TypeVar("Kind", bound=type[KeyringBackend])


def unlisted(kind: Kind) -> Kind:
    """Not for keyring to find: it lists every class that is ever made."""
    KeyringBackend._classes.discard(kind)
    return kind


@unlisted
class WorkingKeyring(KeyringBackend):
    """Keeps passwords in a dict."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[service, username]


@unlisted
class FailingKeyring(WorkingKeyring):
    """Raises the same error, with the password in its text, whatever it is asked."""

    def __init__(self, error: type[Exception]) -> None:
        super().__init__()
        self._error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self._error(TOKEN)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._error(password)

    def delete_password(self, service: str, username: str) -> None:
        raise self._error(TOKEN)


@unlisted
class ForgetfulKeyring(WorkingKeyring):
    """Says that it kept a password, and did not."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@unlisted
class PlaintextKeyring(WorkingKeyring):
    """A file that anyone can read, going by its name."""


@unlisted
class WeakKeyring(WorkingKeyring):
    """What keyring itself does not recommend."""

    priority = 0.5


@unlisted
class UnusableKeyring(WorkingKeyring):
    """Cannot be used on this computer, and says so as keyring wants it."""

    @properties.classproperty
    def priority(cls) -> float:  # noqa: N805
        raise RuntimeError("not on this computer")


@unlisted
class AltKeyring(WorkingKeyring):
    """Comes from the package of keyrings that are not recommended."""

    __module__ = "keyrings.alt.file"


@pytest.fixture(params=["memory", "keyring"])
def vault(request: pytest.FixtureRequest) -> Vault:
    return MemoryVault() if request.param == "memory" else KeyringVault(WorkingKeyring())


def test_a_token_is_kept_for_its_environment_only(vault: Vault) -> None:
    assert vault.token(LIVE) is None
    vault.save(LIVE, "old")
    vault.save(LIVE, TOKEN)
    vault.save(TEST, "other")
    assert (vault.token(LIVE), vault.token(TEST)) == (TOKEN, "other")
    vault.delete(LIVE)
    vault.delete(LIVE)
    assert (vault.token(LIVE), vault.token(TEST)) == (None, "other")


def test_names_in_the_keyring() -> None:
    backend = WorkingKeyring()
    KeyringVault(backend).save(LIVE, TOKEN)
    assert backend.kept == {("Bhuktani", "token:live"): TOKEN}
    assert (MemoryVault().is_persistent, KeyringVault(backend).is_persistent) == (False, True)


def test_an_empty_password_is_no_token() -> None:
    backend = WorkingKeyring()
    backend.set_password(SERVICE_NAME, "token:live", "")
    assert KeyringVault(backend).token(LIVE) is None


@each(
    ("error", "problem"),
    [
        (KeyringLocked, Problem.VAULT_LOCKED),
        (InitError, Problem.VAULT_FAILED),
        (PasswordSetError, Problem.VAULT_FAILED),
        (OSError, Problem.VAULT_FAILED),
        (RuntimeError, Problem.VAULT_FAILED),
    ],
)
def test_errors_of_a_keyring_name_the_problem_and_not_the_token(
    error: type[Exception], problem: Problem
) -> None:
    vault = KeyringVault(FailingKeyring(error))
    actions: tuple[Callable[[], object], ...] = (
        lambda: vault.token(LIVE),
        lambda: vault.save(LIVE, TOKEN),
        lambda: vault.delete(LIVE),
    )
    for action in actions:
        with pytest.raises(VaultError) as caught:
            action()
        found = caught.value
        assert found.problem is problem
        assert found.details == {"reason": error.__name__}
        assert found.__cause__ is None
        assert found.__context__ is None
        assert TOKEN not in f"{found} {found!r}"


def test_a_keyring_that_does_not_keep_is_found_out() -> None:
    with pytest.raises(VaultError) as caught:
        KeyringVault(ForgetfulKeyring()).save(LIVE, TOKEN)
    assert caught.value.problem is Problem.VAULT_FAILED
    assert TOKEN not in str(caught.value)


def test_vaults_do_not_show_tokens(vault: Vault) -> None:
    vault.save(LIVE, TOKEN)
    assert TOKEN not in repr(vault)


# --- choosing ---------------------------------------------------------------------------------


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")


def opened_with(monkeypatch: pytest.MonkeyPatch, backend: KeyringBackend) -> Vault:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return open_vault()


@pytest.mark.usefixtures("linux")
@pytest.mark.parametrize(
    "kind",
    [null.Keyring, fail.Keyring, PlaintextKeyring, AltKeyring, WeakKeyring],
    ids=["null", "fail", "plaintext", "alt", "weak"],
)
def test_a_keyring_that_keeps_no_secret_is_not_used(
    monkeypatch: pytest.MonkeyPatch, kind: Callable[[], KeyringBackend]
) -> None:
    assert isinstance(opened_with(monkeypatch, kind()), MemoryVault)


@pytest.mark.usefixtures("linux")
def test_a_keyring_out_of_reach_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for backend in (FailingKeyring(InitError), FailingKeyring(OSError), UnusableKeyring()):
        assert isinstance(opened_with(monkeypatch, backend), MemoryVault)


@pytest.mark.usefixtures("linux")
def test_a_locked_keyring_is_used_and_says_that_it_is_locked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vault = opened_with(monkeypatch, FailingKeyring(KeyringLocked))
    assert vault.is_persistent
    with pytest.raises(VaultError) as caught:
        vault.token(LIVE)
    assert caught.value.problem is Problem.VAULT_LOCKED


@pytest.mark.usefixtures("linux")
def test_a_working_keyring_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = WorkingKeyring()
    opened_with(monkeypatch, backend).save(LIVE, TOKEN)
    assert list(backend.kept.values()) == [TOKEN]


@pytest.mark.usefixtures("linux")
def test_of_a_chain_only_a_keyring_that_keeps_secrets_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain, good = PlaintextKeyring(), WorkingKeyring()
    plain.set_password(SERVICE_NAME, "token:live", "read by everyone")

    links: list[KeyringBackend] = [plain, good]

    @unlisted
    class Chain(chainer.ChainerBackend):
        backends = links

    chain: KeyringBackend = Chain()  # type: ignore[no-untyped-call]
    vault = opened_with(monkeypatch, chain)
    assert vault.token(LIVE) is None
    vault.save(LIVE, TOKEN)
    assert good.kept
    links.remove(good)
    assert isinstance(opened_with(monkeypatch, chain), MemoryVault)


@pytest.mark.usefixtures("linux")
def test_a_keyring_that_cannot_be_loaded_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise ModuleNotFoundError("no such backend")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    assert isinstance(open_vault(), MemoryVault)


@pytest.mark.skipif(platform.system() != "Linux", reason="about Linux without D-Bus")
def test_linux_without_a_message_bus_has_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    assert isinstance(open_vault(), MemoryVault)


@pytest.mark.parametrize("system", ["Windows", "Darwin"])
def test_other_systems_use_their_own_keyring_by_name(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    if platform.system() == system:
        pytest.skip("it is there, and this test would use it")
    monkeypatch.setattr(platform, "system", lambda: system)
    # Not even asked: what the environment names would be found in this way.
    monkeypatch.setattr(keyring, "get_keyring", WorkingKeyring)
    assert isinstance(open_vault(), MemoryVault)


# --- the token's name -------------------------------------------------------------------------


def test_a_connection_id_names_the_token_without_telling_it() -> None:
    name = connection_id(TOKEN, "salt")
    assert name == connection_id(TOKEN, "salt")
    assert len(name) == 16
    assert set(name) <= set("0123456789abcdef")
    pairs = [(TOKEN + "x", "salt"), ("salt", TOKEN), (TOKEN, ""), (TOKEN, "s" * 1000)]
    assert len({name, *(connection_id(*pair) for pair in pairs)}) == 5
