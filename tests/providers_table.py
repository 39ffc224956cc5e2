"""A table of all companies, from the program and its examples: ``python3 dev.py providers``.

For each: what is asked, what may be paid in its examples, what the call that pays sends, and
whether it usually waits. With ``--guide`` the lists in ``docs/providers.md`` and, in Nepali,
``docs/providers.ne.md`` are written anew.
"""

from __future__ import annotations

import sys
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.forms import AmountEntry
from desktop_app.providers import all_providers
from tests import providers_guide
from tests.contract.example_files import examples_of
from tests.contract.longer_examples import is_longer, longer_examples

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider


@dataclass(frozen=True, slots=True)
class TableRow:
    """What the table says of one company; the names of the fields are its head."""

    slug: str
    name: str
    endpoint: str
    family: str
    fields: str
    offers: str
    payment_sends: str
    waits: str


def rows() -> list[TableRow]:
    """One row for each company in use, in the order of endpoints."""
    found = [row_of(one) for one in all_providers() if not one.info.retired]
    return sorted(found, key=lambda row: (row.endpoint, row.slug))


def row_of(provider: Provider) -> TableRow:
    info = provider.info
    accounts = longer_accounts(provider) if is_longer(provider) else accounts_of(provider)
    commits = [commit for account in accounts for commit in account["commits"]]
    return TableRow(
        info.slug,
        info.name,
        info.endpoint,
        family_of(provider),
        ", ".join(asked(field) for field in info.fields),
        offers_in(accounts),
        " | ".join(dict.fromkeys(sends(commit["request"]) for commit in commits)),
        "waits" if info.confirms_later else "",
    )


def accounts_of(provider: Provider) -> Any:
    """The examples of a company that is read and chosen from once."""
    return examples_of(provider)["accounts"]


def longer_accounts(provider: Provider) -> Any:
    """The same of dialogues: what is offered at last, and what pays it."""
    found = []
    for dialogue in longer_examples(provider)["dialogues"]:
        *before, paid = dialogue["steps"]
        (*_, offers) = (step["offers"] for step in before if "offers" in step)
        found.append({"offers": offers, "commits": [{"request": paid["pays"]}]})
    return found


def family_of(provider: Provider) -> str:
    """The class of a shared flow, or the file of an odd one."""
    kind = type(provider)
    is_shared = kind.__module__.startswith("desktop_app.providers.families.")
    return kind.__name__ if is_shared else kind.__module__.rpartition(".")[2]


def asked(field: Any) -> str:
    """A field's name, in brackets if it may stay empty, with the limits of an amount."""
    text: str = field.name
    if isinstance(field, AmountEntry):
        most = field.limits.maximum
        text += f" {field.limits.minimum.decimal}-{most.decimal if most else ''}"
    return f"[{text}]" if field.is_optional else text


def offers_in(accounts: Any) -> str:
    """The number of offers and their prices in the examples."""
    prices = [offer["total"] for account in accounts for offer in account["offers"]]
    if not prices:
        return "an amount"
    shown = ["open" if price == "0" else price for price in prices]
    return f"{len(prices)}: {', '.join(dict.fromkeys(shown))}"


def sends(request: Any) -> str:
    """The names of the fields of a call that pays; the reference that no page lists has a star."""
    reference = "reference" if request["with_reference"] else "reference*"
    return ", ".join([*request["fields"], reference])


def as_text(table: list[TableRow]) -> str:
    """The table with aligned columns, and the figures below it."""
    head = [field.name for field in fields(TableRow)]
    lines = [head, *([str(cell) for cell in astuple(row)] for row in table)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    texts = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in lines]
    endpoints = len({row.endpoint for row in table})
    return "\n".join([*texts, "", f"{len(table)} companies at {endpoints} endpoints"])


if __name__ == "__main__":
    if "--guide" in sys.argv[1:]:
        providers_guide.write()
    else:
        sys.stdout.write(as_text(rows()) + "\n")
