"""Breaks of what is recorded about a payment: papers, cash by its day, and the owner's answer."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_COUNTER = "desktop_app/core/payments/print_counter.py"
_RECONCILING = "desktop_app/core/payments/reconciler.py"

COUNTER = ("tests/unit/test_print_counter.py",)
OWNER = ("tests/unit/test_desk_owner_ends.py",)
REOPENED = ("tests/unit/test_reopened_record.py",)
DAY = ("tests/gui/test_places_others.py",)
NEWER = ("tests/unit/test_ledger_newer_values.py",)
OPEN_FOR = ("tests/unit/test_ledger_payments.py",)
PAID_SINCE = ("tests/unit/test_ledger_queries.py",)
TWO_NAMES = ("tests/unit/test_two_names.py",)
AT_ENDPOINTS = ("tests/unit/test_endpoints.py",)
_PAYMENT = "desktop_app/core/payments/payment.py"
_QUERIES = "desktop_app/ledger/queries.py"
_KEY = "desktop_app/core/billing/account_key.py"
_ROWS = "desktop_app/ledger/rows.py"

IN_RECORDS = (
    Mutant(
        "a day of one environment counts the payments of the others",
        "10",
        _QUERIES,
        "        *(part.where(*of).subquery() for part in parts),\n",
        "        *(part.subquery() for part in parts),\n",
        ("tests/unit/test_ledger_queries.py",),
    ),
    Mutant(
        "the payment after an event is not the one that the file has",
        "9",
        _ROWS,
        "return value.astimezone(UTC)",
        "return value",
        ("tests/unit/test_ledger_payments.py", "-k", "file_has"),
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
        "a payment of another environment is that of this one",
        "10",
        _QUERIES,
        "        _P.environment == customer.environment,\n",
        "",
        PAID_SINCE,
    ),
    Mutant(
        "a payment of another company is that of this one",
        "7",
        _QUERIES,
        "            _P.company == customer.company,\n",
        "",
        PAID_SINCE,
    ),
    Mutant(
        "a payment of another account is that of this one",
        "7",
        _QUERIES,
        "            name.in_(customer.names),\n",
        "",
        PAID_SINCE,
    ),
    Mutant(
        "what an older program recorded under the typed account is not asked about",
        "7",
        _QUERIES,
        "name.in_(customer.names)",
        "name == customer.account",
        TWO_NAMES,
    ),
    Mutant(
        "what was paid under the company's own id is not asked about under what was typed",
        "7",
        _QUERIES,
        "for name in (_P.account_key, _P.typed_key)",
        "for name in (_P.account_key, _P.account_key)",
        AT_ENDPOINTS,
    ),
    Mutant(
        "an open payment of another customer is that of this one",
        "7",
        _KEY,
        "        return any(name in other.names for name in self.names)\n",
        "        return True\n",
        OPEN_FOR,
    ),
    Mutant(
        "one name of a customer does not join the other",
        "7",
        _KEY,
        "        return any(name in other.names for name in self.names)\n",
        "        return self == other\n",
        TWO_NAMES,
    ),
    Mutant(
        "the same name at another company is the same customer",
        "7",
        _KEY,
        "        if (self.environment, self.company) != (other.environment, other.company):\n",
        "        if self.environment != other.environment:\n",
        ("tests/unit/test_one_account_key.py",),
    ),
    Mutant(
        "what a customer is found by is the customer, whatever the company calls him",
        "7",
        "desktop_app/core/billing/provider.py",
        "replace(key, account=self.canonical(account.own_id)) if account.own_id else key",
        "key",
        TWO_NAMES,
    ),
    Mutant(
        "an order knows its customer by what was typed",
        "7",
        "desktop_app/core/payments/order.py",
        "    key = request.provider.key_of(connection.environment, account)\n",
        "    key = request.provider.account_key(connection.environment, account.account_id)\n",
        TWO_NAMES,
    ),
    Mutant(
        "all orders are of one environment",
        "10",
        _PAYMENT,
        "AccountKey(self.environment, self.company,",
        'AccountKey(type(self.environment)("live"), self.company,',
        TWO_NAMES,
    ),
    Mutant(
        "a customer's company is the service that was paid at",
        "7",
        _PAYMENT,
        "AccountKey(self.environment, self.company, self.account_key, typed)",
        "AccountKey(self.environment, self.provider, self.account_key, typed)",
        OPEN_FOR,
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
)
