"""What each sample company is told and chosen, and every byte that is sent for it.

The bodies are written by hand from the companies' pages, so that they check the program. ``$``
marks what is not known before: the token, the session, the references.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.core.billing.provider import Provider
from desktop_app.core.money import Money
from desktop_app.providers.vianet import PROVIDER as VIANET
from tests.sample_providers.common import GROUP
from tests.sample_providers.f1_one_call import KritiDarshan, Metrolink
from tests.sample_providers.f2_price_list import Nijgadh, ThreeGVision
from tests.sample_providers.f3_fixed_amount import Rapid, WifiNepal
from tests.sample_providers.f4_packages import Dishhome, Izone
from tests.sample_providers.f6_durations import Arrownet, Techminds
from tests.sample_providers.f7_read_again import Broadlink, FirstLink, Websurfer
from tests.sample_providers.f8_mixed import Subisu
from tests.sample_providers.f9_details_then_use import MaxTv, PrabhuTv

T, R1, R2, PAY = '"token":"$token"', '"reference":"$r1"', '"reference":"$r2"', '"reference":"$pay"'
SESSION = '"session_id":$session'


@dataclass(frozen=True, slots=True)
class Case:
    """One payment to one company.

    Attributes:
        provider: the company.
        flow: what the practice service serves it with.
        endpoint: the slug in its paths.
        values: what the clerk enters.
        choices: what is chosen, with the amount where it is open.
        calls: the paths and the bodies that must be sent, in order; the last one pays.
        amount: what is paid.
        no_answer, lost: accounts whose payment is not answered, and is paid or not.
        is_queued: the service answers Queued.
    """

    provider: Provider
    flow: str
    endpoint: str
    values: Mapping[str, str]
    choices: tuple[tuple[str, Money | None], ...]
    calls: tuple[tuple[str, str], ...]
    amount: Money
    no_answer: str
    lost: str = ""
    is_queued: bool = False

    @property
    def name(self) -> str:
        """For the test's name."""
        return f"{self.provider.info.slug} {self.amount.decimal}"

    def named(self, account: str) -> dict[str, str]:
        """What is entered for another account."""
        return {**self.values, self.provider.info.account_field.name: account}


METROLINK = Case(
    Metrolink(),
    "one_call",
    "metrolink",
    {"username": "ram_1", "number": "9800000103", "address": "Banepa", "amount": "1500"},
    (),
    (
        (
            "/api/use/metrolink/",
            '{"username":"ram_1","number":"9800000103","address":"Banepa","amount":1500,'
            f"{T},{PAY}}}",
        ),
    ),
    Money.rupees(1500),
    no_answer="practice_no_answer",
    lost="practice_lost",
    is_queued=True,
)
KRITI = Case(
    KritiDarshan(),
    "one_call_by_name",
    "kriti-darshan",
    {
        "full_name": "Udaya Shakya",
        "mobile_number": "016632588",
        "address": "Thimi",
        "amount": "2000",
    },
    (),
    (
        (
            "/api/use/kriti-darshan/",
            '{"full_name":"Udaya Shakya","mobile_number":"016632588","address":"Thimi",'
            f'"amount":2000,{T},{PAY}}}',
        ),
    ),
    Money.rupees(2000),
    no_answer="Practice No Answer",
    is_queued=True,
)
NIJGADH = Case(
    Nijgadh(),
    "price_list",
    "nijgadh-cable",
    {"user_id": "ram_1", "name": "Asha Rana", "mobile_number": "9841000000"},
    (("Internet Package - 3Month 25Mbps", None),),
    (
        (f"{GROUP}/getpackages/nijgadh-cable/", f'{{"type":"internet",{T}}}'),
        (
            "/api/use/nijgadh-cable/",
            '{"user_id":"ram_1","name":"Asha Rana","mobile_number":"9841000000",'
            f'"package":"Internet Package - 3Month 25Mbps","amount":3300,{T},{PAY}}}',
        ),
    ),
    Money.rupees(3300),
    no_answer="practice_no_answer",
    lost="practice_lost",
    is_queued=True,
)
THREE_G_VISION = Case(
    ThreeGVision(),
    "price_list_open",
    "three-g-vision",
    {"user_id": "ram_1", "name": "Asha Rana", "contact_number": "9841000000"},
    (("Digital TV - TV", Money.rupees(700)),),
    (
        (f"{GROUP}/getpackages/three-g-vision/", f"{{{T},{R1}}}"),
        (
            "/api/use/three-g-vision/",
            '{"user_id":"ram_1","name":"Asha Rana","contact_number":"9841000000",'
            f'"package":"Digital TV - TV","amount":700,{T},{PAY}}}',
        ),
    ),
    Money.rupees(700),
    no_answer="practice_no_answer",
    is_queued=True,
)
WIFI_NEPAL = Case(
    WifiNepal(),
    "fixed_amount",
    "wifi-nepal-v4",
    {"username": "33222"},
    (("due", None),),
    (
        (f"{GROUP}/details/wifi-nepal-v4/", f'{{"username":"33222",{T},{R1}}}'),
        (
            f"{GROUP}/commit/wifi-nepal-v4/",
            f'{{{SESSION},"amount":10000,"subscriber_id":8841,{T},{PAY}}}',
        ),
    ),
    Money.rupees(10_000),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
RAPID = Case(
    Rapid(),
    "fixed_amount_unreferenced",
    "rapid-api",
    {"username": "testuser"},
    (("amount", None),),
    (
        (f"{GROUP}/details/rapid-api/", f'{{"username":"testuser",{T},{R1}}}'),
        (f"{GROUP}/commit/rapid-api/", f'{{{SESSION},"amount":"1000.00",{T}}}'),
    ),
    Money.rupees(1000),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
IZONE = Case(
    Izone(),
    "packages",
    "konnect",
    {"username": "active"},
    (("1-4412-8-3", None),),
    (
        (
            f"{GROUP}/details/konnect/",
            f'{{"username":"active","service_slug":"izone",{T},{R1}}}',
        ),
        (
            f"{GROUP}/commit/konnect/",
            f'{{"package_id":"1-4412-8-3",{SESSION},"amount":5200,{T},{PAY}}}',
        ),
    ),
    Money.rupees(5200),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
DISHHOME = Case(
    Dishhome(),
    "packages_unpriced_commit",
    "dishhome-updated",
    {"customer_id": "71909771942"},
    (("2", None),),
    (
        (f"{GROUP}/details/dishhome-updated/", f'{{"customer_id":"71909771942",{T},{R1}}}'),
        (f"{GROUP}/commit/dishhome-updated/", f'{{{SESSION},"package_id":2,{T}}}'),
    ),
    Money.rupees(1200),
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
        (f"{GROUP}/details/vianet-updated/", f'{{"customer_id":60110,{T},{R1}}}'),
        (
            f"{GROUP}/commit/vianet-updated/",
            f'{{{SESSION},"amount":277.98,"payment_id":"88001_PP",{T},{PAY}}}',
        ),
    ),
    Money(27798),
    no_answer="500008",
    lost="500009",
)
TECHMINDS = Case(
    Techminds(),
    "durations",
    "hashcnet-v2",
    {"username": "jeetenaug4"},
    (("9/1/1232", None),),
    (
        (
            f"{GROUP}/details/hashcnet-v2/",
            f'{{"username":"jeetenaug4","service_slug":"techminds",{T},{R1}}}',
        ),
        (
            f"{GROUP}/commit/hashcnet-v2/",
            f'{{"package_code":"9","duration_code":"1",{SESSION},"amount":1232,{T},{PAY}}}',
        ),
    ),
    Money.rupees(1232),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
ARROWNET = Case(
    Arrownet(),
    "durations_sessionless",
    "arrownet",
    {"username": "Pradhanang"},
    (("12", None),),
    (
        (f"{GROUP}/details/arrownet/", f'{{"username":"Pradhanang",{T}}}'),
        (
            f"{GROUP}/commit/arrownet/",
            f'{{"username":"Pradhanang","amount":"16950.50","duration":12,{T},{PAY}}}',
        ),
    ),
    Money(1_695_050),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
WEBSURFER = Case(
    Websurfer(),
    "connections",
    "times",
    {"customer_id": "1112858"},
    (("rajesh-lamichhane2", None), ("134", None)),
    (
        (
            f"{GROUP}/userlist/times/",
            f'{{"customer_id":"1112858","service_slug":"websurfer-internet",{T},{R1}}}',
        ),
        (
            f"{GROUP}/details/times/",
            f'{{"username":"rajesh-lamichhane2",{SESSION},"service_slug":"websurfer-internet",'
            f"{T},{R2}}}",
        ),
        (f"{GROUP}/commit/times/", f'{{{SESSION},"amount":11000,"package_id":"134",{T}}}'),
    ),
    Money.rupees(11_000),
    no_answer="500008",
    lost="500009",
)
BROADLINK = Case(
    Broadlink(),
    "quoted",
    "broadlink",
    {"customer_id": "47531"},
    (("16/258", None),),
    (
        (f"{GROUP}/details/broadlink/", f'{{"customer_id":47531,{T},{R1}}}'),
        (
            f"{GROUP}/get_discounted_amount/broadlink/",
            f'{{{SESSION},"package_id":16,"package_sub_id":258,{T}}}',
        ),
        (f"{GROUP}/commit/broadlink/", f'{{{SESSION},"amount":16800,{T}}}'),
    ),
    Money.rupees(16_800),
    no_answer="500008",
    lost="500009",
)
FIRST_LINK = Case(
    FirstLink(),
    "second_read",
    "firstlink",
    {"username": "url_ramesh_kafle"},
    (("rate", None),),
    (
        (f"{GROUP}/details/firstlink/", f'{{"username":"url_ramesh_kafle",{T},{R1}}}'),
        (f"{GROUP}/getpackagerates/firstlink/", f"{{{SESSION},{T}}}"),
        (f"{GROUP}/commit/firstlink/", f'{{{SESSION},"amount":1921,{T}}}'),
    ),
    Money.rupees(1921),
    no_answer="practice_no_answer",
    lost="practice_lost",
)
SUBISU = Case(
    Subisu(),
    "mixed",
    "subisu",
    {"username": "practice_both"},
    (("Video Plus/ABCCD10BBBFC942B", None),),
    (
        (f"{GROUP}/details/subisu/", f'{{"username":"practice_both",{T},{R1}}}'),
        (
            f"{GROUP}/commit/subisu/",
            f'{{{SESSION},"amount":450,"offer_name":"Video Plus","stb":"ABCCD10BBBFC942B",{T}}}',
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
        (f"{GROUP}/details/max-tv/", f'{{"customer_id":"0000405146",{T},{R1}}}'),
        ("/api/use/max-tv/", f'{{"customer_id":"0000405146",{SESSION},"amount":600,{T},{PAY}}}'),
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
    (("amount", Money.rupees(1800)),),
    (
        (f"{GROUP}/details/prabhu-tv/", f'{{"cas_id":"01234567891",{T},{R1}}}'),
        ("/api/use/prabhu-tv/", f'{{"cas_id":"01234567891",{SESSION},"amount":1800,{T},{PAY}}}'),
    ),
    Money.rupees(1800),
    no_answer="05000000008",
)

CASES = (
    METROLINK, KRITI, NIJGADH, THREE_G_VISION, WIFI_NEPAL, RAPID, IZONE, DISHHOME, VIANET_BILL,
    TECHMINDS, ARROWNET, WEBSURFER, BROADLINK, FIRST_LINK, SUBISU, MAX_TV, PRABHU_TV,
)  # fmt: skip

MORE = (
    replace(
        SUBISU,
        choices=(("outstanding", None),),
        calls=(
            SUBISU.calls[0],
            (
                f"{GROUP}/commit/subisu/",
                f'{{{SESSION},"amount":"560.50","renew_type":"outstanding_payment",{T}}}',
            ),
        ),
        amount=Money(56050),
    ),
    replace(
        SUBISU,
        choices=(("Internet Northbound", None),),
        calls=(
            SUBISU.calls[0],
            (
                f"{GROUP}/commit/subisu/",
                f'{{{SESSION},"amount":1200,"offer_name":"Internet Northbound",{T}}}',
            ),
        ),
        amount=Money.rupees(1200),
    ),
    replace(
        BROADLINK,
        values={"customer_id": "53905"},
        choices=(("outstanding", None),),
        calls=(
            (f"{GROUP}/details/broadlink/", f'{{"customer_id":53905,{T},{R1}}}'),
            (f"{GROUP}/commit/broadlink/", f'{{{SESSION},"amount":1129,{T}}}'),
        ),
        amount=Money.rupees(1129),
    ),
)
"""Other things that the same companies can be paid for."""
