"""Tokens in the operating system's keyring, or only in memory (payment rule 11)."""

from __future__ import annotations

import hashlib
import logging
import platform
import threading
from typing import TYPE_CHECKING, Final, TypeVar

from desktop_app.core.errors import Problem, VaultError

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

    from desktop_app.core.environment import Environment
    from desktop_app.core.ports import Vault

log = logging.getLogger(__name__)

SERVICE_NAME: Final = "Bhuktani"

_T = TypeVar("_T")
_MIN_PRIORITY = 1
"""keyring's own bound of what it recommends; plaintext files are below it."""

_PLAINTEXT_MODULES = ("keyrings.alt",)
_LOCKED_NAMES = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})
_THIS_COMPUTER_ONLY = 2  # CRED_PERSIST_LOCAL_MACHINE
_ID_BYTES = 8
_KEY_BYTES = 64


def connection_id(token: str, salt: str) -> str:
    """A name for a token, 16 hex digits: the same for the same token and salt.

    A keyed hash. The token cannot be computed back from 64 of its bits, and cannot be guessed: it
    holds 20 random letters and digits, about 119 bits, so that a slow hash would add nothing but
    waiting. The salt, one for each installation, keeps two shops' records from being compared.
    """
    key = hashlib.blake2b(_bytes(salt), digest_size=_KEY_BYTES).digest()
    return hashlib.blake2b(_bytes(token), digest_size=_ID_BYTES, key=key).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class MemoryVault:
    """Forgets the tokens when the program ends."""

    def __init__(self) -> None:
        self._tokens: dict[Environment, str] = {}

    @property
    def is_persistent(self) -> bool:
        """False: tokens are asked for at every start."""
        return False

    def token(self, environment: Environment) -> str | None:
        """The token of that environment, None if there is none."""
        return self._tokens.get(environment)

    def save(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one."""
        self._tokens[environment] = token

    def delete(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""
        self._tokens.pop(environment, None)


class KeyringVault:
    """Keeps the tokens in a keyring; every method may raise ``VaultError``."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend
        # Windows keeps several names of one service by moving them about, which is not atomic.
        self._lock = threading.Lock()

    @property
    def is_persistent(self) -> bool:
        """True: tokens are there at the next start."""
        return True

    def token(self, environment: Environment) -> str | None:
        """The token of that environment, None if there is none."""
        with self._lock:
            return self._read(environment)

    def save(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one, and see that it is there."""
        name = _user_name(environment)
        with self._lock:
            _guarded(lambda: self._backend.set_password(SERVICE_NAME, name, token))
            if self._read(environment) != token:
                raise VaultError(Problem.VAULT_FAILED, reason="not kept")

    def delete(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""
        name = _user_name(environment)
        with self._lock:
            if self._read(environment) is not None:
                _guarded(lambda: self._backend.delete_password(SERVICE_NAME, name))

    def _read(self, environment: Environment) -> str | None:
        name = _user_name(environment)
        return _guarded(lambda: self._backend.get_password(SERVICE_NAME, name)) or None

    def __repr__(self) -> str:
        return f"KeyringVault({type(self._backend).__module__})"


def _user_name(environment: Environment) -> str:
    return f"token:{environment.value}"


def _guarded(action: Callable[[], _T]) -> _T:
    """Carry out a keyring's action; any error of it becomes a ``VaultError``.

    It is raised outside of the handler: keyrings quote what they like in their errors, and an
    error raised inside would carry theirs along as its context.
    """
    try:
        return action()
    except Exception as error:
        reason = type(error).__name__
    locked = reason in _LOCKED_NAMES
    raise VaultError(Problem.VAULT_LOCKED if locked else Problem.VAULT_FAILED, reason=reason)


def open_vault() -> Vault:
    """The operating system's keyring; where there is none that keeps a secret, memory only.

    Never a keyring in a plain file. May take seconds, and may ask the user to unlock. Raises
    nothing: a keyring that is only locked is returned, and says so when it is used.
    """
    try:
        backend = _keyring()
        if backend is not None and _answers(backend):
            return KeyringVault(backend)
    except Exception as error:  # backends fail in ways of their own when they are loaded
        log.warning("no keyring: %s", type(error).__name__)
    return MemoryVault()


def _keyring() -> KeyringBackend | None:
    system = platform.system()
    if system == "Windows":
        return _of_windows()
    if system == "Darwin":
        return _of_macos()
    import keyring

    return _keeping_secrets(keyring.get_keyring())


def _of_windows() -> KeyringBackend | None:
    # By name: keyring finds its backends by entry points, which a frozen program does not have.
    from keyring.backends.Windows import WinVaultKeyring

    backend = WinVaultKeyring()  # type: ignore[no-untyped-call]
    backend.persist = _THIS_COMPUTER_ONLY  # otherwise it travels with a roaming profile
    return _keeping_secrets(backend)


def _of_macos() -> KeyringBackend | None:
    from keyring.backends.macOS import Keyring

    return _keeping_secrets(Keyring())  # type: ignore[no-untyped-call]


def _keeping_secrets(backend: KeyringBackend) -> KeyringBackend | None:
    """The backend, or the first of a chain, that neither forgets, fails nor writes plain text."""
    from keyring.backends.chainer import ChainerBackend

    if isinstance(backend, ChainerBackend):
        # One of them and not the chain, which would read from a plain file further down.
        chain: list[KeyringBackend] = list(backend.backends)
        return next((one for one in chain if _keeps_secrets(one)), None)
    return backend if _keeps_secrets(backend) else None


def _keeps_secrets(backend: KeyringBackend) -> bool:
    from keyring.backends import fail, null

    kind = type(backend)
    if isinstance(backend, null.Keyring | fail.Keyring):
        return False
    if kind.__module__.startswith(_PLAINTEXT_MODULES) or "plaintext" in kind.__name__.lower():
        return False
    try:
        return float(kind.priority) >= _MIN_PRIORITY
    except Exception:  # how a backend says that it cannot be used here
        return False


def _answers(backend: KeyringBackend) -> bool:
    """Probe the keyring with a harmless read: it can be installed and still be out of reach."""
    try:
        _guarded(lambda: backend.get_password(SERVICE_NAME, "probe"))
    except VaultError as error:
        return error.problem is Problem.VAULT_LOCKED
    return True
