"""Breaks of how a bill is paid: what may pay it, who owes, and what ends that."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_TENDERS = "desktop_app/core/tenders.py"
_FLOW = "desktop_app/core/payment_flow.py"
_TAKEN = "desktop_app/core/taken_money.py"
_ORDER = "desktop_app/core/payments/order.py"
_PAYMENT = "desktop_app/core/payments/payment.py"
_CORE = "desktop_app/core/on_account.py"
_ON_ACCOUNT = "desktop_app/ledger/on_account.py"
_SETTLING = "desktop_app/ledger/sqlite/on_account.py"
_LEDGER = "desktop_app/ledger/sqlite/ledger.py"
_QUERIES = "desktop_app/ledger/queries.py"
_SEARCH = "desktop_app/core/owing_search.py"
_FIGURES = "desktop_app/core/shifts/figures.py"

TENDERS = ("tests/unit/test_tenders.py",)
PAPERS = ("tests/unit/test_tender_papers.py",)
DUES = ("tests/unit/test_dues_by_wallet.py",)
WORDS = ("tests/unit/test_tender_words.py",)
WHO = ("tests/unit/test_who_owes.py",)

IN_TENDERS = (
    Mutant(
        "a bill is paid with more than it is",
        "money",
        _TENDERS,
        "    return rest >= ZERO and len(others)",
        "    return len(others)",
        TENDERS,
    ),
    Mutant(
        "a tender of less than nothing pays",
        "money",
        _TENDERS,
        "        if self.amount <= ZERO:\n",
        "        if not self.amount:\n",
        TENDERS,
    ),
    Mutant(
        "a wallet needs no reference",
        "money",
        _TENDERS,
        "bool(self.reference.strip()) and self.customer is None",
        "self.customer is None",
        TENDERS,
    ),
    Mutant(
        "nobody owes what is on account",
        "money",
        _TENDERS,
        "            return self.customer is not None\n",
        "            return True\n",
        TENDERS,
    ),
    Mutant(
        "the flow sends what does not pay the bill",
        "money",
        _TAKEN,
        "        if not may_pay(self.others, due):\n",
        "        if False:\n",
        TENDERS,
    ),
    Mutant(
        "too little cash beside a wallet pays",
        "money",
        _TAKEN,
        "        return self.cash >= self.cash_tender(due)\n",
        "        return True\n",
        TENDERS,
    ),
    Mutant(
        "the cash beside a wallet is never typed",
        "money",
        _TAKEN,
        "            return bool(self.others) and not self.cash_tender(due)\n",
        "            return bool(self.others)\n",
        TENDERS,
    ),
    Mutant(
        "a wallet pays the next bill as well",
        "money",
        _FLOW,
        "        others = () if self.replaced is None",
        "        others = self.taken.others if self.replaced is None",
        TENDERS,
    ),
    Mutant(
        "much cash beside a wallet asks nothing",
        "money",
        _TAKEN,
        "        self.agreed_cash = None\n",
        "",
        TENDERS,
    ),
    Mutant(
        "the order takes what does not pay the bill",
        "money",
        _ORDER,
        "    if not may_pay(request.other_tenders, request.cash_due):\n",
        "    if False:\n",
        TENDERS,
    ),
    Mutant(
        "the order forgets the wallet",
        "money",
        _ORDER,
        "        other_tenders=request.other_tenders,\n",
        "",
        TENDERS,
    ),
    Mutant(
        "the ledger takes what does not pay the bill",
        "money",
        _ON_ACCOUNT,
        "    if not may_pay(order.other_tenders, order.cash_due):\n",
        "    if False:\n",
        TENDERS,
    ),
    Mutant(
        "a customer owes without a limit",
        "money",
        _ON_ACCOUNT,
        "        if not (tender.allowed_by or known.allows(more)):\n",
        "        if False:\n",
        TENDERS,
    ),
    Mutant(
        "who has no limit may owe all",
        "money",
        _CORE,
        "self.limit is not None and self.owed + amount <= self.limit",
        "self.limit is None or self.owed + amount <= self.limit",
        TENDERS,
    ),
    Mutant(
        "what is owed already does not count",
        "money",
        _CORE,
        "self.owed + amount <= self.limit",
        "amount <= self.limit",
        TENDERS,
    ),
    Mutant(
        "what is on account is in nobody's account",
        "money",
        _LEDGER,
        "            owe(chain, shift, number, order, event.at)\n",
        "",
        TENDERS,
    ),
    Mutant(
        "a bill that is not paid is owed all the same",
        "8",
        _LEDGER,
        "            if event.state is PaymentState.NOT_PAID or update.cash:\n",
        "            if update.cash:\n",
        TENDERS,
    ),
    Mutant(
        "a bill that was reversed is owed after it was given back",
        "8",
        _LEDGER,
        "            if event.state is PaymentState.NOT_PAID or update.cash:\n",
        "            if event.state is PaymentState.NOT_PAID:\n",
        TENDERS,
    ),
    Mutant(
        "cash is given for a bill that was on account",
        "8",
        _PAYMENT,
        "        return self.state is PaymentState.NOT_PAID and has_cash and not is_owed\n",
        "        return self.state is PaymentState.NOT_PAID and has_cash\n",
        TENDERS,
    ),
    Mutant(
        "a paper does not say who owes what is on account",
        "8",
        "desktop_app/printing/facts.py",
        "        detail = tender.reference if tender.customer is None else debtor\n",
        "        detail = tender.reference\n",
        PAPERS,
    ),
    Mutant(
        "a wallet's money is kept",
        "8",
        _PAYMENT,
        "        return self.cash_tender + self.wallet\n",
        "        return self.cash_tender\n",
        TENDERS,
    ),
    Mutant(
        "the list of cash to return has what is on account",
        "8",
        _QUERIES,
        "    return (OWES_CASH, ~whole)\n",
        "    return (OWES_CASH,)\n",
        TENDERS,
    ),
    Mutant(
        "more is settled than is owed",
        "money",
        _CORE,
        "        if not ZERO < self.amount <= owed:\n",
        "        if not ZERO < self.amount:\n",
        TENDERS,
    ),
    Mutant(
        "a wallet settles without a reference",
        "money",
        _CORE,
        "            return bool(self.reference.strip())\n",
        "            return True\n",
        TENDERS,
    ),
    Mutant(
        "what a wallet settled is in the drawer",
        "money",
        _SETTLING,
        "            if settling.kind is TenderKind.CASH:\n",
        "            if True:\n",
        TENDERS,
    ),
    Mutant(
        "cash for old dues is not in the drawer",
        "money",
        _SETTLING,
        "            if settling.kind is TenderKind.CASH:\n",
        "            if False:\n",
        TENDERS,
    ),
    Mutant(
        "a wallet's money is cash of the day",
        "money",
        _FIGURES,
        "        for_paid -= self.wallet.total + self.on_account.total\n",
        "",
        TENDERS,
    ),
    Mutant(
        "a wallet's money is held in cash",
        "money",
        _FIGURES,
        "    cash = [payment.order.cash_tender for payment in payments]\n",
        "    cash = [payment.order.cash_due for payment in payments]\n",
        TENDERS,
    ),
    Mutant(
        "the day's cash in the record has what came by wallet",
        "money",
        _QUERIES,
        "        sa.func.sum(_P.cash_tender).filter(has_cash)",
        "        sa.func.sum(_P.cash_due).filter(has_cash)",
        TENDERS,
    ),
    Mutant(
        "a slip names cash that nobody took as held",
        "8",
        "desktop_app/printing/content.py",
        "    if not order.cash_tender and order.other_tenders:\n        return ()\n",
        "",
        PAPERS,
    ),
    Mutant(
        "a slip has the wallet's money given back in cash",
        "8",
        "desktop_app/printing/content.py",
        "        (in_cash, order.cash_tender, not order.other_tenders),\n",
        "        (in_cash, order.cash_due, not order.other_tenders),\n",
        PAPERS,
    ),
    Mutant(
        "the screen has the wallet's money given back in cash",
        "8",
        "desktop_app/ui/texts/tenders.py",
        "                amount=rupees(order.cash_tender)\n",
        "                amount=rupees(order.cash_due)\n",
        WORDS,
    ),
    Mutant(
        "dues settled in cash count as a wallet's as well",
        "money",
        "desktop_app/ledger/shift_queries.py",
        "            on_account_entries.c.movement.is_(None),\n",
        "",
        DUES,
    ),
    Mutant(
        "what a customer owes anew counts as settled by wallet",
        "money",
        "desktop_app/ledger/shift_queries.py",
        "            on_account_entries.c.payment.is_(None),\n",
        "",
        DUES,
    ),
    Mutant(
        "the rest in cash has paisa, which no coin pays",
        "money",
        "desktop_app/ui/wizard/tender_dialog.py",
        "        if is_payable_in_cash(self._due) and not is_payable_in_cash(rest):\n",
        "        if False:\n",
        ("tests/gui/test_tenders.py", "-k", "coins_can_pay"),
    ),
    Mutant(
        "half a name charges the customer who has it",
        "2",
        _SEARCH,
        "        return bool(typed) and typed in (self.name, self.phone)\n",
        "        return bool(typed) and (typed in self.name or typed in self.phone)\n",
        WHO,
    ),
    Mutant(
        "of two customers of one name the first owes",
        "2",
        _SEARCH,
        "        return meant[0] if len(meant) == 1 else None\n",
        "        return meant[0] if meant else None\n",
        WHO,
    ),
    Mutant(
        "a new customer of the name of a known one owes as that one",
        "2",
        _SEARCH,
        "        return any((one.name, one.phone) == wanted for one in self._all)\n",
        "        return False\n",
        WHO,
    ),
    Mutant(
        "a customer is charged behind a page that shows the bill as paid in cash",
        "2",
        "desktop_app/ui/wizard/tender_choice.py",
        "        if not self._page.isVisible():\n            return False\n",
        "",
        ("tests/gui/test_owing_choice.py", "-k", "left_meanwhile"),
    ),
    Mutant(
        "a click beside the customers found charges the first of them",
        "2",
        "desktop_app/ui/wizard/owing_choice.py",
        "            return self._passes(watched, Qt.Key(event.key()))\n",
        "            return self._passes(watched, Qt.Key(event.key()))\n"
        "        if watched is self.list and event.type() == QEvent.Type.FocusIn:\n"
        "            self.list.setCurrentRow(0)\n",
        ("tests/gui/test_owing_choice.py", "-k", "chooses_nobody"),
    ),
)
