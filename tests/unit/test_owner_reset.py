"""An owner's forgotten PIN is set anew by the shop's token, or a day after it was asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.journal import JournalKind
from desktop_app.core.lockout import FREE_TRIES
from desktop_app.core.operators import PinAnswer, PinOutcome, Role
from desktop_app.core.pin_reset import ResetWay, same_token
from desktop_app.core.settings import Paper
from desktop_app.core.shifts.shift import CashCount
from desktop_app.core.shop import Till
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.printing.shift_report import shift_report
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.paper import ENGLISH, SHOP
from tests.unit.test_people import CHEAP, RAMS, SITAS, Shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVE, TEST = Environment.LIVE, Environment.TEST
TOKEN, OTHER, NEW = "AbCdEfGhIjKlMnOpQrSt", "AbCdEfGhIjKlMnOpQrSu", "8264"
TILL = Till()


class TokenShop(Shop):
    """A shop whose keyring outlives the program."""

    def __init__(self, folder: Path) -> None:
        self.vault = MemoryVault()
        super().__init__(folder)

    def _build(self) -> UseCases:
        store = SettingsFile(settings_path(self.folder))
        given = Dependencies(self.folder, self.clock, store, vault=self.vault, pin_cost=self.cost)
        return UseCases(given, self.settings, Redactor())

    def reset(self, token: str, name: str = "Sita", pin: str = NEW) -> PinAnswer:
        return self.use_cases.owner_reset.set_anew(self.id_of(name), token, pin)

    def kinds(self) -> list[str]:
        return [kind for kind, *_ in self.journal()]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[TokenShop]:
    """Sita owns it, Ram has a PIN; the token of LIVE is kept."""
    put_blank_ledger(ledger_path(tmp_path, LIVE))
    shop = TokenShop(tmp_path)
    shop.cost = CHEAP
    shop.vault.save(LIVE, TOKEN)
    assert shop.operators.add("Sita", Role.OWNER, SITAS, None).fault is None
    shop.clock.move(timedelta(seconds=1))
    assert shop.operators.add("Ram", Role.CLERK, RAMS, shop.proof()).fault is None
    yield shop
    shop.use_cases.environments.close()


def test_the_shops_token_sets_the_pin_anew_and_the_journal_says_so(shop: TokenShop) -> None:
    assert shop.reset(TOKEN).outcome is PinOutcome.RIGHT
    assert shop.outcome(SITAS) is PinOutcome.WRONG
    assert shop.outcome(NEW) is PinOutcome.RIGHT
    entry = next(e for e in shop.journal() if e[0] == JournalKind.PIN_SET_ANEW.value)
    assert entry[1:3] == ("token of the shop", "")
    assert '"person":"Sita"' in entry[3]
    assert '"way":"live_token"' in entry[3]
    assert TOKEN not in entry[3]
    assert NEW not in entry[3]


@pytest.mark.parametrize("wrong", [OTHER, "", TOKEN[:-1], TOKEN.lower(), "TEST:" + TOKEN])
def test_a_wrong_token_opens_nothing(shop: TokenShop, wrong: str) -> None:
    assert shop.reset(wrong).outcome is PinOutcome.WRONG
    assert shop.outcome(NEW) is PinOutcome.WRONG
    assert shop.outcome(SITAS) is PinOutcome.RIGHT
    refused = [e for e in shop.journal() if e[0] == JournalKind.RESET_REFUSED.value]
    assert len(refused) == 1
    assert '"person":"Sita"' in refused[0][3]


def test_wrong_tokens_lock_as_wrong_pins_do_and_another_start_does_not_help(
    shop: TokenShop,
) -> None:
    for _ in range(FREE_TRIES - 1):
        assert shop.reset(OTHER).locked_until is None
    assert shop.outcome("5050") is PinOutcome.WRONG, "they count together"
    assert shop.reset(TOKEN).outcome is PinOutcome.LOCKED
    shop.restart(timedelta(seconds=30))
    assert shop.reset(TOKEN).outcome is PinOutcome.LOCKED
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    shop.restart(timedelta(minutes=1))
    assert shop.reset(TOKEN).outcome is PinOutcome.RIGHT
    assert shop.outcome(NEW) is PinOutcome.RIGHT


def test_a_try_counts_although_the_program_ends_while_it_is_compared(
    shop: TokenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.application.owner_reset.same_token", killed)
    for _ in range(FREE_TRIES):
        with pytest.raises(KeyboardInterrupt):
            shop.reset(OTHER)
    monkeypatch.undo()
    shop.restart()
    assert shop.reset(TOKEN).outcome is PinOutcome.LOCKED


def test_a_clerks_pin_is_not_set_by_the_token(shop: TokenShop) -> None:
    assert shop.reset(TOKEN, "Ram").outcome is PinOutcome.GONE
    assert shop.outcome(RAMS, "Ram") is PinOutcome.RIGHT


def test_the_token_of_test_opens_nothing(shop: TokenShop) -> None:
    shop.vault.save(TEST, OTHER)
    assert shop.reset(OTHER).outcome is PinOutcome.WRONG
    shop.vault.delete(LIVE)
    assert shop.use_cases.owner_reset.state(shop.id_of("Sita")).way is ResetWay.WAITING
    assert shop.reset(OTHER).outcome is PinOutcome.LOCKED
    assert shop.outcome(SITAS) is PinOutcome.RIGHT


@pytest.mark.parametrize("set_by", [timedelta(hours=25), timedelta(hours=-48)])
def test_setting_the_clock_does_not_shorten_a_wait_of_the_running_program(
    shop: TokenShop, set_by: timedelta
) -> None:
    shop.vault.delete(LIVE)
    sita, reset = shop.id_of("Sita"), shop.use_cases.owner_reset
    right = shop.clock.time
    if set_by < timedelta():
        shop.clock.time = right + set_by
    reset.ask(sita)
    shop.clock.time = max(right, right + set_by)
    assert shop.reset("").outcome is PinOutcome.LOCKED
    possible = reset.state(sita).possible_from
    assert possible is not None
    assert possible == shop.clock.time + timedelta(hours=24)
    shop.clock.move(timedelta(hours=24))
    assert shop.reset("").outcome is PinOutcome.RIGHT


def test_a_shop_without_a_token_waits_a_day_that_everybody_sees(shop: TokenShop) -> None:
    shop.vault.delete(LIVE)
    sita, reset = shop.id_of("Sita"), shop.use_cases.owner_reset
    assert shop.reset("").outcome is PinOutcome.LOCKED
    assert reset.ask(sita).way is ResetWay.WAITING
    notice = shop.operators.people().notice
    assert notice is not None
    assert (notice.person, notice.is_set) == ("Sita", False)
    shop.restart(timedelta(hours=23, minutes=59))
    reset = shop.use_cases.owner_reset
    asked = reset.state(sita).asked_at
    assert reset.ask(sita).asked_at == asked, "asking again begins no second wait"
    assert shop.reset("").outcome is PinOutcome.LOCKED
    assert shop.outcome(RAMS, "Ram") is PinOutcome.RIGHT, "a clerk's PIN calls nothing off"
    shop.restart(timedelta(minutes=1))
    assert shop.reset("").outcome is PinOutcome.RIGHT
    assert shop.outcome(NEW) is PinOutcome.RIGHT
    assert JournalKind.RESET_ASKED.value in shop.kinds()


def test_asking_for_another_owner_ends_no_wait_and_any_owners_pin_ends_all(
    shop: TokenShop,
) -> None:
    assert shop.operators.add("Gita", Role.OWNER, "5091", shop.proof()).fault is None
    shop.vault.delete(LIVE)
    sita, gita = shop.id_of("Sita"), shop.id_of("Gita")
    shop.use_cases.owner_reset.ask(sita)
    shop.clock.move(timedelta(hours=5))
    shop.use_cases.owner_reset.ask(gita)
    shop.restart(timedelta(hours=20))
    assert shop.reset("").outcome is PinOutcome.RIGHT
    assert shop.use_cases.owner_reset.state(sita).asked_at is None, "it was done"
    assert shop.reset("", "Gita").outcome is PinOutcome.LOCKED
    shop.restart(timedelta(hours=5))
    assert shop.use_cases.owner_reset.state(gita).is_over(shop.clock.now())
    assert shop.outcome(NEW) is PinOutcome.RIGHT
    assert shop.use_cases.owner_reset.state(gita).asked_at is None
    assert shop.reset("", "Gita").outcome is PinOutcome.LOCKED


def test_the_owners_pin_calls_the_waiting_off(shop: TokenShop) -> None:
    shop.vault.delete(LIVE)
    shop.use_cases.owner_reset.ask(shop.id_of("Sita"))
    assert shop.outcome(SITAS) is PinOutcome.RIGHT
    assert shop.operators.people().notice is None
    shop.restart(timedelta(hours=25))
    assert shop.reset("").outcome is PinOutcome.LOCKED
    assert shop.outcome(SITAS) is PinOutcome.RIGHT


def test_everybody_is_told_until_an_owner_proves_the_new_pin(shop: TokenShop) -> None:
    shop.reset(TOKEN)
    for pin, name in ((RAMS, "Ram"), (SITAS, "Sita")):
        shop.outcome(pin, name)
        notice = shop.operators.people().notice
        assert notice is not None
        assert notice.is_set
    shop.restart()
    assert shop.operators.people().notice is not None
    shop.outcome(NEW)
    assert shop.operators.people().notice is None


def test_the_next_z_report_has_a_line_on_it_and_the_one_after_has_none(shop: TokenShop) -> None:
    shifts, nothing = shop.use_cases.shifts, CashCount()

    def z_report() -> str:
        shop.clock.move(timedelta(hours=1))
        shifts.open(TEST, TILL, nothing)
        report = shifts.close(TEST, TILL, nothing, nothing.total)
        kept = shifts.closed(TEST, TILL, 1)[0]
        assert kept == report
        paper = shift_report(kept, SHOP, TEST, ENGLISH, paper=Paper.ROLL_80)
        return " ".join(paper.texts())

    line = "The owner’s PIN was set anew with the shop’s token on"
    assert line not in z_report()
    shop.clock.move(timedelta(hours=1))
    shop.reset(TOKEN)
    assert line in z_report()
    assert line not in z_report()


def test_tokens_are_the_same_only_letter_for_letter() -> None:
    assert same_token(TOKEN, TOKEN)
    assert not same_token(TOKEN, OTHER)
    assert not same_token("", "")
    assert not same_token(TOKEN, "")
