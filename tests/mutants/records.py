"""Breaks of what is recorded about a payment: papers, cash by its day, and the owner's answer."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_CHOSEN = "desktop_app/ui/payments/chosen_payment.py"
_COUNTER = "desktop_app/core/payments/print_counter.py"
_RECONCILING = "desktop_app/core/payments/reconciler.py"
CHOSEN = ("tests/gui/test_payments_chosen.py", "tests/gui/test_payments_paper_of_row.py")
COUNTER = ("tests/unit/test_print_counter.py",)
OWNER = ("tests/unit/test_desk_owner_ends.py",)
REOPENED = ("tests/unit/test_reopened_record.py",)
DAY = ("tests/gui/test_places_others.py",)
LISTED = ("tests/unit/test_listed_payments.py",)
NEWER = ("tests/unit/test_ledger_newer_values.py",)
_QUERIES = "desktop_app/ledger/queries.py"
_LEDGER = "desktop_app/ledger/sqlite/ledger.py"
_ROWS = "desktop_app/ledger/rows.py"
_RESULT = "desktop_app/ui/wizard/result_page.py"
ELSEWHERE = ("tests/gui/test_payments_records.py",)
RESULT = ("tests/gui/test_result_of_next.py",)

IN_RECORDS = (
    Mutant(
        "a phone that is recorded late brings the payment before onto the next result",
        "money",
        _RESULT,
        "        if self.shows(payment):\n            self._payment = payment\n",
        "        if self._payment is not None:\n            self._payment = payment\n",
        RESULT,
    ),
    Mutant(
        "cash that is recorded late as given back brings its payment onto the next result",
        "money",
        _RESULT,
        "if not self.shows(payment):\n            # Recorded so late",
        "if False:\n            # Recorded so late",
        RESULT,
    ),
    Mutant(
        "the paper of the customer before stands beside the next result",
        "money",
        "desktop_app/ui/wizard/result_paper.py",
        "self.preview.set_picture(QPixmap())",
        "pass",
        RESULT,
    ),
    Mutant(
        "a paper is of the payment that was chosen before",
        "money",
        _CHOSEN,
        "self._row, self._provider, self._payment = row, provider, None",
        "self._row, self._provider = row, provider",
        CHOSEN,
    ),
    Mutant(
        "a paper is of whatever has a payment's number now",
        "money",
        "desktop_app/core/payments/by_key.py",
        "return found if found is not None and found.key == key else None",
        "return found",
        CHOSEN,
    ),
    Mutant(
        "a list says that the service took no bill back",
        "money",
        "desktop_app/ledger/listed_rows.py",
        '"owes_reversal": OWES_REVERSAL,',
        '"owes_reversal": IS_RETURNED,',
        LISTED,
    ),
    Mutant(
        "a day of one environment counts the payments of the others",
        "10",
        _QUERIES,
        "        *(part.where(*of).subquery() for part in parts),\n",
        "        *(part.subquery() for part in parts),\n",
        ("tests/unit/test_ledger_queries.py",),
    ),
    Mutant(
        "a payment as it was written is not the one that the file has",
        "9",
        "desktop_app/ledger/stored_rows.py",
        "column.type.result_processor(_ANY, None) for",
        "None for",
        ("tests/unit/test_ledger_payments.py", "-k", "file_has"),
    ),
    Mutant(
        "a new payment has lost what it is paid with beside cash",
        "2",
        _LEDGER,
        "_find(connection, number) if order.other_tenders else stored_payment(plain)",
        "stored_payment(plain)",
        ("tests/unit/test_ledger_payments.py", "-k", "file_has"),
    ),
    Mutant(
        "a reference that another payment has is a fault of the record",
        "1",
        "desktop_app/ledger/errors.py",
        " and str(error) == _REFERENCE_USED:",
        ' and str(error) == "":',
        ("tests/unit/test_ledger_payments.py",),
    ),
    Mutant(
        "an index of words that cannot be written stops a payment",
        "money",
        "desktop_app/ledger/sqlite/search.py",
        "    except sa.exc.DatabaseError as error:\n",
        "    except sa.exc.TimeoutError as error:\n",
        ("tests/unit/test_search.py", "-k", "stops_no_payment"),
    ),
    Mutant(
        "a payment that SQLite has undone counts as recorded",
        "2",
        "desktop_app/ledger/sqlite/connections.py",
        "            if not _is_in_transaction(connection):\n",
        "            if False:\n",
        ("tests/unit/test_ledger_faults.py", "-k", "undone_with_its_words"),
    ),
    Mutant(
        "a payment is not found by the receipt that it got later",
        "money",
        "desktop_app/core/payments/search.py",
        '    changing = ("receipt", "receipt_series", "transaction_id", "phone")\n',
        '    changing = ("phone",)\n',
        ("tests/unit/test_search.py", "-k", "as_it_is_typed"),
    ),
    Mutant(
        "what could not be counted is printed as the original again",
        "9",
        _COUNTER,
        "copy = before.prints + self._uncounted.count(before) if is_receipt else 0",
        "copy = before.prints if is_receipt else 0",
        COUNTER,
    ),
    Mutant(
        "what the printer refused was the original",
        "9",
        "desktop_app/ledger/steps.py",
        '        changes["prints"] = max(0, before.prints - 1)\n',
        "        pass\n",
        COUNTER,
    ),
    Mutant(
        "a saved receipt is no paper",
        "9",
        "desktop_app/core/payments/print_counter.py",
        "trouble = self._write(before, event, PaymentUpdate(printed=is_receipt))",
        "trouble = self._write(before, event, PaymentUpdate(printed=is_receipt and not as_file))",
        ("tests/gui/test_originals.py",),
    ),
    Mutant(
        "a payment whose look-ups are refused waits for ever",
        "6",
        _RECONCILING,
        "return is_blocked or bool(self.history.refused_code) or self.is_old",
        "return is_blocked or self.is_old",
        OWNER,
    ),
    Mutant(
        "a payment that can be looked up is ended by hand",
        "6",
        _RECONCILING,
        "            return self._describe(payment).is_stuck\n",
        "            return True\n",
        OWNER,
    ),
    Mutant(
        "each start names tokens with another salt",
        "10",
        "desktop_app/ledger/sqlite/ledger.py",
        "        if kept:\n            return str(kept)\n",
        "",
        OWNER,
    ),
    Mutant(
        "a backup holds a payment that is recorded and about to be sent",
        "5",
        "desktop_app/ledger/sqlite/backup.py",
        "                _refuse_begun(new)\n",
        "",
        ("tests/unit/test_desk_never_sent.py", "tests/unit/test_backup.py"),
    ),
    Mutant(
        "a desk that is let go takes with it what it could not record",
        "5",
        "desktop_app/application/environments.py",
        "unwritten = self._unwritten.setdefault(environment, Unwritten())",
        "unwritten = Unwritten()",
        REOPENED,
    ),
    Mutant(
        "the program ends without a last try to record what happened",
        "5",
        "desktop_app/application/environments.py",
        "            self.desk.write_left()\n",
        "            pass\n",
        REOPENED,
    ),
    Mutant(
        "what was not recorded is written to the payment that has its number now",
        "9",
        "desktop_app/core/payments/unwritten.py",
        "return found is not None and found.order.reference == payment.order.reference",
        "return found is not None",
        REOPENED,
    ),
    Mutant(
        "what this run gave up is found as unfinished by its next desk",
        "8",
        "desktop_app/core/payments/desk.py",
        "if not self._unwritten.unsent.counts(payment) or self._unwritten.answers.holds(payment):",
        "if self._unwritten.answers.holds(payment):",
        REOPENED,
    ),
    Mutant(
        "a late answer gives its reason to a payment that is settled",
        "9",
        "desktop_app/core/payments/settlement.py",
        "update=update if is_open else None",
        "update=update",
        ("tests/unit/test_settling.py",),
    ),
    Mutant(
        "cash given back later changes a day that is over",
        "8",
        "desktop_app/ledger/queries.py",
        "_P.cash_returned_at.is_not(None) & (_P.cash_returned_at < until)",
        "_P.cash_returned_at.is_not(None)",
        DAY,
    ),
    Mutant(
        "a state that only a newer program knows is no open one",
        "7",
        "desktop_app/ledger/schema/payments.py",
        "IS_OPEN = sa.text(\"state NOT IN ('paid', 'not_paid')\")",
        "IS_OPEN = sa.text(\"state IN ('recorded', 'sending', 'waiting', 'review')\")",
        NEWER,
    ),
    Mutant(
        "references that cannot be read were never sent",
        "6",
        _ROWS,
        "return state if is_whole or state not in OPEN_STATES else",
        "return state if is_whole or state in OPEN_STATES else",
        NEWER,
    ),
    Mutant(
        "a lookup forgets what the payment says of an answer that named it",
        "6",
        _RECONCILING,
        "is_known = payment.acknowledged or one.history.acknowledged",
        "is_known = one.history.acknowledged",
        NEWER,
    ),
    Mutant(
        "records: what is chosen as another environment's is the record of the one in force",
        "10",
        "desktop_app/ui/payments/payments_page.py",
        "            context = replace(context, shown_in=shown)\n",
        "            pass\n",
        ELSEWHERE,
    ),
    Mutant(
        "records: who comes to Payments sees those of another environment",
        "10",
        "desktop_app/ui/payments/payments_page.py",
        "        if self._is_home:\n            self.begin()",
        "        if self:\n            self.begin()",
        ELSEWHERE,
    ),
    Mutant(
        "records: the service is asked for a payment of another environment",
        "10",
        "desktop_app/ui/payments/chosen_payment.py",
        "if payment.may_come_back and self._is_home:",
        "if payment.may_come_back:",
        ELSEWHERE,
    ),
    Mutant(
        "records: a payment of another environment is recorded as sent back",
        "10",
        "desktop_app/ui/payments/chosen_payment.py",
        "is_open = payment.may_come_back and self._is_home",
        "is_open = payment.may_come_back",
        ELSEWHERE,
    ),
    Mutant(
        "records: cash is said to be given back for a lesson",
        "10",
        "desktop_app/ui/payments/detail_panel.py",
        "        if environment is not Environment.LIVE:\n",
        "        if environment is None:\n",
        ELSEWHERE,
    ),
)
