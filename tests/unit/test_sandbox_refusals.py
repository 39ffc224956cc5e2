"""What the practice service refuses before anything is paid, and with which code."""

from __future__ import annotations

import json

import pytest

from desktop_app.sandbox.practice import MAX_BYTES, REFUSED_TOKENS, PracticeService
from tests.tables import each
from tests.unit.test_sandbox_till import OLD_VIANET, VIANET, WORLDLINK, Till, body_of, code_of


@pytest.fixture
def till() -> Till:
    return Till(PracticeService())


@pytest.mark.parametrize(
    ("slug", "fields", "code"),
    [
        (WORLDLINK, {"username": "nobody_here"}, "4000"),
        (WORLDLINK, {"username": 5}, "1010"),
        (WORLDLINK, {"username": "x" * 51}, "1010"),
        (WORLDLINK, {}, "1010"),
        (VIANET, {"customer_id": 1}, "4000"),
        (VIANET, {"customer_id": "110871"}, "1010"),
        (VIANET, {"customer_id": True}, "1010"),
        (VIANET, {"customer_id": 51200}, "7000"),
        (OLD_VIANET, {"customer_id": 9099}, "1010"),
        (OLD_VIANET, {"customer_id": "90 99"}, "1010"),
        (OLD_VIANET, {"customer_id": "1"}, "1010"),
        (OLD_VIANET, {"customer_id": "51200"}, "7000"),
        (WORLDLINK, {"username": "practice_maintenance"}, "1019"),
        (WORLDLINK, {"username": "practice_not_enabled"}, "1008"),
    ],
)
def test_details_are_refused(till: Till, slug: str, fields: dict[str, object], code: str) -> None:
    reply = till.post("details", slug, reference=till.reference(), **fields)
    assert (reply.status, code_of(reply)) == (400, code)
    assert ("state" in body_of(reply)) == (slug != OLD_VIANET)


def test_a_session_of_no_one_or_of_another_provider_is_refused(till: Till) -> None:
    session = till.details(VIANET, customer_id=84310)["session_id"]
    fields = {"package_id": 1990668, "amount": 1356}
    assert code_of(till.commit(WORLDLINK, session_id=session, **fields)) == "1011"
    assert code_of(till.commit(WORLDLINK, session_id=1, **fields)) == "1011"
    assert code_of(till.commit(WORLDLINK, **fields)) == "1010"
    assert till.service.payments == ()


@pytest.mark.parametrize(("reference", "code"), [(None, "1012"), ("", "1012"), (7, "1010")])
def test_a_reference_must_be_there(till: Till, reference: object, code: str) -> None:
    reply = till.post("details", WORLDLINK, reference=reference, username="rambdr_thapa")
    assert code_of(reply) == code
    assert code_of(till.post("commit", WORLDLINK, reference=reference)) == code


@each(
    ("body", "code"),
    [
        (b"", "1001"),
        (b"{}", "1001"),
        (b'{"token": ""}', "1001"),
        (b'{"token": "TEST:another"}', "1002"),
        (b'{"token": 7}', "1002"),
        (b"{", "1014"),
        (b"\xff\xfe", "1014"),
        (b'{"token": NaN}', "1014"),
        (b'{"amount": 1e99999999999999999999}', "1014"),
        (b"[" * 50_000, "1014"),
        (b"[]", "1015"),
        (b'"text"', "1015"),
        *[(json.dumps({"token": token}).encode(), code) for token, code in REFUSED_TOKENS.items()],
    ],
)
@each(
    ("method", "path"),
    [
        ("POST", "/api/servicegroup/details/worldlink-v2/"),
        ("POST", "/api/servicegroup/commit/vianet-updated/"),
        ("GET", "/api/balance"),
        ("GET", "/api/service/status/"),
        ("GET", "/api/service/bulk/status/"),
    ],
)
def test_tokens_and_bodies_are_checked_everywhere(
    method: str, path: str, body: bytes, code: str
) -> None:
    assert code_of(PracticeService().handle(method, path, body)) == code


@each(
    ("method", "path", "kind"),
    [
        ("POST", "/api/servicegroup/details/no-such/", "application/json"),
        ("POST", "/api/servicegroup/details/worldlink-v2", "application/json"),
        ("GET", "/api/servicegroup/commit/worldlink-v2/", "application/json"),
        ("POST", "/api/balance", "text/html"),
        ("GET", "/", "text/html"),
        ("GET", "", "text/html"),
        ("GET", "/api/service/status", "text/html"),
    ],
)
def test_unknown_paths_are_404(method: str, path: str, kind: str) -> None:
    reply = PracticeService().handle(method, path, b"")
    assert reply.status == 404
    assert reply.content_type.startswith(kind)


def test_maintenance_and_services_not_enabled() -> None:
    till = Till(PracticeService(not_enabled=[VIANET]))
    till.service.maintenance.add(WORLDLINK)
    assert code_of(till.post("commit", WORLDLINK, reference="a")) == "1019"
    assert code_of(till.post("details", VIANET, reference="b")) == "1008"


def test_a_huge_body_is_not_read(till: Till) -> None:
    reply = till.service.handle("POST", "/api/servicegroup/details/x/", b" " * (MAX_BYTES + 1))
    assert reply.status == 413
