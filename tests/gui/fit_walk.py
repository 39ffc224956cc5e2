"""Walks the window through its pages and states, and looks at each (``test_every_state``)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.widgets import FieldState
from tests.clerk import ENTER, ESC
from tests.gui.another_record import show_another_record
from tests.gui.looker import CONTROL, FIVE, ONE, TWO, Looker


def walk_steps(at: Looker) -> None:
    """Steps 1 to 4."""
    clerk = at.clerk
    at.look("provider")
    clerk.type("zzz")
    at.look("provider, nothing matches")
    clerk.press(ESC)
    clerk.press(TWO, ENTER)
    at.look("customer, suggestions")
    clerk.type("110-871")
    clerk.wait(lambda: clerk.find("customer.id").state is FieldState.INVALID)
    at.look("customer, not accepted")
    for account in ("rambdr_thap", "practice_maintenance", "practice_strange"):
        at.look_up(ONE, account)
        at.look(f"customer, {account}")
    at.look_up(TWO, "51200")
    at.look("customer, nothing to pay")
    at.look_up(ONE, "online_due_payment")
    at.look("a due only")
    at.look_up(TWO, "110871")
    at.look("bills")
    clerk.press(ONE)
    at.look("a bill is chosen")
    at.look_up(ONE, "online_due_and_package")
    clerk.press(FIVE)
    at.look("packages")
    clerk.press(ENTER)
    clerk.until_step(Step.CONFIRM)
    at.look("confirm")
    clerk.type("1600")
    at.look("confirm, cash is missing")
    clerk.press(Qt.Key.Key_F8)
    at.look("confirm, enough cash")


def walk_slow(at: Looker) -> None:
    """While an answer is awaited; the last of the walks, since it ends all slow calls."""
    clerk = at.clerk
    at.type_customer(ONE, "practice_slow")
    at.look("looking up")
    clerk.press(ESC)
    at.to_confirm("practice_slow_pay")
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.wait(lambda: at.window.flow.sending)
    at.look("sending")
    at.go_on()
    clerk.until_step(Step.RESULT)


def walk_results(at: Looker) -> None:
    """Step 5 in all its states, and what Confirm asks about payments before."""
    clerk = at.clerk
    changes = clerk.app.changes
    at.pay("bishnu_adhikari", "100000")
    at.look("paid, change to give")
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    clerk.until_idle()
    at.look("paid, saved")
    at.to_confirm("bishnu_adhikari")
    at.look("confirm, paid before")
    at.pay("practice_waiting", "100000")
    at.look("waiting, change to give")
    shown = at.window.flow.payment
    assert shown is not None
    other = replace(shown, number=1, order=replace(shown.order, reference="other"))
    changes.notify(Cause.CHECKED_AUTOMATICALLY, replace(other, state=PaymentState.PAID))
    at.look("waiting, a line about another payment")
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    clerk.until_idle()
    at.look("waiting, saved, a line about another payment")
    changes.notify(Cause.CHECKED_AUTOMATICALLY, replace(shown, state=PaymentState.REVIEW))
    at.look("ask support")
    changes.notify(Cause.CHECKED_AUTOMATICALLY, replace(other, state=PaymentState.NOT_PAID))
    at.look("ask support, a line about another payment")
    clerk.click("window.notice.close")
    at.to_confirm("practice_waiting")
    at.look("confirm, one waits")
    at.pay("practice_not_paid", "100000")
    at.look("not paid")
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.until_idle()
    at.look("cash returned")


def walk_places(at: Looker) -> None:
    """The other places, their sub-pages, and the page of keys."""
    clerk = at.clerk
    for name in ("payments", "waiting", "dayclose", "customers", "settings"):
        at.places.go(name)
        clerk.until_idle()
        at.look(name)
        if name == "payments":
            clerk.type("zzz")
            at.look("payments, nothing matches")
            walk_another_record(at)
        if name == "dayclose":
            walk_drawer(at)
            walk_credit(at)
    for sub in ("connection", "language", "providers", "limits", "backup", "people"):
        clerk.click(f"settings.nav.{sub}")
        clerk.until_idle()
        at.look(f"settings, {sub}")
    clerk.press(Qt.Key.Key_F1)
    at.look("keys")
    clerk.press(ESC)


def walk_another_record(at: Looker) -> None:
    """Payments of another environment than the one in force, with a long choice in the filters."""
    clerk = at.clerk
    clerk.press(ESC)
    show_another_record(clerk)
    at.look("payments, another record")
    clerk.press(ESC)
    clerk.until_idle()


def walk_drawer(at: Looker) -> None:
    """The cash is counted: before the first customer, and to close the shift, twice too little."""
    clerk = at.clerk
    clerk.click("dayclose.next")
    at.look("dayclose, opening cash")
    clerk.click("dayclose.next")
    clerk.until_idle()
    at.look("dayclose, shift open")
    clerk.click("dayclose.next")
    at.look("dayclose, count")
    for _ in range(9):
        clerk.type("1")
        clerk.press(ENTER)
    at.look("dayclose, difference")
    clerk.press(ESC)


def walk_credit(at: Looker) -> None:
    """The balance at the service against the record, and the commission."""
    clerk = at.clerk
    for name in ("credit", "commission"):
        at.places.go(name)
        clerk.until_idle()
        at.look(name)


def walk_settled(at: Looker) -> None:
    """All that a shop sees once it is connected, while no answer is awaited."""
    walk_steps(at)
    walk_results(at)
    walk_places(at)


def walk_all(at: Looker) -> None:
    """All that a shop sees once it is connected."""
    walk_settled(at)
    walk_slow(at)


def walk_first_start(at: Looker) -> None:
    """Welcome and the steps that connect the shop, up to the companies of its street."""
    clerk = at.clerk
    clerk.wait(lambda: clerk.find("first.card.practice").hasFocus())
    at.look("welcome")
    clerk.press(TWO)
    at.look("first start, shop")
    clerk.press(ENTER)
    at.look("first start, shop without a name")
    clerk.type("Ganesh Kirana")
    clerk.press(ENTER)
    clerk.until_idle()
    at.look("first start, token")
    clerk.type(PRACTICE_TOKEN)
    clerk.press(ENTER)
    clerk.until_idle()
    clerk.press(ENTER)
    clerk.until_idle()
    assert clerk.find("first.companies.search").hasFocus()
    at.look("first start, companies")
    clerk.type("zzz")
    at.look("first start, no company is called so")
