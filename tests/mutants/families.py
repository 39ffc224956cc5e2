"""Breaks of what the families of companies read and send."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_AMOUNTS = "desktop_app/providers/families/amounts.py"
_ONE_CALL = "desktop_app/providers/families/one_call.py"
_PRICE_LIST = "desktop_app/providers/families/price_list.py"
_FIXED = "desktop_app/providers/families/fixed_amount.py"

_DURATIONS = "desktop_app/providers/families/durations.py"
_TIMES = "desktop_app/providers/times.py"
_FIRST_LINK = "desktop_app/providers/first_link.py"
_BROADLINK = "desktop_app/providers/broadlink.py"
_SUBISU = "desktop_app/providers/subisu.py"

CONTRACT = ("tests/contract/test_providers.py",)
LONGER = ("tests/contract/test_longer_dialogues.py",)
ALTERED = ("tests/unit/test_family_answers.py",)

IN_FAMILIES = (
    Mutant(
        "connections are read of an answer that was not accepted",
        "14",
        _TIMES,
        "        parsing.check_accepted(answer)\n",
        "",
        LONGER,
    ),
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
        "of two packages under one id the first is bought",
        "14",
        "desktop_app/providers/families/parsing.py",
        "        if earlier.kind is OfferKind.PACKAGE and _bought(earlier) != _bought(offer):\n",
        "        if False:\n",
        CONTRACT,
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
    Mutant(
        "a customer with a due pays for months",
        "14",
        _DURATIONS,
        '    if parsing.parse_bool(answer.get("has_due")) is not False:\n',
        '    if parsing.parse_bool(answer.get("has_due")) is True:\n',
        LONGER,
    ),
    Mutant(
        "who may not pay in advance pays",
        "14",
        _DURATIONS,
        '    if parsing.parse_bool(answer.get("accept_advance_payment")) is not True:\n',
        "    if False:\n",
        LONGER,
    ),
    Mutant(
        "two packages that nothing tells apart are paid",
        "14",
        _DURATIONS,
        "        _check_told_apart(found.values())\n",
        "",
        LONGER,
    ),
    Mutant(
        "a package is there twice with other durations",
        "14",
        _DURATIONS,
        "            if found.setdefault(package.id, package) != package:\n",
        "            if found.setdefault(package.id, package) == 0:\n",
        LONGER,
    ),
    Mutant(
        "months that the page does not name are paid",
        "14",
        _DURATIONS,
        "        if months not in (names.months or (None,)):\n",
        "        if False:\n",
        CONTRACT,
    ),
    Mutant(
        "a package is paid in the session of the second read",
        "14",
        _TIMES,
        "    return replace(account, offers=offers, ",
        "    return replace(account, session_id=parsing.session_of(answer), offers=offers, ",
        LONGER,
    ),
    Mutant(
        "one of several services is paid",
        "14",
        _FIRST_LINK,
        "    if len(active) > 1:\n",
        "    if False:\n",
        LONGER,
    ),
    Mutant(
        "a package without a price is offered",
        "14",
        _BROADLINK,
        "if offer.total > ZERO)",
        "if offer.total >= ZERO)",
        LONGER,
    ),
    Mutant(
        "a package is paid at its price before the quote",
        "14",
        _BROADLINK,
        '    total, sent = read_for(AmountForm.WHOLE, detail.get("amount"))\n',
        "    total, sent = chosen.total, chosen.total.number\n",
        LONGER,
    ),
    Mutant(
        "packages are paid beside an amount that is owed",
        "14",
        _BROADLINK,
        '    if parsing.amount(answer.get("amount"), may_be_zero=True) != ZERO:\n',
        "    if False:\n",
        LONGER,
    ),
    Mutant(
        "a plan with two amounts is paid",
        "14",
        _SUBISU,
        '        if parsing.amount_or_none(entry.get("description")) not in (None, total):\n',
        "        if False:\n",
        CONTRACT,
    ),
    Mutant(
        "a plan that is there twice for other lengths is paid",
        "14",
        _SUBISU,
        "        if found.setdefault(plan.id, plan) != plan:\n",
        "        if found.setdefault(plan.id, plan) == 0:\n",
        CONTRACT,
    ),
    Mutant(
        "a plan of television is paid without its box",
        "14",
        _SUBISU,
        ', data["stb"] = parsing.clean_text(stb), stb',
        " = parsing.clean_text(stb)",
        CONTRACT,
    ),
)
