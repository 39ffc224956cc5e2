"""The two forms of the look-up, against services that answer one of them only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from desktop_app.core.errors import Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Judgement, Verdict, judge_lookup
from desktop_app.service.client import LOOKUP_PATH
from desktop_app.service.status_lookup import LookupForm
from tests.servers import Ending, Handler, Received, Reply, ScriptedServer, json_reply, raw
from tests.service_calls import REFERENCE, TOKEN, at
from tests.tables import each

BODY, PATH = LookupForm.BODY, LookupForm.PATH
TOKEN_IN_PATH = "TEST%3AAbCdEfGhIjKlMnOpQrSt"

NOT_KNOWN = json_reply(
    {"status": False, "error_code": "002", "error": "invalid_reference", "state": "Error"}, 400
)


def refused(code: str, http: int = 400) -> Reply:
    return json_reply({"status": False, "error_code": code, "state": "Error"}, http)


PAGE = b"<!doctype html><h1>Not Found</h1>"
GONE = {
    "a page in HTTP 404": raw(404, PAGE, headers={"Content-Type": "text/html"}),
    "a framework's HTTP 404": json_reply({"detail": "Not found."}, 404),
    "a framework's HTTP 405": json_reply({"detail": 'Method "GET" not allowed.'}, 405),
    "a page in HTTP 405": raw(405, PAGE),
    "an envelope in HTTP 404": refused("1008", 404),
    "a page in HTTP 200": raw(200, PAGE),
    "a page in HTTP 403": raw(403, PAGE),
    "a page in HTTP 500": raw(500, PAGE),
    "a redirect": raw(302, b"", headers={"Location": "/login"}),
    "1001, the body was lost": refused("1001"),
    "1012, the body was lost": refused("1012"),
    "1014, the body was lost": refused("1014"),
    "JSON that breaks off": raw(200, b'{"status": true, "state": "Failed", "refe'),
    "an answer about no payment": json_reply({"status": True, "state": "Failed"}),
    "status false alone": json_reply({"status": False}),
}
"""What a form that is not served answers."""


def known(request: Received, state: str = "Success") -> Reply:
    """The honest answer about that payment, in either form."""
    reference = request.json["reference"] if request.body else request.path.rpartition("/")[2]
    return json_reply({"status": True, "state": state, "reference": reference, "amount": 10})


def form_of(request: Received) -> LookupForm:
    return BODY if request.path == LOOKUP_PATH else PATH


Answering: TypeAlias = Reply | Callable[[Received], Reply]


def service(body: Answering, path: Answering) -> Handler:
    """A service with an answer for each form."""

    def reply(request: Received) -> Reply:
        found = body if form_of(request) is BODY else path
        return found if isinstance(found, Reply) else found(request)

    return reply


def judged(answer: ServiceResponse, reference: str = REFERENCE) -> Judgement:
    return judge_lookup(
        answer, reference=reference, amount=Money.rupees(10), acknowledged=False, may_be_final=True
    )


def look_up(handler: Handler, *references: str) -> tuple[list[ServiceResponse], list[LookupForm]]:
    """The answers to look-ups in one run, and the forms that were asked in."""
    with ScriptedServer(handler) as server, at(server.url) as client:
        answers = [client.lookup(reference) for reference in references or (REFERENCE,)]
    return answers, list(map(form_of, server.received))


def test_the_body_form_is_asked_in_first_with_token_and_reference() -> None:
    with ScriptedServer(known) as server, at(server.url) as client:
        assert judged(client.lookup(REFERENCE)).verdict is Verdict.PAID
    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/api/service/status/")
    assert request.json == {"token": TOKEN, "reference": REFERENCE}


def test_the_path_form_has_both_parts_percent_encoded_and_no_body() -> None:
    handler = service(GONE["a page in HTTP 404"], known)
    with ScriptedServer(handler) as server, at(server.url) as client:
        client.lookup("a/b?c#d%20e")
    request = server.received[-1]
    assert (request.method, request.body) == ("GET", b"")
    assert request.path == f"/api/service/status/{TOKEN_IN_PATH}/a%2Fb%3Fc%23d%2520e"


@each("gone", GONE.values(), ids=GONE)
@each("state", ["Success", "Failed", "Processing"])
def test_a_service_that_has_only_the_path_form_is_understood(gone: Reply, state: str) -> None:
    (answer,), forms = look_up(service(gone, lambda request: known(request, state)))
    expected = {"Success": Verdict.PAID, "Failed": Verdict.REFUSED}.get(state, Verdict.UNKNOWN)
    assert judged(answer).verdict is expected
    assert judged(answer).acknowledged
    assert forms == [BODY, PATH]


@each("gone", GONE.values(), ids=GONE)
def test_a_service_that_has_only_the_body_form_is_asked_once(gone: Reply) -> None:
    (paid, unknown), forms = look_up(
        service(in_turn([known, NOT_KNOWN]), gone), REFERENCE, REFERENCE
    )
    assert judged(paid).verdict is Verdict.PAID
    assert judged(unknown).verdict is Verdict.REFUSED
    assert forms == [BODY, BODY]


@each("gone", GONE.values(), ids=GONE)
def test_not_known_in_the_path_form_alone_proves_nothing(gone: Reply) -> None:
    (answer,), forms = look_up(service(gone, NOT_KNOWN))
    judgement = judged(answer)
    assert (judgement.verdict, judgement.doubt, judgement.acknowledged) == (
        Verdict.UNKNOWN,
        None,
        False,
    )
    assert answer.error_code != "002"
    assert forms == [BODY, PATH]


@each("gone", GONE.values(), ids=GONE)
def test_not_known_in_the_path_form_proves_nothing_though_that_form_has_worked(gone: Reply) -> None:
    (paid, answer), forms = look_up(service(gone, in_turn([known, NOT_KNOWN])), REFERENCE, "f" * 32)
    assert judged(paid).verdict is Verdict.PAID
    assert judged(answer, "f" * 32).verdict is Verdict.UNKNOWN
    assert forms == [BODY, PATH, PATH, BODY]


@each("gone", GONE.values(), ids=GONE)
def test_a_service_that_has_neither_form_knows_nothing(gone: Reply) -> None:
    for name, also in GONE.items():
        (answer,), forms = look_up(service(gone, also))
        assert judged(answer).verdict is Verdict.UNKNOWN, name
        assert not judged(answer).acknowledged, name
        assert forms == [BODY, PATH], name


def test_the_form_that_answered_is_remembered_and_the_other_found_again() -> None:
    handler = service(
        in_turn([GONE["a page in HTTP 404"], known]),
        in_turn([known, known, GONE["a page in HTTP 404"]]),
    )
    answers, forms = look_up(handler, *[REFERENCE] * 4)
    assert [judged(answer).verdict for answer in answers] == [Verdict.PAID] * 4
    assert forms == [BODY, PATH, PATH, PATH, BODY, BODY]


def test_what_the_body_form_does_not_know_counts_after_the_path_form_did_not_either() -> None:
    handler = service(in_turn([GONE["a page in HTTP 404"], NOT_KNOWN]), in_turn([known, NOT_KNOWN]))
    (_, answer), forms = look_up(handler, REFERENCE, "f" * 32)
    assert judged(answer, "f" * 32).verdict is Verdict.REFUSED
    assert forms == [BODY, PATH, PATH, BODY]


@each(
    "reply",
    [
        *(refused(code) for code in ("1002", "1004", "1007", "1009", "1017", "1019", "4000")),
        refused("1017", 500),
        raw(429, PAGE),
        Reply(ending=Ending.HANG),
        Reply(ending=Ending.RESET),
        json_reply({"status": True, "state": "Error", "error_code": "002"}),
    ],
)
def test_what_is_no_matter_of_the_form_is_not_asked_twice(reply: Reply) -> None:
    (answer,), forms = look_up(service(reply, known))
    assert judged(answer).verdict is Verdict.UNKNOWN
    assert forms == [BODY]


def test_a_look_up_that_cannot_be_made_is_not_made_in_another_form() -> None:
    with ScriptedServer(known) as server, at(server.url) as client:
        assert client.lookup("") == ServiceResponse(problem=Problem.UNEXPECTED, sent=False)
    assert server.connections == 0


def in_turn(answers: Iterable[Answering]) -> Callable[[Received], Reply]:
    """One answer after the other; the last one again and again."""
    left = list(answers)

    def reply(request: Received) -> Reply:
        found = left.pop(0) if len(left) > 1 else left[0]
        return found if isinstance(found, Reply) else found(request)

    return reply
