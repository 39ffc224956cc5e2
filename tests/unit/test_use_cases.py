"""Use cases do not wait for each other, and work in the environment that they are told."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import keyring
import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem, VaultError
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.runtime.jobs import DeskJob
from desktop_app.vault.keyring_vault import SERVICE_NAME, MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock
from tests.unit.test_ledger_kit import add_in
from tests.unit.test_service_vault import WorkingKeyring, unlisted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.core.ports import Vault

LIVE, TEST, PRACTICE = Environment.LIVE, Environment.TEST, Environment.PRACTICE
_SOON = 20.0


@unlisted
class AskingKeyring(WorkingKeyring):
    """A keyring that asks its user for a password, who takes his time."""

    def __init__(self) -> None:
        super().__init__()
        self.asks = threading.Event()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asks.set()
        self.answered.wait()
        return super().get_password(service, username)


def of_folder(folder: Path, vault: Vault | None) -> UseCases:
    store = SettingsFile(settings_path(folder))
    for environment in Environment:
        put_blank_ledger(ledger_path(folder, environment))
    given = Dependencies(folder, HandClock(), store, vault=vault)
    return UseCases(given, Settings(environment=LIVE), Redactor())


@pytest.fixture
def use_cases(tmp_path: Path) -> Iterator[UseCases]:
    made = of_folder(tmp_path, MemoryVault())
    yield made
    made.environments.close()


def in_time(act: Callable[[], object]) -> bool:
    """The act comes to its end on another thread, while this one waits."""
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(_SOON)
    return not thread.is_alive()


def test_a_keyring_that_asks_its_user_holds_up_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = AskingKeyring()
    use_cases = of_folder(tmp_path, None)
    monkeypatch.setattr(keyring, "get_keyring", lambda: asking)
    waits = threading.Thread(target=use_cases.vault.token, args=(LIVE,), daemon=True)
    waits.start()
    assert asking.asks.wait(_SOON)
    try:
        assert in_time(use_cases.catalog.providers)
        for environment in Environment:
            assert in_time(partial(use_cases.environments.desk, environment))
        assert in_time(lambda: use_cases.records.back_up(LIVE))
        assert in_time(lambda: use_cases.environments.save(Settings(environment=PRACTICE)))
        assert waits.is_alive()
    finally:
        asking.answered.set()
        waits.join()
        use_cases.environments.close()


def test_who_reads_what_waits_is_told_soon_that_the_keyring_is_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each such read would take a worker, until none was left."""
    asking = AskingKeyring()
    asking.set_password(SERVICE_NAME, "token:live", "LiveTokenOfTheShop")
    use_cases = of_folder(tmp_path, None)
    monkeypatch.setattr(keyring, "get_keyring", lambda: asking)
    monkeypatch.setattr(use_cases.vault, "_max_seconds", 0.3)
    got: list[str | None] = []
    owner = threading.Thread(target=lambda: got.append(use_cases.vault.token(LIVE)), daemon=True)
    owner.start()
    assert asking.asks.wait(_SOON)
    try:
        desk = use_cases.environments.desk(LIVE)
        with pytest.raises(VaultError) as caught:
            desk.balance()
        assert caught.value.problem is Problem.VAULT_LOCKED
        assert owner.is_alive()
    finally:
        asking.answered.set()
        owner.join()
    assert got == ["LiveTokenOfTheShop"]
    use_cases.environments.close()


def test_an_environment_whose_record_is_being_replaced_holds_up_no_other(
    use_cases: UseCases,
) -> None:
    with use_cases.environments.replacing(LIVE):
        assert in_time(lambda: use_cases.environments.desk(PRACTICE).waiting())
        assert in_time(lambda: use_cases.environments.ledger(TEST).open_payments())


def test_a_job_works_in_the_environment_that_it_was_made_for(use_cases: UseCases) -> None:
    """Another environment that is chosen while the job waits its turn changes nothing."""
    environments = use_cases.environments
    add_in(environments.ledger(TEST), PaymentState.WAITING, environment=TEST)
    job = DeskJob("read what waits", TEST, environments, PaymentDesk.waiting)
    environments.save(Settings(environment=PRACTICE))
    assert [one.payment.order.environment for one in job()] == [TEST]


def test_a_record_that_could_not_be_replaced_is_used_again(use_cases: UseCases) -> None:
    before = use_cases.environments.ledger(LIVE)
    with pytest.raises(ZeroDivisionError), use_cases.environments.replacing(LIVE):
        raise ZeroDivisionError
    assert use_cases.environments.ledger(LIVE) is before
