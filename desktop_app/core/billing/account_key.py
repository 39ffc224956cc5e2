"""Identifies a customer by company and canonical account id, however the account was typed.

Every guard against paying twice, every query and every index compares this key and nothing else.
It is made once, at the edge: where an order is built, and where an account is read.

Some companies find one customer by several texts: a number, a user name, a telephone number. Where
their answer names the customer by an id of its own, the key is made of that. What was typed stays a
second name beside it, since it is all that is known of a payment whose answer named nobody.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment


@dataclass(frozen=True, slots=True)
class AccountKey:
    """A customer of a company in one environment.

    ``company`` is shared by the services of one company. ``account`` is the account id in the
    provider's canonical form, see :meth:`desktop_app.core.billing.provider.Provider.canonical`:
    the company's own, where its answer names one. ``typed`` is the same of what was typed.
    """

    environment: Environment
    company: str
    account: str
    typed: str = field(default="", compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The accounts under which the customer may stand in the record, the key's own first."""
        return (self.account,) if self.typed in ("", self.account) else (self.account, self.typed)

    def is_same(self, other: AccountKey) -> bool:
        """Both name one customer: rather two that are taken for one than one who pays twice."""
        if (self.environment, self.company) != (other.environment, other.company):
            return False
        return any(name in other.names for name in self.names)


def canonical(account_id: str) -> str:
    """The form that all spellings of one account id share, where the provider knows no other.

    Letter case, blanks, the width of letters, digits of another script and characters that cannot
    be seen are the keyboard's or the scanner's, not the customer's. Never empty for a text that
    is not.
    """
    typed = unicodedata.normalize("NFKC", typed_code(account_id))
    folded = unicodedata.normalize("NFKC", " ".join(typed.casefold().split()))
    return folded or account_id
