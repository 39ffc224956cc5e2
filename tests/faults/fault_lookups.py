"""Look-ups that go wrong: of a payment, of several at once, and of an account."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.faults.fault_answers import CUT_OFF, SILENCE, exchanged, refusal
from tests.faults.server import Act, Call, changed, echoing, form_of, honest, lost, rewritten
from tests.servers import Reply, cut, json_reply, raw

if TYPE_CHECKING:
    from desktop_app.service.status_lookup import LookupForm

# --- look-ups of a payment that go wrong ----------------------------------------------------


def _another(letter: str) -> str:
    return letter * 32


def not_known(http: int = 400, /, **fields: object) -> Reply:
    return refusal("002", http, error="invalid_reference", **fields)


_ENDS = ("Success", "Failed", "Expired")


def _known(call: Call, state: str) -> dict[str, object]:
    """The long form of an answer about that payment."""
    return {"status": True, "state": state, "details": "", "reference": call.reference,
            "response_id": 1, "amount": 1356, "refunded": False, "refunds": []}  # fmt: skip


def _cut_before(name: str, state: str) -> Act:
    """An answer about that payment whose JSON ends before that field, or before its end."""

    def act(call: Call) -> Reply:
        text = json.dumps(_known(call, state))
        return raw(200, text[: text.index(f'"{name}"') if name else -1].encode())

    return act


def cut_json(reply: Reply) -> Reply:
    """The same answer without its last bracket, announced at that length."""
    head, _, body = reply.data.partition(b"\r\n\r\n")
    return raw(int(head.split(b" ")[1]), body[:-1])


LOOKUP_TROUBLES: dict[str, Act] = {
    **{
        name: lost(SILENCE[name])
        for name in (
            "reset after the request", "closed without a word", "no answer in time",
            "reset in the middle of the body", "one byte at a time, too slowly",
            "TLS on the plain port", "a body without end", "a huge body", "a gzip bomb",
            "a page that is cut off", "redirect 302 to itself", "redirect to a login",
            "HTTP 404 with a page", "HTTP 500 with a page", "HTTP 503, empty", "HTTP 200, empty",
            "HTTP 401 with an error", "HTTP 500 with an error", "HTTP 429 with Failed",
            "HTTP 204", "HTTP 404 of a framework", "a login page with HTTP 200", "JSON null",
            "JSON []", "JSON {}", "no state", "a details answer",
        )
    },
    **{f"error {code}": lost(refusal(code)) for code in (
        "1001", "1002", "1004", "1007", "1009", "1010", "1012", "1013", "1014", "1016", "1017",
        "1018", "1019", "1021", "4000", "7000", "001", "9999", "", 2)},
    "error 1002 in HTTP 200": lost(refusal("1002", 200)),
    "error 1017, no state": lost(refusal("1017", state=...)),
    "002 with status true": lost(not_known(200, status=True)),
    "002 under another word": lost(refusal("002")),
    "002 beside Success": lost(not_known(200, state="Success")),
    "002 about another reference": lost(not_known(reference=_another("e"))),
    "002 in its text only": lost(refusal("", details="002 invalid_reference")),
    "Failed of another reference": echoing(reference=_another("f"), status=True, state="Failed"),
    "Success of another reference": echoing(reference=_another("f"), status=True, state="Success"),
    "Failed of no reference": echoing(reference=..., status=True, state="Failed"),
    "Failed of a list of references": echoing(reference=["a"], status=True, state="Failed"),
    "Failed with status false": echoing(status=False, state="Failed"),
    "Success with status false": echoing(status=False, state="Success"),
    "Failed without a status": echoing(state="Failed"),
    "Failed in HTTP 400": echoing(400, status=True, state="Failed"),
    "Failed in HTTP 500": echoing(500, status=True, state="Failed"),
    "Success in HTTP 202": echoing(202, status=True, state="Success"),
    "Failed beside an error code": echoing(status=True, state="Failed", error_code="1017"),
    "Success beside an error code": echoing(status=True, state="Success", error_code="1017"),
    "Failed and Success": lambda call: raw(
        200, b'{"status": true, "state": "Failed", "reference": "%b", "state": "Success"}'
        % call.reference.encode()),
    "two references": lambda call: raw(
        200, b'{"status": true, "state": "Failed", "reference": "%b", "reference": "%b"}'
        % (_another("f").encode(), call.reference.encode())),
    "a list like the bulk's": lambda call: json_reply(
        {"status": True, "detail": [{"reference": call.reference, "state": "Failed"}]}),
    "Failed in UTF-16": lambda call: raw(200, json.dumps(
        {"status": True, "state": "Failed", "reference": call.reference}).encode("utf-16")),
    "cut before its reference": lambda call: raw(200, b'{"status": true, "state": "Failed", "ref'),
    **{f"{state}, cut before {name}": _cut_before(name, state) for state in _ENDS
       for name in ("response_id", "amount", "refunded")},
    **{f"{state}, its last bracket missing": _cut_before("", state) for state in _ENDS},
    "Failed, shorter than announced": lambda call: cut(json_reply(_known(call, "Failed")), 1),
    "Failed with stars without quotes": lambda call: raw(
        200, json.dumps(_known(call, "Failed"))[:-1].encode() + b', "x": ***}'),
    "Failed and a page behind it": lambda call: raw(
        200, json.dumps(_known(call, "Failed")).encode() + b"<html>"),
    "002, cut off": lost(cut_json(not_known(200))),
    **{name: lost(CUT_OFF[name]) for name in ("chunks without their end", "one bracket")},
}  # fmt: skip
"""What says nothing about the payment: its state is as unknown as before."""

DOUBTFUL: dict[str, Act] = {
    "another amount": changed(amount=1),
    "another amount as a text": changed(amount="1356.01"),
    "a negative amount": changed(amount=-1356),
    "another amount with grouping": changed(amount="49,150.00"),
    "another amount in rupees": changed(amount="Rs. 9000"),
    "an amount that cannot be read": changed(amount="1.356,00"),
    "an amount in another money": changed(amount="USD 1356"),
    "a refunded amount as a text": changed(refunded_amount="Rs. 1,356.00"),
    "a refunded amount beyond all bounds": exchanged(
        '"refunded_amount": 0.0', '"refunded_amount": 1e+24'
    ),
    "refunded": changed(refunded=True),
    "refunded as a text": changed(refunded="true"),
    "a refunded amount": changed(refunded_amount=10.5),
    "a refund": changed(refunds=[{"created_at": "2026-11-22", "remarks": "", "amount": 1356}]),
    "an empty refund": changed(refunds=[{}]),
    "refunds as a text": changed(refunds="1356"),
}
"""Success, and yet a person must decide."""

CERTAIN: dict[str, Act] = {
    "the amount as a text": lambda call: changed(amount=f"{call.honest()['amount']:.4f}")(call),
    "no amount": changed(amount=...),
    "a null amount": changed(amount=None),
    "the amount with its mark": changed(amount="Rs. 1,356"),
    "the amount with grouping": changed(amount="1,356.00"),
    "an amount with a float's noise": changed(amount=1356.0000000000002),
    "stars as its amount": changed(amount="**********"),
    "noise as refunded amount": changed(refunded_amount=1e-12),
    "NaN as refunded amount": exchanged('"refunded_amount": 0.0', '"refunded_amount": NaN'),
    "1e+24 as response_id": exchanged('"response_id": ', '"x": 1, "response_id": 1e+24, "y": '),
    "no refund fields": changed(refunds=..., refunded=..., refunded_amount=...),
    "null refund fields": changed(refunds=None, refunded=None, refunded_amount=None),
    "status as a text": changed(status="true"),
    "another original_status": changed(original_status="Processing"),
    "words of an error": changed(details="Error 1002: Failed", message="Failed"),
    "broken UTF-8": exchanged('"details": "', '"z": "\udce9", "details": "'),
    "a byte order mark": rewritten(lambda body: raw(200, b"\xef\xbb\xbf" + body)),
}
"""Success all the same."""

FAILED: dict[str, Act] = {
    **{f"{s}, short form": echoing(status=True, state=s) for s in ("Failed", "Error", "Expired")},
    "Failed with a refund": echoing(
        status=True, state="Failed", refunded=False, refunds=[{"amount": 1356}]
    ),
    "Failed with status as a text": echoing(status="true", state="Failed"),
}
"""The service knows the payment, and that it failed."""


# --- a form of the look-up that is gone --------------------------------------------------------


def gone(form: LookupForm, reply: Reply) -> Act:
    """The service answers one form with that, and the other honestly."""
    return lambda call: reply if form_of(call.request) is form else honest(call)


WITHDRAWN: dict[str, Reply] = {
    "HTTP 404 with a page": SILENCE["HTTP 404 with a page"],
    "HTTP 404 of a framework": SILENCE["HTTP 404 of a framework"],
    "HTTP 405": json_reply({"detail": 'Method "GET" not allowed.'}, 405),
    "HTTP 405 with a page": raw(405, b"<h1>405</h1>", headers={"Content-Type": "text/html"}),
    "HTTP 410, empty": raw(410, b""),
    "HTTP 403 with a page": raw(403, b"<h1>403</h1>", headers={"Content-Type": "text/html"}),
    "HTTP 400 with a page": raw(400, b"<h1>400</h1>", headers={"Content-Type": "text/html"}),
    "HTTP 404, code 1008": refusal("1008", 404),
    "a login page with HTTP 200": SILENCE["a login page with HTTP 200"],
    "redirect to a login": SILENCE["redirect to a login"],
    "code 1001, the body was lost": refusal("1001"),
    "code 1012, the body was lost": refusal("1012"),
    "code 1014, the body was lost": refusal("1014"),
    "code 001": refusal("001"),
    "status false alone": json_reply({"status": False, "detail": "Not found"}),
}
"""What a form answers that is not served any more: never that the payment is not known."""


# --- bulk look-ups and details that go wrong -------------------------------------------------


def listing(*, status: object = True, times: int = 1, **fields: object) -> Act:
    """A bulk answer with the same entry for every reference."""

    def act(call: Call) -> Reply:
        entries = [{"status": True, "reference": one, **fields} for one in call.references]
        return json_reply({"status": status, "message": "", "detail": entries * times})

    return act


BULK_TROUBLES: dict[str, Act] = {
    **{
        name: lost(SILENCE[name])
        for name in (
            "reset after the request", "no answer in time", "a login page with HTTP 200",
            "HTTP 502 with a page", "HTTP 200, empty", "redirect 307 to itself", "a gzip bomb",
            "JSON []", "no state",
        )
    },
    "error 1002": lost(refusal("1002")),
    "002 for all": lost(not_known(200)),
    "001, which the list has too": lost(refusal("001", 200)),
    "everything unknown, in disguise": listing(state="Error", response_id=0, amount=0),
    "everything Success": listing(state="Success", amount=1356, response_id=7),
    "everything Failed": listing(state="Failed", amount=1356, response_id=7),
    "everything Expired": listing(state="Expired"),
    "everything twice": listing(state="Failed", times=2),
    "status false": listing(status=False, state="Processing"),
    "no entries": lost(json_reply({"status": True, "detail": []})),
    "entries that are none": lost(json_reply({"status": True, "detail": [1, None, "x", []]})),
    "entries as an object": lost(json_reply({"status": True, "detail": {"state": "Failed"}})),
    "entries of others": lost(json_reply(
        {"status": True, "detail": [{"status": True, "state": "Failed", "reference": "f" * 32}]})),
    "still at work, its last bracket missing": lambda call: cut_json(
        listing(state="Processing")(call)),
    "still at work, shorter than announced": lambda call: cut(listing(state="Queued")(call), 2),
    "100 000 entries": lost(raw(200, b'{"status": true, "detail": [' + b"{}," * 99_999 + b"{}]}")),
}  # fmt: skip
"""What a bulk answer must not decide: only a single look-up ends a payment."""

DETAILS_TROUBLES: dict[str, Act] = {
    **{
        name: lost(SILENCE[name])
        for name in (
            "reset after the request", "no answer in time", "one byte at a time, too slowly",
            "a huge body", "a body without end", "a gzip bomb", "TLS on the plain port",
            "redirect 301 to itself", "a login page with HTTP 200", "HTTP 404 with a page",
            "HTTP 500 with a page", "HTTP 503 with an error", "HTTP 200, empty", "JSON []",
            "JSON null", "HTTP 204", "no state",
        )
    },
    **{f"error {code}": lost(refusal(code)) for code in ("1002", "1008", "1010", "1016", "1019")},
    "status false": changed(status=False),
    "no status": changed(status=...),
    "another customer": changed(username="somebody_else"),
    "no session": changed(session_id=...),
    "a session that is a list": changed(session_id=[1]),
    "an error code beside it": changed(error_code="1017"),
    "its last bracket missing": rewritten(lambda body: raw(200, body[:-1])),
    "stars without quotes": rewritten(lambda body: raw(200, body[:-1] + b', "x": ***}')),
    "a page behind it": rewritten(lambda body: raw(200, body + b"<html>")),
    "broken in the middle": rewritten(lambda body: raw(200, body[: len(body) // 2])),
}  # fmt: skip
"""No account, and nothing to take cash for."""
