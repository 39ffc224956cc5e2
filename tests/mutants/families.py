"""Breaks of what the families of companies read and send."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_AMOUNTS = "desktop_app/providers/families/amounts.py"
_ONE_CALL = "desktop_app/providers/families/one_call.py"
_PRICE_LIST = "desktop_app/providers/families/price_list.py"
_FIXED = "desktop_app/providers/families/fixed_amount.py"

CONTRACT = ("tests/contract/test_providers.py",)
ALTERED = ("tests/unit/test_family_answers.py",)

IN_FAMILIES = (
    Mutant(
        "an amount with paisa is sent where only rupees are taken",
        "money",
        _AMOUNTS,
        "if total.paisa % PAISA_PER_RUPEE:",
        "if False:",
        CONTRACT,
    ),
    Mutant(
        "an amount goes back unread",
        "money",
        _AMOUNTS,
        "    if not same:\n",
        "    if False:\n",
        CONTRACT,
    ),
    Mutant(
        "one call pays an amount outside its limits",
        "14",
        _ONE_CALL,
        "        if not row.amount.limits.allows(total):\n",
        "        if False:\n",
        CONTRACT,
    ),
    Mutant(
        "the customers of a name are one, whatever their number",
        "7",
        _ONE_CALL,
        "for name in row.account_parts or (row.account.name,)]",
        "for name in (row.account.name,)]",
        CONTRACT,
    ),
    Mutant(
        "a package with two prices costs one of them",
        "14",
        _PRICE_LIST,
        "            parsing.unique(self._offers(listed)),\n",
        "            tuple({offer.id: offer for offer in self._offers(listed)}.values()),\n",
        ALTERED,
    ),
    Mutant(
        "the price of a package is that of the first one",
        "14",
        _PRICE_LIST,
        "read_for(row.amount_form, one.get(row.price))",
        "read_for(row.amount_form, listed[0].get(row.price))",
        ALTERED,
    ),
    Mutant(
        "a package is named by what is shown of it",
        "14",
        _PRICE_LIST,
        '            data = {"package": text}\n',
        '            data = {"package": shown}\n',
        CONTRACT,
    ),
    Mutant(
        "what is owed is nothing, and is paid",
        "14",
        _FIXED,
        "        if parsing.amount_or_none(owed) == ZERO:\n",
        "        if False:\n",
        CONTRACT,
    ),
    Mutant(
        "an answer about another account is paid",
        "14",
        _FIXED,
        "parsing.at(answer, row.account_id)",
        "None",
        CONTRACT,
    ),
    Mutant(
        "an id that goes back is the name of its field",
        "14",
        _FIXED,
        "parsing.id_of({name: parsing.at(answer, path)}, name)",
        "path",
        CONTRACT,
    ),
)
