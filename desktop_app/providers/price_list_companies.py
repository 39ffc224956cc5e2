"""Companies with a price list that belongs to no customer (providers.md 4, F2).

The text of a package is sent, unchanged. A row says what the company's page says, line by line.
"""

from __future__ import annotations

from desktop_app.core.billing.forms import FieldLabel, TextEntry
from desktop_app.providers.families import fields
from desktop_app.providers.families.brand import Brand, providers_of
from desktop_app.providers.families.price_list import PriceList, PriceListRow

_BOX = TextEntry(
    "tv_identifier",
    FieldLabel.SET_TOP_BOX,
    example="1324651324",
    pattern="[0-9]{6}|[0-9]{10}|[0-9]{12}",
)
"""The number of the CAS, the box or the smart card: 6, 10 or 12 digits."""

ROWS = (
    # providers.md 5.19, internet
    PriceListRow(
        endpoint="nijgadh-cable",
        brands=(Brand("nijgadh-cable", "Nijgadh Cable", "निजगढ केबल", ("Nijgadh", "Bara")),),
        account=fields.username("user_id"),
        beside=(fields.customer_name("name"), fields.mobile("mobile_number")),
        selects={"type": "internet"},
        list_has_reference=False,
        text="package_name",
        label="package_name",
        price="amount",
        name_field="name",
        confirms_later=True,
    ),
    # providers.md 5.19, TV: the same address with other fields. Its customers are boxes, so that
    # what waits for the internet of a house does not stand in the way of its television.
    PriceListRow(
        endpoint="nijgadh-cable",
        brands=(
            Brand("nijgadh-cable-tv", "Nijgadh Cable TV", "निजगढ केबल टिभी", ("Nijgadh", "Bara")),
        ),
        account=_BOX,
        beside=(
            fields.username("username"),
            fields.customer_name("full_name"),
            fields.mobile("mobile_number"),
        ),
        selects={"type": "tv"},
        list_has_reference=False,
        text="package_name",
        label="package_name",
        price="amount",
        name_field="full_name",
        confirms_later=True,
    ),
    # providers.md 5.32: the list has no prices, and no limits of the amount are printed
    PriceListRow(
        endpoint="three-g-vision",
        brands=(Brand("three-g-vision", "3G Vision", "थ्रीजी भिजन"),),
        account=fields.username("user_id"),
        beside=(
            fields.customer_name("name"),
            fields.phone("contact_number"),
            fields.remarks("remarks"),
        ),
        list_has_reference=True,
        text="value",
        label="label",
        limits=fields.whole_rupees(1),
        name_field="name",
        confirms_later=True,
    ),
)

PROVIDERS = providers_of(PriceList, ROWS)
