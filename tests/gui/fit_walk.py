"""Walks the window through its pages and states, and looks at each in all sizes (``test_fit``)."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language, Look, Settings, TextSize
from desktop_app.core.shop import Shop
from desktop_app.data_folder import settings_path
from desktop_app.providers import all_providers
from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.widgets import FieldState
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk, open_shop
from tests.fakes import NOON, HandClock
from tests.gui.fit_kit import bodies, english_times, misfits, scrolls_down, settle
from tests.gui.test_places_kit import MINUTE, known, ledger_in, payment
from tests.paper import SHOP

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from desktop_app.ui.shell.navigation import MainView
    from desktop_app.ui.theme import SystemLook

ONE, TWO, FIVE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5
CONTROL = Qt.KeyboardModifier.ControlModifier
SEEN = (
    "result.state",
    "result.advice",
    "result.why",
    "result.quote",
    "result.returned",
    "confirm.total",
    "confirm.cash",
    "confirm.lead",
    "confirm.stop",
    "confirm.sending",
)
ALWAYS_SEEN = ("result.state", "result.advice", "result.returned")
"""Also where the rest of the page has to be scrolled to."""
SCROLLS = ((911, 432), (1093, 534))
"""Sizes where a page may have to scroll: the first one, and both with large text."""

ROOMY = (1366, 688)
"""The size of the design: a whole page does not scroll in it."""
MAY_SCROLL = ("waiting, saved",)
"""States with one sentence more than there is room for: nothing that matters is scrolled to."""
SMALL = (1093, 534)
MIN_WIDTH = 1024
"""From this width on nothing has to be scrolled to from side to side."""
FIT_SMALL = (
    *("bills", "confirm, enough cash", "paid, change to give", "paid, saved"),
    "waiting, change to give",
    *("provider", "not paid", "payments", "dayclose", "credit", "commission", "customers"),
)
"""States whose page does not scroll in the small size of the design either."""


class Looker:
    """Looks at one window in some sizes, and keeps what it finds.

    ``judge`` says what else is wrong with the window in each state, in the first of the sizes.
    """

    def __init__(
        self,
        clerk: Clerk,
        go_on: Callable[[], None],
        sizes: tuple[tuple[int, int], ...],
        judge: Callable[[QWidget], list[str]] = lambda _: [],
    ) -> None:
        self.clerk = clerk
        self.go_on = go_on
        self.window = clerk.app.window
        self._sizes = sizes
        self._judge = judge
        large = clerk.app.session.settings.text_size is TextSize.LARGE
        self._scrolls = SCROLLS if large else SCROLLS[:1]
        self.found: list[str] = []
        self.resize(sizes[0])
        clerk.until_idle()

    @property
    def places(self) -> MainView:
        places = self.window.main_view
        assert places is not None
        return places

    def look(self, state: str) -> None:
        """Look in every size, the first one last: it stays."""
        if self.clerk.app.session.nepali:
            self.found += [f"{state}: not Nepali: {at}" for at in english_times(self.window)]
        for size in reversed(self._sizes):
            self.resize(size)
            where = f"{state} at {size[0]}x{size[1]}"
            self.found += [f"{where}: {why}" for why in misfits(self.window)]
            if len(self._scrolls) == 1 and self._must_hold(size, state):
                down = [scrolls_down(body) for body in bodies(self.window)]
                self.found += [f"{where}: the page scrolls by {by} px" for by in down if by]
            across = [body.horizontalScrollBar().maximum() for body in bodies(self.window)]
            if size[0] >= MIN_WIDTH and len(self._scrolls) == 1:
                self.found += [f"{where}: {by} px are beside the window" for by in across if by]
            matters = ALWAYS_SEEN if size in self._scrolls else SEEN
            self.found += [f"{where}: {name} is not seen" for name in self._hidden(matters)]
        self.found += [f"{state}: {why}" for why in self._judge(self.window)]

    @staticmethod
    def _must_hold(size: tuple[int, int], state: str) -> bool:
        """The whole page has room, or nothing but a list in it scrolls."""
        return (size == ROOMY and not state.startswith(MAY_SCROLL)) or (
            size == SMALL and state in FIT_SMALL
        )

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window a size, and its pages the time to lay themselves out."""
        # As on a screen that is not larger.
        self.window.setMinimumSize(1, 1)
        self.window.resize(*size)
        settle(self.window)
        # As the program's loop does: what was replaced would be styled and searched ever again.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _hidden(self, matters: tuple[str, ...]) -> list[str]:
        """What matters for the money, and would have to be scrolled to."""
        hidden = []
        for name in matters:
            part = self.window.findChild(QWidget, name)
            if part is None or not part.isVisible():
                continue
            visible = part.visibleRegion().boundingRect()
            if visible.height() + 2 < part.height():
                hidden.append(name)
        return hidden

    def look_up(self, digit: Qt.Key, account: str) -> None:
        """To the end of a look-up, from anywhere."""
        self.type_customer(digit, account)
        self.clerk.until_idle()

    def type_customer(self, digit: Qt.Key, account: str) -> None:
        """To the beginning of a look-up, from anywhere."""
        self.window.flow.restart()
        self.places.go("payment")
        self.clerk.until_idle()
        self.clerk.press(digit, ENTER)
        self.clerk.find("customer.id").clear()
        self.clerk.type(account)
        self.clerk.press(ENTER)

    def to_confirm(self, account: str) -> None:
        """Up to Confirm."""
        self.look_up(ONE, account)
        self.clerk.press(ONE, ENTER)
        self.clerk.until_step(Step.CONFIRM)

    def pay(self, account: str, cash: str) -> None:
        """To the result, with change to give where the cash is more than the sum."""
        self.to_confirm(account)
        self.clerk.type(cash)
        self.clerk.press(ENTER)
        if self.clerk.find("confirm.cashright").isVisible():
            self.look("confirm, is the cash right")
            self.clerk.press(Qt.Key.Key_Space)
        self.clerk.press(ENTER)
        self.clerk.until_step(Step.RESULT)


@contextmanager
def opened(
    folder: Path,
    environment: Environment | None,
    language: Language,
    text_size: TextSize = TextSize.NORMAL,
    look: SystemLook | None = None,
    companies: Collection[str] = (),
    size: tuple[int, int] | None = ROOMY,
    *,
    paints: bool = False,
) -> Iterator[tuple[Clerk, Callable[[], None]]]:
    """A shop with payments of all kinds of before, and what ends slow calls.

    ``environment`` is None for the first start. All companies are on where none is named. Where
    only sizes are asked for, nothing needs to be painted.
    """
    slugs = [provider.info.slug for provider in all_providers()]
    settings = Settings(
        environment=environment,
        providers_off=tuple(slug for slug in slugs if companies and slug not in companies),
        shop=SHOP if environment else Shop(),
        operator="Sita" if language is Language.ENGLISH else "सीता",
        language=language,
        receipt_language=language,
        text_size=text_size,
        look=Look.SYSTEM if look else Look.LIGHT,
        asks_opening_cash=False,
    )
    SettingsFile(settings_path(folder)).save(settings)
    if environment is not None:
        fill(folder, environment)
    connection = None
    if environment is not None and environment is not Environment.PRACTICE:
        connection = Connection(environment, "https://service.example")
    service = PracticeService(token=TEST_TOKEN) if connection else PracticeService()
    slow = threading.Event()
    clerk = open_shop(
        folder,
        connection=connection,
        clock=HandClock(),
        transport=PracticeTransport(service, sleep=lambda _: slow.wait(60)),
        look=look,
        size=size,
        paints=paints,
    )
    try:
        yield clerk, slow.set
    finally:
        slow.set()
        clerk.app.close()


def fill(folder: Path, environment: Environment) -> None:
    """Payments of all kinds, with long names, and customers looked up before."""
    refused = {"code": "4000", "reason": "Customer not found."}
    with ledger_in(folder, environment) as ledger:
        for at, name in (
            (30, "Ram Bahadur Thapa"),
            (40, "Sunita Karki Shrestha Rajbhandari of the upper house"),
        ):
            account = f"{name.split()[0].lower()}_karki_of_old_baneshwor_ward_10"
            payment(
                ledger,
                PaymentState.PAID,
                NOON - at * MINUTE,
                name=name,
                account=account,
                environment=environment,
            )
            known(ledger, account, name, NOON - at * MINUTE, days_left=2)
        payment(
            ledger,
            PaymentState.REVIEW,
            NOON - 1500 * MINUTE,
            name="Mina Tamang",
            account="mina",
            environment=environment,
        )
        payment(
            ledger,
            PaymentState.WAITING,
            NOON - 27 * MINUTE,
            name="Hari",
            account="hari",
            environment=environment,
        )
        payment(
            ledger,
            PaymentState.NOT_PAID,
            NOON - 46 * MINUTE,
            name="Hari Prasad Oli",
            slug="vianet-updated",
            account="92117",
            paisa=1_243_40,
            content=refused,
            environment=environment,
        )
        known(ledger, "84310", "Asha Rai", NOON - 60 * MINUTE, slug="vianet-updated")


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


def walk_all(at: Looker) -> None:
    """All that a shop sees once it is connected."""
    walk_steps(at)
    walk_results(at)
    walk_places(at)
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
