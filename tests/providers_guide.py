"""The list of companies in ``docs/providers.md``, for shop owners, made from the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.billing.forms import AmountEntry, EntryField, FieldLabel
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.money import grouped
from desktop_app.providers import all_providers

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo

GUIDE = Path(__file__).parents[1] / "docs" / "providers.md"
BEGIN = "<!-- The list is made by: python3 dev.py providers --guide -->\n"
END = "<!-- End of the list -->\n"

BROUGHT = {
    FieldLabel.USERNAME: "user name",
    FieldLabel.CUSTOMER_ID: "customer number",
    FieldLabel.PHONE: "phone number",
    FieldLabel.NAME: "name",
    FieldLabel.MOBILE: "mobile number",
    FieldLabel.ADDRESS: "address",
    FieldLabel.LANDLINE: "telephone number, 8 digits with the area code without its 0",
    FieldLabel.LINE_NUMBER: "number of the fibre line, 14 digits that begin with 10000",
    FieldLabel.SET_TOP_BOX: "number of the box, its CAS or smart card (6, 10 or 12 digits)",
    FieldLabel.PACKAGE: "name of the package",
    FieldLabel.SERVICE: "kind of service",
    FieldLabel.REMARKS: "remark",
}


def table() -> str:
    """The companies in use, by name: what the customer brings, what is paid, when it is sure."""
    infos = [one.info for one in all_providers() if not one.info.retired]
    lines = [
        "| Company | नाम | The customer brings | What is paid | Confirmed |",
        "| --- | --- | --- | --- | --- |",
        *(line(info) for info in sorted(infos, key=lambda info: info.name.casefold())),
    ]
    return "\n".join(lines) + "\n"


def line(info: ProviderInfo) -> str:
    brought = [brings(one) for one in info.fields if not isinstance(one, AmountEntry)]
    cells = [
        info.name,
        info.nepali_name,
        ", ".join(brought),
        paid(info),
        "later" if info.confirms_later else "at once",
    ]
    return f"| {' | '.join(cells)} |"


def brings(field: EntryField) -> str:
    text = BROUGHT[field.label]
    return f"{text} (if any)" if field.is_optional else text


def paid(info: ProviderInfo) -> str:
    """The kind of payment, and the limits of an amount that the customer names."""
    for field in info.fields:
        if isinstance(field, AmountEntry):
            least = f"from Rs. {grouped(field.limits.minimum, decimals=False)}"
            most = field.limits.maximum
            return f"any amount {least}" + (
                "" if most is None else f" to {grouped(most, decimals=False)}"
            )
    return {
        OfferStyle.PACKAGES: "a package",
        OfferStyle.BILLS: "what is owed",
        OfferStyle.AMOUNT: "a package, for the amount that the customer names",
    }[info.style]


def with_table(text: str) -> str:
    """The guide with its list made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def write() -> None:
    """Write the list into the guide."""
    text = with_table(GUIDE.read_text(encoding="utf-8"))
    GUIDE.write_text(text, encoding="utf-8", newline="\n")
