"""Companies whose details name one amount, which is paid as it is (providers.md 4, F3).

A row says what the company's page says, line by line. Paths into an answer are dotted.
"""

from __future__ import annotations

from desktop_app.providers.families import fields
from desktop_app.providers.families.amounts import AmountForm
from desktop_app.providers.families.brand import Brand, providers_of
from desktop_app.providers.families.fixed_amount import FixedAmount, FixedAmountRow

ROWS = (
    # providers.md 5.8: the commit names the subscriber's number, not the user name
    FixedAmountRow(
        endpoint="wifi-nepal-v4",
        brands=(Brand("wifi-nepal-v4", "WiFi Nepal", "वाइफाइ नेपाल"),),
        account=fields.username("username"),
        amount="due_amount",
        amount_form=AmountForm.WHOLE,
        own_id="subscriber.subscriber_id",
        customer_name="subscriber.name",
        package="package.name",
        sends_ids={"subscriber_id": "subscriber.subscriber_id"},
    ),
    # providers.md 5.13: the address of the details is printed without its last slash (A19)
    FixedAmountRow(
        endpoint="web-network",
        brands=(Brand("web-network", "Web Network", "वेब नेटवर्क"),),
        account=fields.username("request_id"),
        amount="amount",
        amount_form=AmountForm.NUMBER,
        account_id="request_id",
        customer_name="properties.name",
        package="properties.package",
    ),
    # providers.md 5.22: no customer name is told; the package goes back as it came
    FixedAmountRow(
        endpoint="hashcnet",
        brands=(
            Brand("askina", "Askina", "आस्किना"),
            Brand("kshireshwar-network", "Kshireshwar Network", "क्षिरेश्वर नेटवर्क"),
            Brand("life-net", "Life Net", "लाइफ नेट"),
            Brand("limpid-ict-solution", "Limpid ICT Solution", "लिम्पिड आईसीटी सोलुसन"),
            Brand("lnt-infotech", "LNT Infotech", "एलएनटी इन्फोटेक"),
            Brand("mega-cable-net", "Mega Cable Net", "मेगा केबल नेट"),
            Brand("nepalink", "Nepalink", "नेपालिंक"),
        ),
        account=fields.username("username"),
        sends_service_slug=True,
        amount="total_amount",
        amount_form=AmountForm.NUMBER,
        package="package_name",
        sends_package=True,
    ),
    # providers.md 5.25: the answer is nested, and no reference is listed for the commit
    FixedAmountRow(
        endpoint="rapid-api",
        brands=(Brand("rapid-api", "Rapid Unique Net", "र्‍यापिड युनिक नेट"),),
        account=fields.username("username"),
        amount="details.amount",
        amount_form=AmountForm.AS_ANSWERED,
        account_id="details.username",
        customer_name="details.name",
        package="details.package",
        days_left="details.remaining_days",
        commit_has_reference=False,
    ),
)

PROVIDERS = providers_of(FixedAmount, ROWS)
