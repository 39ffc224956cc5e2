"""The lists of companies in the guides for shop owners, in both languages, from the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.billing.forms import AmountEntry, EntryField, FieldLabel
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.money import grouped
from desktop_app.providers import all_providers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.provider import ProviderInfo

_DOCS = Path(__file__).parents[1] / "docs"
BEGIN = "<!-- The list is made by: python3 dev.py providers --guide -->\n"
END = "<!-- End of the list -->\n"


@dataclass(frozen=True)
class Guide:
    """A guide in one language, and the words of its list."""

    path: Path
    head: tuple[str, ...]
    brought: Mapping[FieldLabel, str]
    optional: str
    paid: Mapping[OfferStyle, str]
    amount: str
    amount_within: str
    at_once: str
    later: str
    is_nepali: bool = False

    def names(self, info: ProviderInfo) -> tuple[str, str]:
        """The name that the list is sorted by, and the other one."""
        both = (info.nepali_name, info.name)
        return both if self.is_nepali else both[::-1]


ENGLISH = Guide(
    path=_DOCS / "providers.md",
    head=("Company", "नाम", "The customer brings", "What is paid", "Confirmed"),
    brought={
        FieldLabel.USERNAME: "user name",
        FieldLabel.CUSTOMER_ID: "customer number",
        FieldLabel.PHONE: "phone number",
        FieldLabel.NAME: "name",
        FieldLabel.MOBILE: "mobile number",
        FieldLabel.ADDRESS: "address",
        FieldLabel.LANDLINE: "landline number, 8 digits with the area code but without its 0",
        FieldLabel.LINE_NUMBER: "number of the fibre line, 14 digits beginning with 10000",
        FieldLabel.SET_TOP_BOX: "number of the set-top box, CAS or smart card (6, 10 or 12 digits)",
        FieldLabel.PACKAGE: "name of the package",
        FieldLabel.SERVICE: "kind of service",
        FieldLabel.REMARKS: "remarks",
    },
    optional="{text} (if any)",
    paid={
        OfferStyle.PACKAGES: "a package",
        OfferStyle.BILLS: "what is owed",
        OfferStyle.DUE: "what is owed",
        OfferStyle.AMOUNT: "a package, for the amount that the customer names",
    },
    amount="any amount from Rs. {least}",
    amount_within="any amount from Rs. {least} to {most}",
    at_once="at once",
    later="later",
)

NEPALI = Guide(
    path=_DOCS / "providers.ne.md",
    head=("कम्पनी", "Company", "ग्राहकले ल्याउने", "के तिर्ने", "कहिले पक्का हुन्छ"),
    brought={
        FieldLabel.USERNAME: "युजरनेम",
        FieldLabel.CUSTOMER_ID: "ग्राहक आईडी",
        FieldLabel.PHONE: "फोन नम्बर",
        FieldLabel.NAME: "नाम",
        FieldLabel.MOBILE: "मोबाइल नम्बर",
        FieldLabel.ADDRESS: "ठेगाना",
        FieldLabel.LANDLINE: "घरको फोन नम्बर, सुरुको 0 बाहेक एरिया कोडसहित 8 अङ्क",
        FieldLabel.LINE_NUMBER: "फाइबर लाइनको नम्बर, 10000 बाट सुरु हुने 14 अङ्क",
        FieldLabel.SET_TOP_BOX: "सेट-टप बक्स, CAS वा स्मार्ट कार्डको नम्बर (6, 10 वा 12 अङ्क)",
        FieldLabel.PACKAGE: "प्याकेजको नाम",
        FieldLabel.SERVICE: "सेवाको प्रकार",
        FieldLabel.REMARKS: "कैफियत",
    },
    optional="{text} (भए मात्र)",
    paid={
        OfferStyle.PACKAGES: "प्याकेज",
        OfferStyle.BILLS: "तिर्न बाँकी रकम",
        OfferStyle.DUE: "तिर्न बाँकी रकम",
        OfferStyle.AMOUNT: "ग्राहकले भनेको रकमको प्याकेज",
    },
    amount="रु. {least} देखि जति पनि",
    amount_within="रु. {least} देखि {most} सम्म जति पनि",
    at_once="तुरुन्तै",
    later="पछि",
    is_nepali=True,
)
GUIDES = (ENGLISH, NEPALI)


def table(guide: Guide) -> str:
    """The companies in use, by name: what the customer brings, what is paid, when it is sure."""
    infos = [one.info for one in all_providers() if not one.info.retired]
    lines = [
        _row(guide.head),
        _row(["---"] * len(guide.head)),
        *(
            line(guide, one)
            for one in sorted(infos, key=lambda one: guide.names(one)[0].casefold())
        ),
    ]
    return "\n".join(lines) + "\n"


def line(guide: Guide, info: ProviderInfo) -> str:
    brought = [brings(guide, one) for one in info.fields if not isinstance(one, AmountEntry)]
    sure = guide.later if info.confirms_later else guide.at_once
    return _row([*guide.names(info), ", ".join(brought), paid(guide, info), sure])


def brings(guide: Guide, field: EntryField) -> str:
    text = guide.brought[field.label]
    return guide.optional.format(text=text) if field.is_optional else text


def paid(guide: Guide, info: ProviderInfo) -> str:
    """The kind of payment, and the limits of an amount that the customer names."""
    for field in info.fields:
        if isinstance(field, AmountEntry):
            least, most = field.limits.minimum, field.limits.maximum
            if most is None:
                return guide.amount.format(least=grouped(least, decimals=False))
            ends = (grouped(one, decimals=False) for one in (least, most))
            return guide.amount_within.format(**dict(zip(("least", "most"), ends, strict=True)))
    return guide.paid[info.style]


def with_table(guide: Guide, text: str) -> str:
    """The guide's text with its list made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(guide)}\n{END}{after}"


def write() -> None:
    """Write the lists into the guides."""
    for guide in GUIDES:
        text = with_table(guide, guide.path.read_text(encoding="utf-8"))
        guide.path.write_text(text, encoding="utf-8", newline="\n")


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
