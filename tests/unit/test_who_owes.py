"""Who owes a bill is found by a part of the name or phone, and meant by the whole of it alone."""

from __future__ import annotations

from desktop_app.core.money import Money
from desktop_app.core.on_account import OnAccountCustomer
from desktop_app.core.owing_search import OwingSearch
from tests.tables import each

RAM = OnAccountCustomer(1, "Ram Thapa", "9800000001")
OTHER_RAM = OnAccountCustomer(2, "Ram Thapa", "9800000002")
RAMESH = OnAccountCustomer(3, "Ramesh Thapa", "9800000003", limit=Money.rupees(500))
SITA = OnAccountCustomer(4, "सीता शर्मा", "", owed=Money.rupees(70))
ALL = (RAM, OTHER_RAM, RAMESH, SITA)


@each(
    ("typed", "found"),
    [
        ("", (RAMESH, SITA, RAM, OTHER_RAM)),
        ("thapa", (RAMESH, RAM, OTHER_RAM)),
        ("thapa ram", (RAMESH, RAM, OTHER_RAM)),
        ("Ram Thapa", (RAM, OTHER_RAM, RAMESH)),
        ("9800000002", (OTHER_RAM,)),
        ("98000 00002", (OTHER_RAM,)),
        ("सिता", (SITA,)),
        ("Hari", ()),
    ],
)
def test_customers_are_found_by_parts(typed: str, found: tuple[OnAccountCustomer, ...]) -> None:
    assert OwingSearch(ALL).find(typed) == found


@each(
    ("typed", "meant"),
    [
        ("", None),
        ("Ram", None),
        ("Rames", None),
        ("शर्मा", None),
        ("980000000", None),
        ("Ram Thapa", None),
        ("ramesh  THAPA", RAMESH),
        ("98000 00002", OTHER_RAM),
        ("सिता शर्मा", SITA),
    ],
)
def test_only_the_whole_name_or_number_of_one_alone_is_meant(
    typed: str, meant: OnAccountCustomer | None
) -> None:
    assert OwingSearch(ALL).the_one_meant(typed) == meant


@each(
    ("name", "phone", "has"),
    [
        ("ram  thapa", "98000 00001", True),
        ("Ram Thapa", "", False),
        ("Ram Thapa", "9800000009", False),
        ("Ram", "9800000001", False),
        ("सिता शर्मा", "", True),
    ],
)
def test_a_new_customer_with_the_name_and_phone_of_a_known_one_is_no_new_one(
    name: str, phone: str, has: bool
) -> None:
    assert OwingSearch(ALL).has(name, phone) is has
