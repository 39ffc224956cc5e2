"""What the practice service remembers: outcomes over time, look-ups, and its state file."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.replies import Failure, Reply
from tests.tables import each

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 22, 6, 15, tzinfo=UTC)
TOKEN = quote(PRACTICE_TOKEN, safe="")
_numbers = itertools.count(1)


@dataclass
class Clock:
    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class Shop:
    """A service with a clock that stands still, and short ways to call it."""

    file: Path | None = None
    credit: int = 100_000
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.service = PracticeService(credit=self.credit, state_file=self.file, now=self.clock)

    def call(self, method: str, path: str, **fields: object) -> Reply:
        body = json.dumps({"token": PRACTICE_TOKEN, **fields}).encode()
        return self.service.handle(method, path, body)

    def pay(self, account: str, amount: int = 1356, package: int = 1990668) -> tuple[str, Reply]:
        path = "/api/servicegroup/{}/worldlink-v2/"
        number = f"{next(_numbers):030x}"
        answer = self.call("POST", path.format("details"), reference=f"d{number}", username=account)
        session = json.loads(answer.body)["session_id"]
        fields = {"session_id": session, "package_id": package, "amount": amount}
        reply = self.call("POST", path.format("commit"), reference=f"c{number}", **fields)
        return f"c{number}", reply

    def look_up(self, reference: str) -> dict[str, Any]:
        reply = self.service.handle("GET", f"/api/service/status/{TOKEN}/{reference}")
        answer = json.loads(reply.body)
        assert isinstance(answer, dict)
        return answer


@each(
    ("account", "http", "failure", "looked_up", "credit"),
    [
        ("practice_slow", 200, None, "Success", 98_644),
        ("practice_slow_pay", 200, None, "Success", 98_644),
        ("practice_no_answer", 0, Failure.DROPPED, "Success", 98_644),
        ("practice_server_error", 502, None, "Success", 98_644),
        ("practice_broken_answer", 200, None, "Success", 98_644),
        ("practice_provider_error", 400, None, "Failed", 100_000),
        ("practice_lost", 0, Failure.DROPPED, "002", 100_000),
        ("practice_not_sent", 0, Failure.UNREACHABLE, "002", 100_000),
        ("practice_not_paid", 400, None, "002", 100_000),
        ("practice_already_made", 400, None, "002", 100_000),
        ("practice_no_credit", 400, None, "002", 100_000),
    ],
)
def test_lessons_that_end_at_once(
    account: str, http: int, failure: Failure | None, looked_up: str, credit: int
) -> None:
    shop = Shop()
    reference, reply = shop.pay(account)
    assert (reply.status, reply.failure) == (http, failure)
    answer = shop.look_up(reference)
    assert answer.get("error_code", answer["state"]) == looked_up
    assert shop.service.credit == credit


def test_waiting_ends_by_look_ups() -> None:
    shop = Shop()
    reference, reply = shop.pay("practice_waiting_long")
    assert json.loads(reply.body)["state"] == "Queued"
    assert shop.service.credit == 98_644
    states = [shop.look_up(reference)["state"] for _ in range(5)]
    assert states == ["Processing", "Processing", "Processing", "Success", "Success"]
    assert [payment.state for payment in shop.service.payments] == ["Success"]


def test_waiting_ends_by_time_without_a_look_up() -> None:
    shop = Shop()
    shop.pay("practice_waiting", 1442, 1991201)
    shop.clock.pass_by(minutes=3.9)
    assert [payment.state for payment in shop.service.payments] == ["Queued"]
    shop.clock.pass_by(minutes=0.2)
    assert [payment.state for payment in shop.service.payments] == ["Success"]


def test_waiting_that_fails_gives_the_credit_back_once() -> None:
    shop = Shop()
    reference, _ = shop.pay("practice_waiting_not_paid")
    shop.clock.pass_by(minutes=5)
    for _ in range(2):
        answer = shop.look_up(reference)
        assert (answer["state"], answer["original_status"]) == ("Failed", "Error")
        assert [entry["amount"] for entry in answer["refunds"]] == [1356.0]
    assert shop.service.credit == 100_000


def test_a_payment_that_is_forgotten_was_known_before() -> None:
    shop = Shop()
    reference, _ = shop.pay("practice_ask_support")
    assert shop.look_up(reference)["state"] == "Processing"
    assert shop.look_up(reference)["error_code"] == "002"


def test_a_success_with_a_sign_of_a_refund() -> None:
    shop = Shop()
    reference, _ = shop.pay("practice_refunded")
    shop.clock.pass_by(minutes=5)
    answer = shop.look_up(reference)
    assert (answer["state"], len(answer["refunds"])) == ("Success", 1)


def test_a_waiting_bill_stays_on_the_list_and_cannot_be_paid_twice() -> None:
    shop = Shop()
    path = "/api/servicegroup/{}/vianet-updated/"
    codes = []
    for number in range(2):
        fields = {"reference": f"vd{number}", "customer_id": 500003}
        answer = json.loads(shop.call("POST", path.format("details"), **fields).body)
        assert len(answer["bills"]) == 2
        bill = {"session_id": answer["session_id"], "payment_id": "1702417_PP", "amount": 1243}
        reply = shop.call("POST", path.format("commit"), reference=f"vc{number}", **bill)
        codes.append(json.loads(reply.body).get("error_code"))
    assert codes == [None, "4000"]


def test_bulk_tells_the_unknown_in_disguise() -> None:
    shop = Shop()
    paid, _ = shop.pay("rambdr_thapa")
    waiting, _ = shop.pay("practice_waiting", 1442, 1991201)
    references = f"{paid},nobody,{waiting}"
    path = "/api/service/bulk/status/"
    reply = shop.call("GET", path, references=references, reference_length=3)
    answer = json.loads(reply.body)
    assert [entry["state"] for entry in answer["detail"]] == ["Success", "Error", "Processing"]
    assert all(entry["status"] is True for entry in answer["detail"])
    assert answer["detail"][1]["response_id"] == 0
    for length in (2, "3", True, None):
        reply = shop.call("GET", path, references=references, reference_length=length)
        assert json.loads(reply.body)["error_code"] == "1011"
    reply = shop.call("GET", path, reference_length=0)
    assert json.loads(reply.body)["error_code"] == "1011"


def test_the_look_up_has_two_forms() -> None:
    shop = Shop()
    reference, _ = shop.pay("rambdr_thapa")
    in_body = shop.call("GET", "/api/service/status/", reference=reference)
    assert json.loads(in_body.body) == shop.look_up(reference)
    assert shop.look_up(f"{reference}/")["state"] == "Success"
    missing = shop.call("GET", "/api/service/status/")
    assert json.loads(missing.body)["error_code"] == "1012"
    wrong = shop.service.handle("GET", f"/api/service/status/TEST%3Ano/{reference}")
    assert json.loads(wrong.body)["error_code"] == "1002"


def test_the_balance_has_no_status() -> None:
    shop = Shop()
    shop.pay("rambdr_thapa")
    for path in ("/api/balance", "/api/balance/"):
        answer = json.loads(shop.call("GET", path).body)
        assert answer == {"credits_consumed": 1356.0, "credits_available": 98_644.0}


def test_all_is_owed_again_the_next_day_in_nepal() -> None:
    shop = Shop()
    path = "/api/servicegroup/details/worldlink-v2/"
    shop.pay("rambdr_thapa")
    days = []
    # Midnight in Nepal is 18:15 UTC, 12 hours from the clock's noon.
    for number, hours in enumerate((0, 11.9, 0.2)):
        shop.clock.pass_by(hours=hours)
        reply = shop.call("POST", path, reference=f"n{number}", username="rambdr_thapa")
        days.append(json.loads(reply.body)["days_remaining"])
    assert days == [33, 33, 3]


def test_a_session_ends_after_half_an_hour() -> None:
    shop = Shop()
    path = "/api/servicegroup/{}/worldlink-v2/"
    reply = shop.call("POST", path.format("details"), reference="s1", username="rambdr_thapa")
    shop.clock.pass_by(minutes=31)
    fields = {"session_id": json.loads(reply.body)["session_id"], "package_id": 1990668}
    reply = shop.call("POST", path.format("commit"), reference="s2", amount=1356, **fields)
    assert json.loads(reply.body)["error_code"] == "4000"


def test_a_restart_forgets_nothing_but_sessions(tmp_path: Path) -> None:
    file = tmp_path / "practice" / "service.json"
    shop = Shop(file)
    waiting, _ = shop.pay("practice_waiting", 1442, 1991201)
    paid, _ = shop.pay("rambdr_thapa")
    again = Shop(file, credit=5, clock=shop.clock)
    assert again.service.payments == shop.service.payments
    assert again.service.credit == 100_000 - 1442 - 1356
    assert again.look_up(paid)["state"] == "Success"
    assert [again.look_up(waiting)["state"] for _ in range(2)] == ["Processing", "Success"]
    reply = again.call(
        "POST", "/api/servicegroup/commit/worldlink-v2/", reference=paid, session_id=1
    )
    assert json.loads(reply.body)["error_code"] == "1013"
    assert [entry.name for entry in file.parent.iterdir()] == ["service.json"]
    assert PRACTICE_TOKEN not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b'{"credit": "many"}'])
def test_a_damaged_state_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "service.json"
    file.write_bytes(content)
    shop = Shop(file)
    assert shop.service.credit == 100_000
    assert shop.service.payments == ()
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [content]


def test_a_state_file_that_cannot_be_written_is_a_server_error(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_bytes(b"")
    shop = Shop(blocked / "service.json")
    path = "/api/servicegroup/details/worldlink-v2/"
    reply = shop.call("POST", path, reference="a", username="rambdr_thapa")
    assert (reply.status, json.loads(reply.body)["error_code"]) == (500, "1017")


def test_starting_again_fills_the_credit(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "service.json")
    reference, _ = shop.pay("rambdr_thapa")
    shop.service.start_again()
    assert shop.service.credit == 100_000
    assert shop.service.payments == ()
    assert Shop(tmp_path / "service.json").look_up(reference)["error_code"] == "002"


def test_a_broken_answer_breaks_off_before_its_state() -> None:
    _, reply = Shop().pay("practice_broken_answer")
    assert reply.status == 200
    assert b"state" not in reply.body
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.body)


def test_practice_credit_is_refilled_only_when_little_is_left(tmp_path: Path) -> None:
    file = tmp_path / "practice.json"
    PracticeService(credit=5_000, state_file=file).start_again()
    service = PracticeService(credit=100_000, state_file=file)
    service.refill(4_000)
    assert service.credit == 5_000
    service.refill(6_000)
    assert service.credit == 100_000
    assert PracticeService(state_file=file).credit == 100_000, "it is kept"


def test_a_lesson_that_was_looked_up_stays_known_and_other_names_leave_nothing(
    tmp_path: Path,
) -> None:
    file = tmp_path / "service.json"
    shop = Shop(file)
    path = "/api/servicegroup/details/worldlink-v2/"
    for reference, name in (("a", "nobody_here"), ("b", "somebody_else")):
        answer = json.loads(shop.call("POST", path, reference=reference, username=name).body)
        assert answer["status"] is False
    assert shop.service.tried == {"worldlink-v2/nobody_here"}
    assert Shop(file).service.tried == {"worldlink-v2/nobody_here"}


def test_a_state_file_from_before_lessons_were_remembered_is_read(tmp_path: Path) -> None:
    file = tmp_path / "service.json"
    shop = Shop(file)
    shop.pay("rambdr_thapa")
    kept = json.loads(file.read_text(encoding="utf-8"))
    del kept["tried"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert Shop(file).service.payments == shop.service.payments
    assert Shop(file).service.tried == frozenset()
