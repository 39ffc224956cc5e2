"""Other things that the companies of the cases can be paid for, and other ways to them."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.money import Money
from desktop_app.providers import other_endpoints
from tests.sample_providers.case import PAY, R1, REAL, SESSION, Case, T, call
from tests.sample_providers.cases import BROADLINK, SUBISU, WEBSURFER

GENIUS = Case(
    next(one for one in other_endpoints() if one.info.slug == "wifi-nepal-v4"),
    "",
    "genius",
    {"request_id": "33222"},
    (("1", None),),
    (
        call("details", "genius", '"request_id":"33222","service_slug":"wifi-nepal-v5"', T, R1),
        call("commit", "genius", SESSION, '"package_id":1,"amount":1130', T, PAY),
    ),
    Money.rupees(1_130),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
"""Another endpoint of a brand that has one."""

SUBISU_DUE = replace(
    SUBISU,
    choices=(("outstanding", None),),
    calls=(
        call("details", "subisu", '"username":"practice_both"', T, R1),
        call(
            "commit",
            "subisu",
            SESSION,
            '"amount":"560.50","renew_type":"outstanding_payment"',
            T,
            PAY,
        ),
    ),
    amount=Money(56_050),
)
SUBISU_PLAN = replace(
    SUBISU,
    choices=(("Internet Northbound/1200", None),),
    calls=(
        call("details", "subisu", '"username":"practice_both"', T, R1),
        call(
            "commit",
            "subisu",
            SESSION,
            '"amount":1200,"offer_name":"Internet Northbound"',
            T,
            PAY,
        ),
    ),
    amount=Money.rupees(1_200),
)
BROADLINK_DUE = replace(
    BROADLINK,
    values={"customer_id": "53905"},
    choices=(("outstanding", None),),
    calls=(
        call("details", "broadlink", '"customer_id":53905', T, R1),
        call("commit", "broadlink", SESSION, '"amount":1129', T, PAY),
    ),
    amount=Money.rupees(1_129),
)

MORE = (GENIUS, SUBISU_DUE, SUBISU_PLAN, BROADLINK_DUE)


def _brand_of_times(slug: str) -> Case:
    """The payment of Websurfer's case at another brand of its endpoint."""
    own = WEBSURFER.provider.info.slug
    calls = tuple((path, body.replace(f'"{own}"', f'"{slug}"')) for path, body in WEBSURFER.calls)
    return replace(WEBSURFER, provider=REAL[slug], calls=calls)


OTHERS_OF_TIMES = tuple(
    _brand_of_times(slug)
    for slug in ("reliant-technology-v2", "palsnet", "sky-internet", "pathibara")
)
