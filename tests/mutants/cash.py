"""Breaks of taking the cash: what is read, asked about, and kept from paying."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_FLOW = "desktop_app/core/payment_flow.py"
_TAKEN = "desktop_app/core/taken_money.py"
_CONFIRMATIONS = "desktop_app/core/confirmations.py"
_MONEY = "desktop_app/core/money.py"
_BURST = "desktop_app/core/key_burst.py"
_SCANS = "desktop_app/ui/shell/scan_filter.py"

_BEGIN_CONFIRM = (
    "        self.taken = TakenMoney(others=others)\n        self.confirmations = Confirmations()\n"
)

FLOW = ("tests/unit/test_flow.py", "tests/unit/test_flow_any_order.py")
MONEY = ("tests/unit/test_money.py",)
PACE = ("tests/unit/test_key_burst.py",)
SCANS = ("tests/gui/test_scanner.py",)
MANY_WAIT = ("tests/gui/test_places_many_waiting.py", "-k", "cash_goes_back")
TYPING = ("tests/gui/test_cash_typing.py", "-k", "read_twice")

IN_CASH = (
    Mutant(
        "any cash is usual",
        "money",
        _MONEY,
        "    return cash > sensible_cash_limit(cash_due)\n",
        "    return False\n",
        MONEY,
    ),
    Mutant(
        "far too much cash pays without a question",
        "money",
        _FLOW,
        "            and not self.taken.asks_for_cash(due)\n",
        "",
        FLOW,
    ),
    Mutant(
        "once agreed to, any cash is right",
        "money",
        _TAKEN,
        "        if cash is None or cash == self.agreed_cash:\n",
        "        if cash is None or self.agreed_cash is not None:\n",
        FLOW,
    ),
    Mutant(
        "what was agreed to holds for the next payment",
        "money",
        _FLOW,
        _BEGIN_CONFIRM,
        "        self.taken = TakenMoney(others=others, agreed_cash=self.taken.agreed_cash)\n"
        "        self.confirmations = Confirmations()\n",
        FLOW,
    ),
    Mutant(
        "a low balance asks nothing",
        "money",
        _FLOW,
        "asks_for_duplicate or self.asks_for_balance or",
        "asks_for_duplicate or",
        FLOW,
    ),
    Mutant(
        "an account that nobody has checked is paid for",
        "money",
        _FLOW,
        "self.asks_for_balance or self.asks_for_account\n",
        "self.asks_for_balance\n",
        FLOW,
    ),
    Mutant(
        "an account that was confirmed once is confirmed for good",
        "money",
        _FLOW,
        _BEGIN_CONFIRM,
        "        self.taken = TakenMoney(others=others)\n"
        "        said = self.confirmations.account_confirmed\n"
        "        self.confirmations = Confirmations(account_confirmed=said)\n",
        FLOW,
    ),
    Mutant(
        "an unknown balance stops a payment",
        "money",
        _FLOW,
        "        return ready is not None and balance is not None and balance < ready.payable\n",
        "        return ready is not None and (balance is None or balance < ready.payable)\n",
        FLOW,
    ),
    Mutant(
        "the answer about the balance answers for an earlier payment",
        "7",
        _CONFIRMATIONS,
        "(self.duplicates.paid_today is not None and not self.duplicate_confirmed)",
        "(self.duplicates.paid_today is not None "
        "and not (self.duplicate_confirmed or self.tries_low_balance))",
        FLOW,
    ),
    Mutant(
        "a comma after the point is grouping",
        "money",
        _MONEY,
        r"([0-9][0-9, ]*(?:\.[0-9]*)?)",
        r"([0-9][0-9, ]*(?:\.[0-9,]*)?)",
        MONEY,
    ),
    Mutant(
        "every Enter is a person's",
        "money",
        _BURST,
        "                return self._run > 1 and self._is_quick(at, pause)\n",
        "                return False\n",
        PACE,
    ),
    Mutant(
        "a scanner's Enter pays",
        "money",
        _SCANS,
        "        if not self._burst.press(kind, key, event.key(), at, event.text()):\n",
        "        self._burst.press(kind, key, event.key(), at, event.text())\n"
        "        if kind is KeyKind.ENTER:\n",
        TYPING,
    ),
    Mutant(
        "the cash field takes a scanner's Enter",
        "money",
        "desktop_app/ui/wizard/cash_panel.py",
        "        self.field.setProperty(NO_SCAN, True)\n",
        "",
        TYPING,
    ),
    Mutant(
        "the first keys of a bar code press what they reach",
        "money",
        _BURST,
        "        self._hold(HeldKey(key, code, text, acts), at)\n        return True\n",
        "        self._hold(HeldKey(key, code, text, acts), at)\n        return self._run > 1\n",
        PACE,
    ),
    Mutant(
        "a bar code is what its keys would type",
        "money",
        _BURST,
        "        if len(characters) >= MIN_SCAN:\n",
        "        if len(characters) > 99:\n",
        PACE,
    ),
    Mutant(
        "a bar code goes to any field, with its Enter",
        "money",
        _SCANS,
        "            if scan.enter is not None and focus.property(TAKES_SCAN):\n",
        "            if scan.enter is not None:\n",
        SCANS,
    ),
    Mutant(
        "a digit of the cash is lost to the shortcut after it",
        "money",
        _SCANS,
        "        if is_typed and not self._burst.waits(_kind_of(event), event.timestamp()):\n",
        "        if False:\n",
        (*SCANS, "-k", "before_a_shortcut"),
    ),
    Mutant(
        "a key presses a button of a dialog that has closed",
        "money",
        _SCANS,
        "not key.window.isVisible() or ",
        "",
        (*SCANS, "-k", "closes_meanwhile"),
    ),
    Mutant(
        "a bar code is taken for cash",
        "money",
        _SCANS,
        " and not focus.property(NO_SCAN)\n",
        "\n",
        SCANS,
    ),
    Mutant(
        "a customer who comes under the pressed mouse is looked up",
        "money",
        "desktop_app/ui/wizard/recent.py",
        'f"{entry.provider.info.slug} {entry.account_id}"',
        "str(number)",
        ("tests/gui/test_practice_lessons.py", "-k", "under_the_pressed_mouse"),
    ),
    Mutant(
        "another customer is offered whatever went wrong",
        "money",
        "desktop_app/ui/wizard/customer_page.py",
        " and knows_no_customer(error):",
        ":",
        ("tests/gui/test_wizard_not_found.py", "-k", "no_other_customer"),
    ),
    Mutant(
        "do not take cash is forgotten where the clerk looks elsewhere",
        "money",
        "desktop_app/core/inquiry_flow.py",
        "        self.lookup_error = error\n",
        "",
        ("tests/gui/test_wizard_not_found.py", "-k", "until_something_else_is_typed"),
    ),
    Mutant(
        "whose the cash is is forgotten where nothing was sent",
        "money",
        _FLOW,
        "        self.send_error = error\n",
        "        self.send_error = None\n",
        ("tests/gui/test_never_sent.py",),
    ),
    Mutant(
        "one key gives back cash of a payment that was not looked at",
        "8",
        "desktop_app/ui/waiting/card_list.py",
        "            self._go_to(owing[0])\n",
        "            self._go_to(owing[0])\n            return self._items[owing[0]].number\n",
        MANY_WAIT,
    ),
    Mutant(
        "of several whose cash is owed one is taken",
        "8",
        "desktop_app/ui/waiting/card_list.py",
        "        if len(owing) == 1:\n",
        "        if owing:\n",
        MANY_WAIT,
    ),
)
