"""Finds the customer whose account id differs from a typed one by a slip or two."""

from __future__ import annotations

import difflib
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customers import KnownAccount

_ALIKE = 0.8
_LONG = 9
"""Letters of a name that is cut into three parts."""


def parts_of_alike(name: str) -> tuple[str, ...]:
    """Parts of a name, one of which those that differ from it by a slip or two still hold."""
    count = 3 if len(name) >= _LONG else 2
    ends = [len(name) * at // count for at in range(count + 1)]
    return tuple(name[since:until] for since, until in pairwise(ends) if since < until)


def find_alike(
    known: Iterable[KnownAccount], provider: Provider, account_id: str
) -> KnownAccount | None:
    """Find a customer whose id differs little from this one.

    Also the very customer, if another spelling was found then; the same spelling was not found just
    now.
    """
    others = (one for one in known if one.account_id != account_id)
    names = {name: one for one in others for name in one.key.names}
    wanted = provider.canonical(account_id)
    found = difflib.get_close_matches(wanted, list(names), n=1, cutoff=_ALIKE)
    return names[found[0]] if found else None
