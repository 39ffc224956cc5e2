"""Each event names the person whose hand it was, and nobody where the program did it by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.payments.event_content import paper_in
from desktop_app.core.payments.payment import EventKind, Payment
from desktop_app.core.settings import Language
from desktop_app.core.shop import Till
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.redaction.tokens import Redactor
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.payment_kit.history import event_lines
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.clerk import TEST_TOKEN
from tests.fakes import HandClock
from tests.unit.test_reopened_record import TEST, TITLE, Shop, settings_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITA, HARI = "5" * 32, "4" * 32
LATER = Till(operator="Hari", operator_id=HARI)
"""Who is at the counter after Sita took the payment."""


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def shop(tmp_path: Path, clock: HandClock) -> Iterator[Shop]:
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as server:
        vault = MemoryVault()
        vault.save(TEST, TEST_TOKEN)
        put_blank_ledger(ledger_path(tmp_path, TEST))
        given = Dependencies(tmp_path, clock, SettingsFile(settings_path(tmp_path)), vault=vault)
        use_cases = UseCases(given, settings_for(server), Redactor())
        yield Shop(tmp_path, use_cases, server, server)
        use_cases.environments.close()


def pay(shop: Shop, account_id: str = "online_renew") -> Payment:
    request = shop.request(account_id)
    till = replace(request.counter, operator="Sita", operator_id=SITA)
    return shop.desk.pay(replace(request, counter=till)).payment


def named(shop: Shop) -> list[tuple[EventKind, str, str]]:
    return [(one.kind, one.operator, one.operator_id) for one in shop.ledger.events(1)]


def test_who_took_it_is_named_and_nobody_for_what_the_service_answered(shop: Shop) -> None:
    pay(shop)
    assert named(shop) == [
        (EventKind.RECORDED, "Sita", SITA),
        (EventKind.SENT, "Sita", SITA),
        (EventKind.ANSWERED, "", ""),
    ]


def test_a_paper_names_who_brought_it_out_and_so_does_one_that_stuck(shop: Shop) -> None:
    paid = pay(shop)
    prints = shop.desk.prints.by(LATER)
    prints.count(paid, TITLE, is_receipt=True)
    prints.take_back(paid, TITLE, is_receipt=True)
    told = named(shop)[-2:]
    assert told == [(EventKind.PRINTED, "Hari", HARI), (EventKind.NOT_PRINTED, "Hari", HARI)]
    # Counted by one, it is counted for all.
    shop.desk.prints.by(LATER).count(paid, TITLE, is_receipt=True)
    assert shop.desk.prints.copies(paid) == 1


def test_a_look_up_names_who_asked_for_it_and_nobody_where_it_came_by_itself(
    shop: Shop, clock: HandClock
) -> None:
    waiting = pay(shop, "practice_ask_support")
    clock.move(timedelta(minutes=5))
    assert shop.use_cases.environments.check_next()
    clock.move(timedelta(minutes=10))
    shop.desk.check(waiting.number, LATER)
    looked = [one[1:] for one in named(shop) if one[0] is EventKind.LOOKED_UP]
    assert looked == [("", ""), ("Hari", HARI)]


def test_all_that_are_looked_up_because_a_person_asks_name_the_person(
    shop: Shop, clock: HandClock
) -> None:
    pay(shop, "practice_ask_support")
    clock.move(timedelta(minutes=5))
    assert shop.desk.check_next(LATER)
    assert named(shop)[-1] == (EventKind.LOOKED_UP, "Hari", HARI)


def test_what_was_given_up_names_who_stood_there(shop: Shop) -> None:
    assert shop.desk
    shop.refuse(EventKind.SENT)
    with pytest.raises(Exception, match="ledger"):
        pay(shop)
    assert named(shop)[-1] == (EventKind.ABANDONED, "Sita", SITA)


def test_the_history_shows_the_name_where_there_is_one(shop: Shop) -> None:
    paid = pay(shop)
    shop.desk.prints.by(LATER).count(paid, TITLE, is_receipt=True)
    shop.desk.note_phone(1, "9841000000", LATER)
    events = shop.ledger.events(1)
    assert paper_in(events[-2]).title == TITLE
    lines = event_lines(paid, events, Language.ENGLISH)
    assert [line.words for line in lines] == [
        "before sending, operator Sita",
        "to the service",
        lines[2].words,
        "printed · Hari",
        "9841000000 · Hari",
    ]
    assert "Hari" not in lines[2].words
    assert "Sita" not in lines[2].words
