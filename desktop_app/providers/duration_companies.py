"""Companies whose details list durations, of one package or of several (providers.md 4, F6).

A row says what the company's page says, line by line.
"""

from __future__ import annotations

from desktop_app.providers.families import fields
from desktop_app.providers.families.amounts import AmountForm
from desktop_app.providers.families.brand import Brand, providers_of
from desktop_app.providers.families.durations import (
    DurationNames,
    Durations,
    DurationsRow,
    PackageNames,
)

ROWS = (
    # providers.md 5.11: there is no session, so that the commit names the account. Its amount and
    # its duration are those of one entry.
    DurationsRow(
        endpoint="arrownet",
        brands=(Brand("arrownet", "Arrownet", "एरोनेट"),),
        account=fields.username("username"),
        details_have_reference=False,
        has_session=False,
        sends_account_as="username",
        customer_name="full_name",
        current_package="current_plan",
        days_left="days_remaining",
        durations=DurationNames(
            at="plan_details", code="duration", price="amount", months=(1, 3, 6, 12)
        ),
        amount_form=AmountForm.AS_ANSWERED,
    ),
    # providers.md 5.23: two packages share a code. A code such as "custom_2" is no number of
    # months, and stands for other lengths at other customers.
    DurationsRow(
        endpoint="hashcnet-v2",
        brands=(
            Brand("airson-internet", "Airson Internet", "एयरसन इन्टरनेट"),
            Brand("broadband-solutions", "Broadband Solutions", "ब्रोडब्यान्ड सोलुसन्स"),
            Brand("everest-wireless", "Everest Wireless", "एभरेस्ट वायरलेस"),
            Brand("fast-speed", "Fast Speed", "फास्ट स्पिड"),
            Brand(
                "fiberworld-communication",
                "Fiberworld Communication",
                "फाइबरवर्ल्ड कम्युनिकेसन",
            ),
            Brand("hons", "Hons", "होन्स"),
            Brand(
                "janaki-cable-network",
                "Janaki Cable Network",
                "जानकी केबल नेटवर्क",
            ),
            Brand("sahaj-network", "Sahaj Network", "सहज नेटवर्क"),
            Brand("super-eight-networks", "Super Eight Networks", "सुपर एट नेटवर्क्स"),
            Brand("ultra-net", "Ultra Net", "अल्ट्रा नेट"),
            Brand(
                "unified-communication-isp",
                "Unified Communication ISP",
                "युनिफाइड कम्युनिकेसन",
            ),
            Brand("bbn-internet", "BBN Internet", "बीबीएन इन्टरनेट"),
            Brand(
                "pokhara-internet-lekhnath",
                "Pokhara Internet Lekhnath",
                "पोखरा इन्टरनेट लेखनाथ",
                ("Pokhara", "Lekhnath"),
            ),
            Brand("vns", "VNS", "भीएनएस"),
            Brand("techminds", "Techminds", "टेकमाइन्ड्स"),
        ),
        account=fields.username("username"),
        sends_service_slug=True,
        customer_name="customer_name",
        current_package="current_plan",
        days_left="days_remaining",
        packages=PackageNames(at="available_packages", code="package_code", title="title"),
        durations=DurationNames(
            at="duration", code="duration_code", price="total_cost", title="duration_title"
        ),
        sends_codes_as_text=True,
        amount_form=AmountForm.NUMBER,
    ),
)

PROVIDERS = providers_of(Durations, ROWS)
