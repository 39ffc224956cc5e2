"""The identity of a brand, and the providers that a table of companies makes.

An endpoint of the service serves one brand or several. Each brand has its own slug, under which its
payments are recorded permanently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop_app.core.billing.provider import OfferStyle, Provider, ProviderInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.core.billing.forms import EntryField

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand: the slug that names it in the ledger, and what it is called.

    ``places`` are the towns and districts that it serves, where that is known. ``company`` is
    shared by services that have their customers in common; it is the slug where none does.
    ``sent_as`` is its name in calls, where that is not the slug.
    """

    slug: str
    name: str
    nepali_name: str
    places: tuple[str, ...] = ()
    company: str = ""
    sent_as: str = ""

    @property
    def service_slug(self) -> str:
        """The name in the calls of an endpoint that serves several brands."""
        return self.sent_as or self.slug

    @property
    def monogram(self) -> str:
        """Two characters of the name: of its first two words, else its first two letters."""
        words: list[str] = re.findall(r"[A-Za-z0-9]+", self.name)
        if len(words) == 1:
            words = _CAPITAL.split(words[0])
        letters = words[0][:2] if len(words) == 1 else words[0][0] + words[1][0]
        return letters.upper()

    def info(
        self,
        endpoint: str,
        style: OfferStyle,
        fields: tuple[EntryField, ...],
        *,
        knows_customer: bool = True,
        confirms_later: bool = False,
        by_choice: bool = False,
    ) -> ProviderInfo:
        """The identity of the brand's provider at an endpoint of the service."""
        return ProviderInfo(
            slug=self.slug,
            name=self.name,
            monogram=self.monogram,
            style=style,
            fields=fields,
            company=self.company,
            endpoint=endpoint,
            nepali_name=self.nepali_name,
            places=self.places,
            knows_customer=knows_customer,
            confirms_later=confirms_later,
            by_choice=by_choice,
        )


class Row(Protocol):
    """A row of a table of companies: an endpoint with its brands."""

    @property
    def brands(self) -> tuple[Brand, ...]:
        """The brands that the endpoint serves, at least one."""


RowT = TypeVar("RowT", bound=Row)


def providers_of(
    family: Callable[[RowT, Brand], Provider], rows: Iterable[RowT]
) -> tuple[Provider, ...]:
    """The providers of a table: one for each brand of each row."""
    return tuple(family(row, brand) for row in rows for brand in row.brands)
