"""One payment to a sample company, and every byte that is sent for it.

``$`` marks what is not known before: the token, the session, the references.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.providers import all_providers
from tests.sample_providers.common import GROUP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.money import Money

T, R1, R2, PAY = '"token":"$token"', '"reference":"$r1"', '"reference":"$r2"', '"reference":"$pay"'
REAL = {provider.info.slug: provider for provider in all_providers()}
SESSION = '"session_id":$session'


def call(step: str, endpoint: str, *fields: str) -> tuple[str, str]:
    """The path of a call, and its body."""
    root = "/api/use" if step == "use" else f"{GROUP}/{step}"
    return f"{root}/{endpoint}/", f"{{{','.join(fields)}}}"


@dataclass(frozen=True, slots=True)
class Case:
    """One payment to one company.

    Attributes:
        provider: the company.
        flow: what the practice service serves it with; empty for its own customers.
        endpoint: the slug in its paths.
        values: what the clerk enters.
        choices: what is chosen, with the amount where it is open.
        calls: the paths and the bodies that must be sent, in order; the last one pays.
        amount: what is paid.
        no_answer, lost: accounts whose payment is not answered, and is paid or not.
        is_queued: the service answers Queued.
    """

    provider: Provider
    flow: str
    endpoint: str
    values: Mapping[str, str]
    choices: tuple[tuple[str, Money | None], ...]
    calls: tuple[tuple[str, str], ...]
    amount: Money
    no_answer: str
    lost: str = ""
    is_queued: bool = False

    @property
    def flows(self) -> Mapping[str, str]:
        """What the practice service has beside its own customers."""
        return {self.endpoint: self.flow} if self.flow else {}

    @property
    def name(self) -> str:
        """For the test's name."""
        return f"{self.provider.info.slug} {self.amount.decimal}"

    def named(self, account: str) -> dict[str, str]:
        """What is entered for another account."""
        return {**self.values, self.provider.info.account_field.name: account}
