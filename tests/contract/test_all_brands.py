"""All companies of the service are there, each at its endpoint: 66 brands on 34 endpoints."""

from __future__ import annotations

from desktop_app.providers import all_providers
from tests.providers_table import TableRow, as_text, rows
from tests.tables import each

SINGLE = """
    worldlink-v2 vianet-updated adsl-ul adsl-vb nt-ftth dishhome-updated subisu wifi-nepal-v4
    broadlink arrownet virtual-network web-network royal-network eastlink metrolink
    infonet-communication pokhara-internet nijgadh-cable net-max dolfin-net-communication
    fibertel-fibernet rapid-api grs kriti-darshan chitrawan-unique-net airlink-communication
    three-g-vision firstlink sky-broadband
"""
"""Endpoints that serve one brand, whose slug is the endpoint's."""

SHARED = {
    "times": "websurfer-internet reliant-technology-v2 palsnet sky-internet pathibara",
    "hashcnet": """askina kshireshwar-network life-net limpid-ict-solution lnt-infotech
        mega-cable-net nepalink""",
    "hashcnet-v2": """airson-internet broadband-solutions everest-wireless fast-speed
        fiberworld-communication hons janaki-cable-network sahaj-network super-eight-networks
        ultra-net unified-communication-isp bbn-internet pokhara-internet-lekhnath vns techminds""",
    "merosoft": "metalink prime-network alisha-communication smart-link pds-server-network",
    "konnect": "izone world-fiber-net dg-link loop-network acme-internet",
}
"""Endpoints that serve several brands."""

BRANDS = {slug: slug for slug in SINGLE.split()}
BRANDS |= {slug: endpoint for endpoint, slugs in SHARED.items() for slug in slugs.split()}

SECOND_SERVICES = {"nijgadh-cable-tv": "nijgadh-cable"}
"""A brand's television where its internet is another flow: no brand of its own."""

IN_USE = {one.info.slug: one.info for one in all_providers() if not one.info.retired}


def test_there_are_66_brands_on_34_endpoints() -> None:
    assert (len(BRANDS), len(set(BRANDS.values()))) == (66, 34)


def test_every_brand_can_be_paid_at_its_endpoint() -> None:
    found = {slug: info.endpoint for slug, info in IN_USE.items()}
    assert found == {**BRANDS, **SECOND_SERVICES}


def test_the_names_of_brands_tell_them_apart_in_both_scripts() -> None:
    for names in (
        [info.name.casefold() for info in IN_USE.values()],
        [info.nepali_name for info in IN_USE.values() if info.nepali_name],
    ):
        assert len(set(names)) == len(names)


TABLE = rows()


@each("row", TABLE, ids=lambda row: row.slug)
def test_the_table_says_everything_of_a_company(row: TableRow) -> None:
    assert all((row.name, row.endpoint, row.family, row.fields, row.offers))
    assert "reference" in row.payment_sends


def test_the_table_has_a_line_for_each_company_and_the_figures() -> None:
    lines = as_text(TABLE).splitlines()
    assert len(lines) == 1 + len(IN_USE) + 2
    endpoints = len({info.endpoint for info in IN_USE.values()})
    assert lines[-1] == f"{len(IN_USE)} companies at {endpoints} endpoints"
