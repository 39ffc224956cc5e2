"""Companies that are paid by one call, with an amount that the customer names (providers.md 4, F1).

A row says what the company's page says, line by line. All amounts are whole rupees. The address of
``royal-network`` and ``pokhara-internet`` is printed without its last slash; it is sent with one,
as all others are (contract A19).
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.billing.forms import FieldLabel, TextEntry
from desktop_app.providers.families import fields
from desktop_app.providers.families.brand import Brand, providers_of
from desktop_app.providers.families.one_call import OneCall, OneCallRow

_LANDLINE = TextEntry("number", FieldLabel.LANDLINE, example="15522942", pattern="[0-9]{8}")
"""The area code without its zero, and the line."""
_FIBRE_LINE = TextEntry(
    "number",
    FieldLabel.LINE_NUMBER,
    example="10000141001060",
    pattern="10000[0-9]{9}",
)
_WORD = "[a-zA-Z0-9_]"

_ADSL = "adsl"
"""A line has one kind of service: what waits under one of them is not paid under the other."""

# providers.md 5.4
_ADSL_UNLIMITED = OneCallRow(
    endpoint="adsl-ul",
    brands=(Brand("adsl-ul", "ADSL Unlimited", "नेपाल टेलिकम एडीएसएल अनलिमिटेड", company=_ADSL),),
    account=_LANDLINE,
    amount=fields.amount(10, 10_000),
    confirms_later=True,
)

# providers.md 5.12
_VIRTUAL_NETWORK = OneCallRow(
    endpoint="virtual-network",
    brands=(Brand("virtual-network", "Virtual Network", "भर्चुअल नेटवर्क"),),
    account=fields.username(pattern=f"{_WORD}+", allowed=_WORD),
    beside=(fields.mobile("mobile_number"),),
    amount=fields.amount(100),
    confirms_later=True,
)

# providers.md 5.16
_METROLINK = OneCallRow(
    endpoint="metrolink",
    brands=(Brand("metrolink", "Metrolink", "मेट्रोलिंक"),),
    account=fields.username(),
    beside=(fields.mobile("number"), fields.address()),
    amount=fields.amount(100, 50_000),
    confirms_later=True,
)

ROWS = (
    _ADSL_UNLIMITED,
    # providers.md 5.4: the other service of the same line
    replace(
        _ADSL_UNLIMITED,
        endpoint="adsl-vb",
        brands=(Brand("adsl-vb", "ADSL Volume", "नेपाल टेलिकम एडीएसएल भोल्युम", company=_ADSL),),
    ),
    # providers.md 5.5
    OneCallRow(
        endpoint="nt-ftth",
        brands=(Brand("nt-ftth", "NT FTTH", "नेपाल टेलिकम एफटीटीएच"),),
        account=_FIBRE_LINE,
        amount=fields.amount(10, 25_000),
        confirms_later=False,
    ),
    _VIRTUAL_NETWORK,
    # providers.md 5.14: as Virtual Network
    replace(
        _VIRTUAL_NETWORK,
        endpoint="royal-network",
        brands=(Brand("royal-network", "Royal Network", "रोयल नेटवर्क"),),
    ),
    # providers.md 5.15
    OneCallRow(
        endpoint="eastlink",
        brands=(Brand("eastlink", "East Link", "इस्ट लिंक"),),
        account=fields.username(),
        beside=(fields.mobile("mobile_number"),),
        amount=fields.amount(100),
        confirms_later=True,
    ),
    _METROLINK,
    # providers.md 5.17: as Metrolink
    replace(
        _METROLINK,
        endpoint="infonet-communication",
        brands=(Brand("infonet-communication", "Infonet Communication", "इन्फोनेट कम्युनिकेसन"),),
    ),
    # providers.md 5.18: as Metrolink
    replace(
        _METROLINK,
        endpoint="pokhara-internet",
        brands=(Brand("pokhara-internet", "Pokhara Internet", "पोखरा इन्टरनेट", ("Pokhara",)),),
    ),
    # providers.md 5.24: the package is typed by hand; no limits of the amount are printed
    OneCallRow(
        endpoint="fibertel-fibernet",
        brands=(Brand("fibertel-fibernet", "Fibertel Fibernet", "फाइबरटेल फाइबरनेट"),),
        account=fields.username(),
        beside=(
            fields.phone("contact_number"),
            fields.package("package", example="Residential Plan 1 Month 30 Mbps"),
            fields.remarks("remarks", is_optional=False),
        ),
        amount=fields.amount(),
        confirms_later=True,
    ),
    # providers.md 5.29: there is no account number, name and number together are the account
    OneCallRow(
        endpoint="kriti-darshan",
        brands=(Brand("kriti-darshan", "Kriti Darshan", "कृति दर्शन"),),
        account=fields.customer_name("full_name"),
        beside=(fields.phone("mobile_number"), fields.address()),
        amount=fields.amount(),
        account_parts=("full_name", "mobile_number"),
        name_field="full_name",
        confirms_later=True,
    ),
    # providers.md 5.31: no limits of the amount are printed
    OneCallRow(
        endpoint="airlink-communication",
        brands=(Brand("airlink-communication", "Airlink Communication", "एयरलिंक कम्युनिकेसन"),),
        account=fields.username(),
        beside=(fields.mobile("mobile_number"), fields.address()),
        amount=fields.amount(),
        confirms_later=True,
    ),
)

PROVIDERS = providers_of(OneCall, ROWS)
