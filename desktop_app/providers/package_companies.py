"""Companies whose details list packages, of which one is paid (providers.md 4, F4).

A row says what the company's page says, line by line. Paths into an answer are dotted.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.billing.provider import FactLabel
from desktop_app.providers.families import fields
from desktop_app.providers.families.amounts import AmountForm
from desktop_app.providers.families.brand import Brand, providers_of
from desktop_app.providers.families.packages import Listed, Packages, PackagesRow

# providers.md 5.20: the page's own users are answered with another user name
_NET_MAX = PackagesRow(
    endpoint="net-max",
    brands=(Brand("net-max", "Net Max", "नेट म्याक्स"),),
    account=fields.username("username"),
    listed=Listed(is_current="current"),
    own_id="customer.username",
    customer_name="customer.name",
    current_package="current_subscription.package",
    due="due.amount",
    due_note="due.message",
    amount_form=AmountForm.DIGITS,
)

# providers.md 5.30: what an amount above zero beside the list means is not said. It is shown as
# owed, and never added to a package.
_CHITRAWAN = PackagesRow(
    endpoint="chitrawan-unique-net",
    brands=(Brand("chitrawan-unique-net", "Chitrawan Unique Net", "चितवन युनिक नेट", ("Chitwan",)),),
    account=fields.username("request_id"),
    listed=Listed(label="name"),
    customer_name="customer_name",
    branch="address",
    due="amount",
    amount_form=AmountForm.NUMBER,
)

ROWS = (
    # providers.md 5.6: no name is told, and another number than the typed one of the box or card.
    # Five entries share a label, so that only the price tells them apart. The service takes the
    # price of the package.
    PackagesRow(
        endpoint="dishhome-updated",
        brands=(Brand("dishhome-updated", "Dishhome", "डिसहोम"),),
        account=fields.customer_id("customer_id", example="71909771942"),
        listed=Listed(id="idx", label="description", price="price", months="duration_type"),
        own_id="customer_id",
        branch="district",
        current_package="package",
        expires_on="expiry_date",
        amount_form=None,
        commit_has_reference=False,
        facts=(
            (FactLabel.RECHARGED, "detail.recharged_amount"),
            (FactLabel.COMPANY_RECEIPT, "detail.transaction_id"),
            (FactLabel.VALID_UNTIL, "detail.expiry_date"),
        ),
    ),
    _NET_MAX,
    # providers.md 5.21: the labels name other prices than the entries, whose price is the one that
    # the service takes. What the amount beside the list means is not said: it is not used.
    PackagesRow(
        endpoint="dolfin-net-communication",
        brands=(Brand("dolfin-net-communication", "Dolfin Net Communication", "डल्फिन नेट"),),
        account=fields.username("user"),
        listed=Listed(id="id", label="name", price="price"),
        customer_name="customer_name",
        amount_form=None,
        confirms_later=True,
    ),
    # providers.md 5.26: no customer name is told
    PackagesRow(
        endpoint="grs",
        brands=(Brand("grs", "GRS", "जीआरएस"),),
        account=fields.username("username"),
        listed=Listed(at="package", days="valid_days"),
        account_id="username",
        branch="address",
        amount_form=AmountForm.NUMBER,
    ),
    # providers.md 5.27: the details call writes its field with a capital letter, the commit without
    PackagesRow(
        endpoint="merosoft",
        brands=(
            Brand("metalink", "Meta Link", "मेटा लिंक"),
            Brand("prime-network", "Prime Network", "प्राइम नेटवर्क"),
            Brand("alisha-communication", "Alisha Communication", "अलिशा कम्युनिकेसन"),
            Brand("smart-link", "Smart Link", "स्मार्ट लिंक"),
            Brand("pds-server-network", "PDS Server Network", "पीडीएस सर्भर नेटवर्क"),
        ),
        account=fields.username("Username"),
        sends_service_slug=True,
        listed=Listed(id="id", label="name", price="price"),
        customer_name="customer_name",
        current_package="active_package",
        days_left="remaining_days",
        expires_on="expiry_date",
        amount_form=AmountForm.WHOLE,
        sends_account_as="username",
        commits_service_slug=True,
        sends_label_as="package_name",
    ),
    # providers.md 5.28: as Net Max; who has never paid is refused by the service
    replace(
        _NET_MAX,
        endpoint="konnect",
        brands=(
            Brand("izone", "Izone", "आइजोन"),
            Brand("world-fiber-net", "World Fiber Net", "वर्ल्ड फाइबर नेट"),
            Brand("dg-link", "DG Link", "डीजी लिंक"),
            Brand("loop-network", "Loop Network", "लुप नेटवर्क"),
            Brand("acme-internet", "Acme Internet", "एक्मे इन्टरनेट"),
        ),
        sends_service_slug=True,
        amount_form=AmountForm.NUMBER,
    ),
    _CHITRAWAN,
    # providers.md 5.36: as Chitrawan Unique Net, newer than the endpoints of its brands. They are
    # used until the owner turns a brand to this one.
    replace(
        _CHITRAWAN,
        endpoint="genius",
        by_choice=True,
        brands=(
            *_CHITRAWAN.brands,
            Brand("wifi-nepal-v4", "WiFi Nepal", "वाइफाइ नेपाल", sent_as="wifi-nepal-v5"),
        ),
        sends_service_slug=True,
    ),
    # providers.md 5.34: no customer name is told. An extension of three days and a whole package
    # can cost the same, so that the kind and the length stand beside the name.
    PackagesRow(
        endpoint="sky-broadband",
        brands=(Brand("sky-broadband", "Sky Broadband", "स्काई ब्रोडब्यान्ड"),),
        account=fields.username("username"),
        listed=Listed(
            beside_label=("package_type", "expiration_amount", "expiration_period"),
        ),
        amount_form=AmountForm.NUMBER,
        commit_has_reference=False,
    ),
)

PROVIDERS = providers_of(Packages, ROWS)
