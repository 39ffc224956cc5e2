"""What could not be recorded is named after a colon, and says which way it was to be."""

from __future__ import annotations

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.ui.customers.customer_writes import (
    favourite_line,
    released_line,
    saved_line,
    told_line,
)
from desktop_app.ui.shift.credit_texts import not_asked_sentence
from desktop_app.ui.shift.drawer_texts import close_line
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.on_account import list_line
from desktop_app.ui.texts.unrecorded import unrecorded_sentence

LOCKED, BROKEN = BhuktaniError(Problem.LEDGER_LOCKED), BhuktaniError(Problem.UNEXPECTED)


def test_a_mark_is_named_by_what_it_was_to_be() -> None:
    assert favourite_line("Ram", is_favourite=True) == "Ram as a favourite"
    assert favourite_line("Ram", is_favourite=False) == "Ram no longer a favourite"
    assert told_line("Ram", is_told=True) == "Ram was told"
    assert told_line("Ram", is_told=False) == "Ram was not told"
    assert saved_line("Ram") == "Ram’s card"
    assert released_line("9841") == "account 9841 taken off its customer"


def test_a_name_begins_small_after_a_colon_and_a_paper_leads_its_sentence() -> None:
    assert unrecorded_sentence(lambda: close_line(Money.rupees(5)), LOCKED).what == (
        "Not recorded: closing of the shift, Rs. 5.00 counted."
    )
    gone = Sentence("The printer is not there.", "Switch it on.").named(list_line())
    assert gone.what == "List of customers who owe: The printer is not there."
    assert gone.advice == "Switch it on."


def test_its_own_advice_stands_in_the_place_of_paper() -> None:
    for error in (LOCKED, BROKEN, BhuktaniError(Problem.STALE)):
        sentence = unrecorded_sentence(lambda: "a customer", error, lambda: "Take the cash.")
        assert sentence.advice.endswith("Take the cash.")
        assert "again" not in sentence.advice


def test_whether_the_service_was_asked_is_certain_only_if_the_program_knows_why_not() -> None:
    assert not_asked_sentence(LOCKED).what == "The service was not asked."
    assert not_asked_sentence(BROKEN).what == "It is not certain that the service was asked."
