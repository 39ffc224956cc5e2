"""What each sample company is told and chosen, and what is sent for it.

The bodies are written by hand from the companies' pages, so that they check the program.
"""

from __future__ import annotations

from desktop_app.core.money import Money
from desktop_app.providers.vianet import PROVIDER as VIANET
from tests.sample_providers.case import PAY, R1, R2, REAL, SESSION, Case, T, call
from tests.sample_providers.f9_details_then_use import MaxTv, PrabhuTv
from tests.sample_providers.form_cases import (
    ADSL,
    KRITI,
    METROLINK,
    NIJGADH,
    NIJGADH_TV,
    NT_FTTH,
    THREE_G_VISION,
)

WIFI_NEPAL = Case(
    REAL["wifi-nepal-v4"],
    "",
    "wifi-nepal-v4",
    {"username": "33222"},
    (("due", None),),
    (
        call("details", "wifi-nepal-v4", '"username":"33222"', T, R1),
        call("commit", "wifi-nepal-v4", SESSION, '"amount":10000,"subscriber_id":8841', T, PAY),
    ),
    Money.rupees(10_000),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
RAPID = Case(
    REAL["rapid-api"],
    "",
    "rapid-api",
    {"username": "testuser"},
    (("due", None),),
    (
        call("details", "rapid-api", '"username":"testuser"', T, R1),
        call("commit", "rapid-api", SESSION, '"amount":"1000.00"', T, PAY),
    ),
    Money.rupees(1_000),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
WEB_NETWORK = Case(
    REAL["web-network"],
    "",
    "web-network",
    {"request_id": "khaltiUser"},
    (("due", None),),
    (
        call("details", "web-network", '"request_id":"khaltiUser"', T, R1),
        call("commit", "web-network", SESSION, '"amount":1450.5', T, PAY),
    ),
    Money(145_050),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
LNT_INFOTECH = Case(
    REAL["lnt-infotech"],
    "",
    "hashcnet",
    {"username": "pnt_test"},
    (("due", None),),
    (
        call("details", "hashcnet", '"username":"pnt_test","service_slug":"lnt-infotech"', T, R1),
        call("commit", "hashcnet", SESSION, '"amount":10,"package_name":"FOC users / 6M"', T, PAY),
    ),
    Money.rupees(10),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
IZONE = Case(
    REAL["izone"],
    "",
    "konnect",
    {"username": "maya.lama"},
    (("1-4412-8-3", None),),
    (
        call("details", "konnect", '"username":"maya.lama","service_slug":"izone"', T, R1),
        call("commit", "konnect", SESSION, '"package_id":"1-4412-8-3","amount":5550', T, PAY),
    ),
    Money.rupees(5_550),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
DISHHOME = Case(
    REAL["dishhome-updated"],
    "",
    "dishhome-updated",
    {"customer_id": "71909771942"},
    (("2", None),),
    (
        call("details", "dishhome-updated", '"customer_id":"71909771942"', T, R1),
        call("commit", "dishhome-updated", SESSION, '"package_id":2', T, PAY),
    ),
    Money.rupees(1_200),
    no_answer="500008",
    lost="500009",
)
VIANET_BILL = Case(
    VIANET,
    "bills",
    "vianet-updated",
    {"customer_id": "60110"},
    (("88001_PP", None),),
    (
        call("details", "vianet-updated", '"customer_id":60110', T, R1),
        call(
            "commit", "vianet-updated", SESSION, '"amount":277.98,"payment_id":"88001_PP"', T, PAY
        ),
    ),
    Money(27_798),
    no_answer="500008",
    lost="500009",
)
TECHMINDS = Case(
    REAL["techminds"],
    "",
    "hashcnet-v2",
    {"username": "jeetenaug4"},
    (("9/Fiber 40", None), ("9/1/1232", None)),
    (
        call("details", "hashcnet-v2", '"username":"jeetenaug4","service_slug":"techminds"', T, R1),
        call(
            "commit",
            "hashcnet-v2",
            '"package_code":"9","duration_code":"1","amount":1232',
            SESSION,
            T,
            PAY,
        ),
    ),
    Money.rupees(1_232),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
ARROWNET = Case(
    REAL["arrownet"],
    "",
    "arrownet",
    {"username": "Pradhanang"},
    (("12", None),),
    (
        call("details", "arrownet", '"username":"Pradhanang"', T),
        call(
            "commit",
            "arrownet",
            '"duration":12,"amount":"16950.50","username":"Pradhanang"',
            T,
            PAY,
        ),
    ),
    Money(1_695_050),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
WEBSURFER = Case(
    REAL["websurfer-internet"],
    "",
    "times",
    {"customer_id": "1112858"},
    (("rajesh-lamichhane2", None), ("134", None)),
    (
        call(
            "userlist",
            "times",
            '"customer_id":"1112858","service_slug":"websurfer-internet"',
            T,
            R1,
        ),
        call(
            "details",
            "times",
            '"username":"rajesh-lamichhane2"',
            SESSION,
            '"service_slug":"websurfer-internet"',
            T,
            R2,
        ),
        call("commit", "times", SESSION, '"amount":11000,"package_id":"134"', T, PAY),
    ),
    Money.rupees(11_000),
    no_answer="500008",
    lost="500009",
)
BROADLINK = Case(
    REAL["broadlink"],
    "",
    "broadlink",
    {"customer_id": "47531"},
    (("16/258", None),),
    (
        call("details", "broadlink", '"customer_id":47531', T, R1),
        call(
            "get_discounted_amount", "broadlink", SESSION, '"package_id":16,"package_sub_id":258', T
        ),
        call("commit", "broadlink", SESSION, '"amount":16800', T, PAY),
    ),
    Money.rupees(16_800),
    no_answer="500008",
    lost="500009",
)
FIRST_LINK = Case(
    REAL["firstlink"],
    "",
    "firstlink",
    {"username": "url_ramesh_kafle"},
    (("rate", None),),
    (
        call("details", "firstlink", '"username":"url_ramesh_kafle"', T, R1),
        call("getpackagerates", "firstlink", SESSION, T),
        call("commit", "firstlink", SESSION, '"amount":1921', T, PAY),
    ),
    Money.rupees(1_921),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
SUBISU = Case(
    REAL["subisu"],
    "",
    "subisu",
    {"username": "practice_both"},
    (("Video Plus/450/ABCCD10BBBFC942B", None),),
    (
        call("details", "subisu", '"username":"practice_both"', T, R1),
        call(
            "commit",
            "subisu",
            SESSION,
            '"amount":450,"offer_name":"Video Plus","stb":"ABCCD10BBBFC942B"',
            T,
            PAY,
        ),
    ),
    Money.rupees(450),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
MAX_TV = Case(
    MaxTv(),
    "details_then_use",
    "max-tv",
    {"customer_id": "0000405146"},
    (("amount", None),),
    (
        call("details", "max-tv", '"customer_id":"0000405146"', T, R1),
        call("use", "max-tv", '"customer_id":"0000405146"', SESSION, '"amount":600', T, PAY),
    ),
    Money.rupees(600),
    no_answer="0000500008",
    lost="0000500009",
)
PRABHU_TV = Case(
    PrabhuTv(),
    "amounts_then_use",
    "prabhu-tv",
    {"cas_id": "01234567891"},
    (("amount", Money.rupees(1_800)),),
    (
        call("details", "prabhu-tv", '"cas_id":"01234567891"', T, R1),
        call("use", "prabhu-tv", '"cas_id":"01234567891"', SESSION, '"amount":1800', T, PAY),
    ),
    Money.rupees(1_800),
    no_answer="05000000008",
)

CASES = (
    METROLINK, KRITI, ADSL, NT_FTTH, NIJGADH, NIJGADH_TV, THREE_G_VISION, WIFI_NEPAL, RAPID,
    WEB_NETWORK, LNT_INFOTECH, IZONE, DISHHOME, VIANET_BILL, TECHMINDS, ARROWNET, WEBSURFER,
    BROADLINK, FIRST_LINK, SUBISU, MAX_TV, PRABHU_TV,
)  # fmt: skip

ONE_A_FAMILY = (
    METROLINK, NIJGADH, WIFI_NEPAL, DISHHOME, VIANET_BILL, ARROWNET, TECHMINDS, WEBSURFER,
    BROADLINK, FIRST_LINK, SUBISU, PRABHU_TV,
)  # fmt: skip
"""F1 to F9, and all whose flow is their own."""
