"""The practice service answers in the shapes of the contract's examples: keys and JSON types."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.replies import MESSAGES
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTED = Path(__file__).parent / "documented"
Json = dict[str, Any]


def example(name: str) -> Json:
    found = json.loads((DOCUMENTED / name).read_bytes())
    assert isinstance(found, dict)
    return found


def kind(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int | float):
        return "number"
    return {str: "text", list: "list", dict: "object", type(None): "null"}[type(value)]


def differences(got: object, wanted: object, at: str = "$") -> list[str]:
    """Where the shapes differ. An entry of a list must be like one of the example's entries."""
    if kind(got) != kind(wanted):
        return [f"{at}: {kind(got)}, not {kind(wanted)}"]
    if isinstance(got, dict) and isinstance(wanted, dict):
        if not got or not wanted:  # an object by field name, empty in one of them
            return []
        found = [f"{at}.{key}: only in one" for key in sorted(set(got) ^ set(wanted))]
        for key in sorted(set(got) & set(wanted)):
            found += differences(got[key], wanted[key], f"{at}.{key}")
        return found
    if isinstance(got, list) and isinstance(wanted, list) and wanted:
        found = []
        for number, entry in enumerate(got):
            tries = [differences(entry, other, f"{at}[{number}]") for other in wanted]
            if [] not in tries:
                found += tries[0]
        return found
    return []


class Caller:
    """Sends the example requests, with their placeholders filled in."""

    def __init__(self) -> None:
        self.service = PracticeService()
        self._numbers = itertools.count(1)

    def send(self, method: str, path: str, request: str, **filled: object) -> Json:
        """The answer to the example ``request``; every field of it must be given a value."""
        fields = example(request)
        filled = {"token": PRACTICE_TOKEN, **filled}
        if "reference" in fields:
            filled.setdefault("reference", f"{next(self._numbers):032x}")
        assert set(filled) == set(fields)
        reply = self.service.handle(method, path, json.dumps(filled).encode())
        found = json.loads(reply.body)
        assert isinstance(found, dict)
        return found

    def details(self, slug: str, **filled: object) -> Json:
        path = f"/api/servicegroup/details/{slug}/"
        return self.send("POST", path, f"{slug}/details-request.json", **filled)

    def commit(self, slug: str, **filled: object) -> Json:
        path = f"/api/servicegroup/commit/{slug}/"
        return self.send("POST", path, f"{slug}/commit-request.json", **filled)

    def look_up(self, reference: str) -> Json:
        request = "lookup/lookup-request.json"
        return self.send("GET", "/api/service/status/", request, reference=reference)

    def renew(self, username: str, reference: str) -> Json:
        session = self.details("worldlink-v2", username=username)["session_id"]
        return self.commit(
            "worldlink-v2",
            session_id=session,
            amount=1356,
            package_id=1990668,
            reference=reference,
        )

    def pay_bill(self, customer: int, payment: str, amount: float) -> Json:
        session = self.details("vianet-updated", customer_id=customer)["session_id"]
        return self.commit("vianet-updated", session_id=session, payment_id=payment, amount=amount)

    def pay_old_bill(self, customer: str) -> Json:
        session = self.details("vianet", customer_id=customer)["session_id"]
        return self.commit("vianet", session_id=session, customer_id=customer, payment_id="378310")

    def bulk(self) -> Json:
        self.renew("rambdr_thapa", "JNK123")
        self.renew("practice_waiting_long", "JNK124")
        path, request = "/api/service/bulk/status/", "bulk-lookup/bulk-request.json"
        references = "JNK123,JNK125,JNK124"
        return self.send("GET", path, request, references=references, reference_length=3)

    def looked_up_after(self, username: str, times: int) -> Json:
        self.renew(username, "Reference_092233")
        for _ in range(times - 1):
            self.look_up("Reference_092233")
        return self.look_up("Reference_092233")

    def minimal_error(self) -> Json:
        reply = self.service.handle("GET", "/api/balance", b'{"token": "no"}')
        found = json.loads(reply.body)
        return {key: found[key] for key in ("error_code", "message")}


CASES: list[tuple[str, Callable[[Caller], Json]]] = [
    (
        "worldlink-v2/details-response-package-switchable.json",
        lambda c: c.details("worldlink-v2", username="online_renew"),
    ),
    (
        "worldlink-v2/details-response-package-switchable.json",
        lambda c: c.details("worldlink-v2", username="bishnu_adhikari"),
    ),
    (
        "worldlink-v2/details-response-due-and-package.json",
        lambda c: c.details("worldlink-v2", username="online_due_and_package"),
    ),
    (
        "worldlink-v2/details-response-due-and-package.json",
        lambda c: c.details("worldlink-v2", username="laxmi.store"),
    ),
    (
        "worldlink-v2/details-response-due-only.json",
        lambda c: c.details("worldlink-v2", username="online_due_payment"),
    ),
    (
        "worldlink-v2/details-response-due-only.json",
        lambda c: c.details("worldlink-v2", username="anita_gurung9"),
    ),
    ("worldlink-v2/commit-response-success.json", lambda c: c.renew("rambdr_thapa", "a")),
    ("worldlink-v2/commit-response-success.json", lambda c: c.renew("practice_waiting_long", "a")),
    ("worldlink-v2/commit-response-error.json", lambda c: c.renew("practice_not_paid", "a")),
    (
        "worldlink-v2/commit-response-error.json",
        lambda c: c.details("worldlink-v2", username="nobody"),
    ),
    (
        "vianet-updated/details-response-success.json",
        lambda c: c.details("vianet-updated", customer_id=110871),
    ),
    (
        "vianet-updated/details-response-error.json",
        lambda c: c.details("vianet-updated", customer_id=51200),
    ),
    (
        "vianet-updated/commit-response-success.json",
        lambda c: c.pay_bill(9099, "1613142_PP", 277.98),
    ),
    (
        "vianet-updated/commit-response-error.json",
        lambda c: c.pay_bill(500014, "1702417_PP", 1243),
    ),
    ("vianet/details-response-success.json", lambda c: c.details("vianet", customer_id="9099")),
    ("vianet/commit-response-success.json", lambda c: c.pay_old_bill("10619")),
    ("lookup/lookup-response-success.json", lambda c: c.looked_up_after("rambdr_thapa", 1)),
    (
        "lookup/lookup-response-failed-with-refund.json",
        lambda c: c.looked_up_after("practice_waiting_not_paid", 2),
    ),
    (
        "lookup/lookup-response-failed-short.json",
        lambda c: c.looked_up_after("practice_provider_error", 1),
    ),
    ("lookup/lookup-response-invalid-reference.json", lambda c: c.look_up("nobody")),
    ("bulk-lookup/bulk-response-mixed.json", Caller.bulk),
    (
        "balance/balance-response-success.json",
        lambda c: c.send("GET", "/api/balance", "balance/balance-request.json"),
    ),
    ("errors/error-002-invalid-reference.json", lambda c: c.look_up("nobody")),
    ("errors/error-1002-minimal.json", Caller.minimal_error),
    ("errors/error-4000-details-string.json", lambda c: c.renew("practice_not_paid", "a")),
    (
        "errors/error-7000-details-string.json",
        lambda c: c.details("vianet-updated", customer_id=51200),
    ),
    (
        "errors/error-1010-no-state-empty.json",
        lambda c: c.details("vianet", customer_id="not here"),
    ),
]


SAME_WORDS = [case for case in CASES if "error" in case[0] and "1010" not in case[0]]


def named(cases: list[tuple[str, Callable[[Caller], Json]]]) -> list[Any]:
    return [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(cases)]


@each(("name", "answer"), named(CASES))
def test_an_answer_has_the_shape_of_its_example(
    name: str, answer: Callable[[Caller], Json]
) -> None:
    assert differences(answer(Caller()), example(name)) == []


@each(("name", "answer"), named(SAME_WORDS))
def test_an_error_has_the_words_of_its_example(name: str, answer: Callable[[Caller], Json]) -> None:
    assert answer(Caller()) == example(name)


def test_a_validation_error_has_the_shape_of_its_example() -> None:
    caller = Caller()
    session = caller.details("worldlink-v2", username="rambdr_thapa")["session_id"]
    got = caller.commit("worldlink-v2", session_id=session, amount=1, package_id=1990668)
    wanted = example("errors/error-1011-details-object.json")
    assert got["details"] == got["error_data"] == {"amount": "Amount does not match"}
    parts = {"details", "error_data"}
    assert {k: v for k, v in got.items() if k not in parts} == {
        k: v for k, v in wanted.items() if k not in parts
    }


def test_the_unknown_in_a_bulk_answer_is_the_documented_disguise() -> None:
    got = Caller().bulk()["detail"]
    wanted = example("bulk-lookup/bulk-response-mixed.json")["detail"][1]
    assert got[1] == {**wanted, "reference": "JNK125"}


def test_the_documented_test_users_have_the_documented_figures() -> None:
    caller = Caller()
    for name, user in [
        ("package-switchable", "online_renew"),
        ("due-and-package", "online_due_and_package"),
        ("due-only", "online_due_payment"),
    ]:
        got = caller.details("worldlink-v2", username=user)
        wanted = example(f"worldlink-v2/details-response-{name}.json")
        assert got == {**wanted, "session_id": got["session_id"]}
    got = caller.details("vianet-updated", customer_id=110871)
    wanted = example("vianet-updated/details-response-success.json")
    assert got == {**wanted, "session_id": got["session_id"]}
    got = caller.details("vianet", customer_id="9099")
    wanted = example("vianet/details-response-success.json")
    assert got == {**wanted, "session_id": got["session_id"]}


def test_every_documented_code_has_its_message() -> None:
    for entry in example("errors/error-codes.json")["error_codes"]:
        assert MESSAGES[entry["error_code"]] == entry["message"]


def test_differences_are_found() -> None:
    assert differences({"a": 1}, {"a": "1"}) == ["$.a: number, not text"]
    assert differences({"a": 1}, {"b": 1}) == ["$.a: only in one", "$.b: only in one"]
    assert differences([{"a": True}], [{"a": 0}, {"a": False}]) == []
