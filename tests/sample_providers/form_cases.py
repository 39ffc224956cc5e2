"""Companies that look nobody up: what the clerk enters is sent, and paid with ``use``."""

from __future__ import annotations

from desktop_app.core.money import Money
from tests.sample_providers.case import PAY, R1, REAL, Case, T, call

METROLINK = Case(
    REAL["metrolink"],
    "",
    "metrolink",
    {"username": "ram_1", "number": "9800000103", "address": "Banepa", "amount": "1500"},
    (),
    (
        call(
            "use",
            "metrolink",
            '"username":"ram_1","number":"9800000103","address":"Banepa"',
            '"amount":1500',
            T,
            PAY,
        ),
    ),
    Money.rupees(1_500),
    no_answer="practice_no_answer",
    lost="practice_lost",
    is_queued=True,
)
KRITI = Case(
    REAL["kriti-darshan"],
    "",
    "kriti-darshan",
    {
        "full_name": "Udaya Shakya",
        "mobile_number": "016632588",
        "address": "Thimi",
        "amount": "2000",
    },
    (),
    (
        call(
            "use",
            "kriti-darshan",
            '"full_name":"Udaya Shakya","mobile_number":"016632588","address":"Thimi"',
            '"amount":2000',
            T,
            PAY,
        ),
    ),
    Money.rupees(2_000),
    no_answer="Practice No Answer",
    lost="Practice Lost",
    is_queued=True,
)
NIJGADH = Case(
    REAL["nijgadh-cable"],
    "",
    "nijgadh-cable",
    {"user_id": "ram_1", "name": "Asha Rana", "mobile_number": "9841000000"},
    (("Internet Package - 3Month 30Mbps", None),),
    (
        call("getpackages", "nijgadh-cable", '"type":"internet"', T),
        call(
            "use",
            "nijgadh-cable",
            '"user_id":"ram_1","name":"Asha Rana","mobile_number":"9841000000"',
            '"package":"Internet Package - 3Month 30Mbps","amount":3945',
            T,
            PAY,
        ),
    ),
    Money.rupees(3_945),
    no_answer="practice_no_answer",
    lost="practice_lost",
    is_queued=True,
)
THREE_G_VISION = Case(
    REAL["three-g-vision"],
    "",
    "three-g-vision",
    {"user_id": "ram_1", "name": "Asha Rana", "contact_number": "9841000000"},
    (("Digital TV - TV", Money.rupees(700)),),
    (
        call("getpackages", "three-g-vision", T, R1),
        call(
            "use",
            "three-g-vision",
            '"user_id":"ram_1","name":"Asha Rana","contact_number":"9841000000"',
            '"package":"Digital TV - TV","amount":700',
            T,
            PAY,
        ),
    ),
    Money.rupees(700),
    no_answer="practice_no_answer",
    lost="practice_lost",
    is_queued=True,
)
NT_FTTH = Case(
    REAL["nt-ftth"],
    "",
    "nt-ftth",
    {"number": "10000111111111", "amount": "2450"},
    (),
    (call("use", "nt-ftth", '"number":"10000111111111","amount":2450', T, PAY),),
    Money.rupees(2_450),
    no_answer="10000000500008",
    lost="10000000500009",
)
ADSL = Case(
    REAL["adsl-ul"],
    "",
    "adsl-ul",
    {"number": "14232352", "amount": "1130"},
    (),
    (call("use", "adsl-ul", '"number":"14232352","amount":1130', T, PAY),),
    Money.rupees(1_130),
    no_answer="14500008",
    lost="14500009",
    is_queued=True,
)
NIJGADH_TV = Case(
    REAL["nijgadh-cable-tv"],
    "",
    "nijgadh-cable",
    {
        "tv_identifier": "132465",
        "username": "ram_1",
        "full_name": "Asha Rana",
        "mobile_number": "9841000000",
    },
    (("HD TV Package - 3Month", None),),
    (
        call("getpackages", "nijgadh-cable", '"type":"tv"', T),
        call(
            "use",
            "nijgadh-cable",
            '"tv_identifier":"132465","username":"ram_1","full_name":"Asha Rana"',
            '"mobile_number":"9841000000","package":"HD TV Package - 3Month","amount":1300',
            T,
            PAY,
        ),
    ),
    Money.rupees(1_300),
    no_answer="500008",
    lost="500009",
    is_queued=True,
)
