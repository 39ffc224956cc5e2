"""Breaks of whose an account and a payment is, and of what the shop's book of customers keeps."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

OPEN_FOR = ("tests/unit/test_ledger_payments.py",)
PAID_SINCE = ("tests/unit/test_ledger_queries.py",)
TWO_NAMES = ("tests/unit/test_two_names.py",)
AT_ENDPOINTS = ("tests/unit/test_endpoints.py",)
_PAYMENT = "desktop_app/core/payments/payment.py"
_QUERIES = "desktop_app/ledger/queries.py"
_LEDGER = "desktop_app/ledger/sqlite/ledger.py"
_KEY = "desktop_app/core/billing/account_key.py"

OF_CUSTOMERS = (
    Mutant(
        "a customer who paid is reminded as if the account ran out",
        "money",
        "desktop_app/ledger/customer_queries.py",
        "        since.c.changed_at >= _A.looked_up_at,\n",
        "        since.c.changed_at < _A.looked_up_at,\n",
        ("tests/unit/test_customer_book.py", "-k", "paid_since"),
    ),
    Mutant(
        "days left of before a payment are shown as those of now",
        "people",
        "desktop_app/core/customers.py",
        "        return self.last_paid_at >= self.looked_up_at\n",
        "        return False\n",
        ("tests/unit/test_customer_book.py", "-k", "not_known_after_a_payment"),
    ),
    Mutant(
        "an older list gives a customer's account to another one",
        "money",
        "desktop_app/core/old_lists/taking.py",
        "        if owner is not None:\n",
        "        if owner is not None and one.key is None:\n",
        ("tests/unit/test_old_lists.py", "-k", "never_replaced"),
    ),
    Mutant(
        "an older list renames a customer without saying so",
        "people",
        "desktop_app/core/old_lists/taking.py",
        "            if known_as and fold(known_as) != fold(after):\n",
        "            if not known_as:\n",
        ("tests/unit/test_old_lists.py", "-k", "named_with_both"),
    ),
    Mutant(
        "an older list puts the id of an account in the place of its customer's name",
        "people",
        "desktop_app/core/old_lists/taking.py",
        "one.card.name or known_as or one.account_id",
        "one.card.name or one.account_id",
        ("tests/unit/test_old_lists.py", "-k", "phone_without_a_name"),
    ),
    Mutant(
        "a payment waits until an older list is written",
        "quick",
        "desktop_app/ledger/sqlite/old_lists.py",
        "_PART = 200\n",
        "_PART = 1_000_000\n",
        ("tests/unit/test_old_lists.py", "-k", "comes_between"),
    ),
    Mutant(
        "what is written between two parts of an older list is written twice",
        "money",
        "desktop_app/ledger/sqlite/old_lists.py",
        "if taking is None or self._store.writes != seen + 1:",
        "if taking is None:",
        ("tests/unit/test_old_lists.py", "-k", "known_to_the_next"),
    ),
    Mutant(
        "whose an account is gets lost with the next look-up",
        "money",
        "desktop_app/ledger/account_queries.py",
        "_A.customer.is_(None)).values(customer=owner)",
        "_A.customer.is_not(None)).values(customer=owner)",
        ("tests/unit/test_customer_book.py", "-k", "outlives"),
    ),
    Mutant(
        "a payment of another environment is that of this one",
        "10",
        _QUERIES,
        '            _P.environment == sa.bindparam("environment"),\n',
        "",
        PAID_SINCE,
    ),
    Mutant(
        "a payment of another company is that of this one",
        "7",
        _QUERIES,
        '            _P.company == sa.bindparam("company"),\n',
        "",
        PAID_SINCE,
    ),
    Mutant(
        "a payment of another account is that of this one",
        "7",
        _QUERIES,
        '            name.in_(sa.bindparam("names", expanding=True)),\n',
        "",
        PAID_SINCE,
    ),
    Mutant(
        "what an older program recorded under the typed account is not asked about",
        "7",
        _LEDGER,
        "names=customer.names, since=since",
        "names=(customer.account,), since=since",
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
)
