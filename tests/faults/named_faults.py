"""Everything that can go wrong with one payment, by name, and what must come of it.

Each fault has the one correct state of the payment at once and at the end, after time has passed
and the service answers honestly again, and whether the service was really paid. The states follow
from the service's contract (sections 6 to 9) and the payment rules, not from the program.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desktop_app.core.payment import PaymentState
from tests.faults.fault_answers import (
    BOMB,
    HUGE,
    MINUTES_5,
    SILENCE,
    SLOW_DRIP,
    SUCCESS,
    TLS_ALERT,
    chunks,
    page,
    refusal,
    said,
)
from tests.faults.server import (
    CLOSED,
    HANG,
    RESET,
    Act,
    Call,
    booked,
    changed,
    echoing,
    honest,
    lost,
    rewritten,
)
from tests.servers import Ending, Reply, cut, json_reply, raw

PAID, NOT_PAID = PaymentState.PAID, PaymentState.NOT_PAID
WAITING, REVIEW = PaymentState.WAITING, PaymentState.REVIEW
CUSTOMER, NEIGHBOUR = "rambdr_thapa", "gita_rai.home"
PRICE = 1356


class Line(StrEnum):
    """What the commit's connection meets before anything is read from it."""

    OPEN = "open"
    REFUSED = "refused"
    RESET = "reset"
    CLOSED = "closed"
    DEAF = "deaf"


class PowerCut(StrEnum):
    """When the power goes."""

    BEFORE_SENDING = "before_sending"
    AFTER_THE_ANSWER = "after_the_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong.

    Attributes:
        at_once: the payment's state when the desk is done with it; None: nothing was paid.
        end: its state when nothing changes any more.
        paid: the service's own truth at the end.
        details, commit, lookups, bulk: what happens to the calls; later ones are answered honestly.
        for_ever: the last act of the look-ups goes on for ever.
        late: a commit that was lost arrives all the same, that long after it was sent.
        restart: the program is closed and opened again after paying.
        jump: somebody sets the clock on the wall while it is closed.
        known_bug: why the program does not do this yet.
    """

    name: str
    at_once: PaymentState | None
    end: PaymentState
    paid: bool
    commit: Act = honest
    lookups: tuple[Act, ...] = ()
    details: tuple[Act, ...] = ()
    bulk: tuple[Act, ...] = ()
    account: str = CUSTOMER
    for_ever: bool = False
    line: Line = Line.OPEN
    power_cut: PowerCut | None = None
    late: timedelta | None = None
    restart: bool = False
    jump: timedelta = timedelta()
    known_bug: str = ""


# --- the answer to the payment itself --------------------------------------------------------


def unreadable() -> Iterator[Fault]:
    """Whatever says nothing: wait; the look-up after 5 minutes tells."""
    for name, reply in SILENCE.items():
        yield Fault(name=f"{name}, paid", commit=booked(reply),
                    at_once=WAITING, end=PAID, paid=True)  # fmt: skip
        yield Fault(name=f"{name}, not paid", commit=lost(reply),
                    at_once=WAITING, end=NOT_PAID, paid=False)  # fmt: skip
    for name, act in MANGLED.items():
        yield Fault(name=f"Success, but {name}", commit=act, at_once=WAITING, end=PAID, paid=True)
    for name, act in STILL_GOOD.items():
        yield Fault(name=f"Success with {name}", commit=act, at_once=PAID, end=PAID, paid=True)


def _body(change: str, by: str = "") -> Act:
    """The service's own Success with one piece of its text exchanged."""
    old, new = change.encode(), by.encode("utf-8", "surrogatepass")
    return rewritten(lambda body: raw(200, body.replace(old, new, 1)))


def _added(text: str) -> Act:
    """The service's own Success with text behind its first bracket."""
    return _body("{", "{" + text)


MANGLED: dict[str, Act] = {
    "status false": changed(status=False),
    "no status": changed(status=...),
    "status null": changed(status=None),
    "status 1": changed(status=1),
    "status 'yes'": changed(status="yes"),
    "Failed as well": _added('"state": "Failed", '),
    "status false as well": _added('"status": false, '),
    "Failed as well, its name escaped": _added('"st\\u0061te": "Failed", '),
    "cut before its state": rewritten(lambda body: raw(200, body[:20])),
    "cut within its state": rewritten(lambda body: raw(200, body[:36])),
    "two objects": rewritten(lambda body: raw(200, body + body)),
    "in a list": rewritten(lambda body: raw(200, b"[" + body + b"]")),
    "as a text in JSON": rewritten(lambda body: json_reply(body.decode())),
    "as JSONP": rewritten(lambda body: raw(200, b"answer(" + body + b")")),
    "behind a guard": rewritten(lambda body: raw(200, b")]}',\n" + body)),
    "in UTF-16": rewritten(lambda body: raw(200, body.decode().encode("utf-16"))),
    "in UTF-32": rewritten(lambda body: raw(200, body.decode().encode("utf-32"))),
    "in a form's words": rewritten(lambda body: raw(200, b"status=true&state=Success")),
    "as XML": rewritten(lambda body: raw(200, b"<state>Success</state>")),
    "packed twice": rewritten(
        lambda body: raw(
            200, gzip.compress(gzip.compress(body)), headers={"Content-Encoding": "gzip"}
        )
    ),
    "a content-length too short": rewritten(
        lambda body: raw(200, body, headers={"Content-Length": "30"}, ending=Ending.CLOSE)
    ),
    **{
        f"HTTP {status}": rewritten(lambda body, status=status: raw(status, body))  # type: ignore[misc]
        for status in (201, 202, 203, 206, 302, 400, 404, 409, 429, 500, 502, 503)
    },
}
"""The service was paid and says so, in a way that proves nothing."""


def _plain(head: bytes, *, packed: bytes | None = None) -> Act:
    return rewritten(lambda body: Reply(head + (packed or body), Ending.CLOSE))


STILL_GOOD: dict[str, Act] = {
    "an id that is a text": changed(id="x" * 5000),
    "an id that is an object": changed(id={"a": 1}),
    "no id": changed(id=...),
    "status as a text": changed(status="true"),
    "an error code beside it": changed(error_code="1017"),
    "a null message": changed(message=None, detail=None, extra_data=None),
    "another sum of credit": changed(credits_consumed=99999.5, credits_available=-220.93),
    "stars for the credit": changed(credits_available="**********"),
    "NaN as credit": _added('"credits_available": NaN, '),
    "Infinity as credit": _added('"credits_available": -Infinity, '),
    "1e+24 as credit": _added('"credits_available": 1e+24, '),
    "1e999999999 as credit": _added('"credits_available": 1e999999999, '),
    "5000 digits": _added(f'"credits_available": {"9" * 5000}, '),
    "a float of 5000 digits": _added(f'"credits_available": 0.{"1" * 5000}, '),
    "a lone surrogate": _added('"message": "\\ud800", '),
    "a byte order mark": rewritten(lambda body: raw(200, b"\xef\xbb\xbf" + body)),
    "Latin-1 in its message": rewritten(lambda body: raw(200, body[:-1] + b', "x": "caf\xe9"}')),
    "control characters": _added('"message": "a\nb\tc\x01", '),
    "white space around": rewritten(lambda body: raw(200, b"\r\n\t " + body + b"\n\n")),
    "a name twice": _added('"state": "Success", "status": true, '),
    "deep nesting": rewritten(lambda body: raw(200, body[:-1] + b', "x": ' + b"[" * 40_000)),
    "deep nesting that ends": _added(f'"x": {"[" * 900}{"]" * 900}, '),
    "its end cut off": rewritten(lambda body: raw(200, body[:-9])),
    "a script behind it": rewritten(lambda body: raw(200, body + b"<script>ad()</script>")),
    "10 000 other fields": rewritten(
        lambda body: raw(200, body[:-1] + b"".join(b', "f%d": 1' % n for n in range(5000)) + b"}")
    ),
    "text/html as its type": rewritten(
        lambda body: raw(200, body, headers={"Content-Type": "text/html"})
    ),
    "gzip": rewritten(
        lambda body: raw(200, gzip.compress(body), headers={"Content-Encoding": "gzip"})
    ),
    "deflate": rewritten(
        lambda body: raw(200, zlib.compress(body), headers={"Content-Encoding": "deflate"})
    ),
    "chunks of one byte": rewritten(
        lambda body: Reply(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks(body)
        )
    ),
    "HTTP/1.0 and no length": _plain(b"HTTP/1.0 200 OK\r\n\r\n"),
    "no length, then closed": _plain(b"HTTP/1.1 200 OK\r\n\r\n"),
    "100 Continue first": _plain(b"HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    "103 Early Hints first": _plain(b"HTTP/1.1 103 E\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    "a slow answer": rewritten(lambda body: raw(200, body, delay=0.3)),
    "a cookie and a refresh": rewritten(
        lambda body: raw(200, body, headers={"Set-Cookie": "a=b", "Refresh": "0; url=/"})
    ),
}
"""The service was paid and says so; what stands beside it does not matter (rule 4)."""

OUTRIGHT = ("1001", "1002", "1003", "1004", "1005", "1006", "1007")
CODES = ("1008", "1009", "1010", "1011", "1012", "1014", "1015", "1016", "1017", "1018", "1019",
         "1020", "1021", "4000", "4001", "4002", "7000", "001", "002", "9999", "", "words", 1016,
         1021.5)  # fmt: skip


def refusals() -> Iterator[Fault]:
    """Answered refusals: a look-up at once tells, also where the service was paid all the same."""
    answers = {f"code {code!r}": refusal(code) for code in CODES}
    answers |= {f"code {code} in HTTP 200": refusal(code, 200) for code in ("4000", "1017")}
    answers |= {f"code {code} in HTTP 404": refusal(code, 404) for code in ("1008", "1002")}
    answers |= {f"code {code}, no state": refusal(code, state=..., error=...) for code in CODES[:3]}
    answers["code 4000 with status true"] = refusal("4000", status=True)  # type: ignore[arg-type]
    for state in ("Failed", "Expired", "Error"):
        answers[f"state {state}"] = said(state=state)
        answers[f"state {state}, status false"] = said(state=state, status=False)
    for name, reply in answers.items():
        yield Fault(name=f"{name}, paid", commit=booked(reply), at_once=PAID, end=PAID, paid=True)
        yield Fault(name=f"{name}, not paid", commit=lost(reply),
                    at_once=NOT_PAID, end=NOT_PAID, paid=False)  # fmt: skip
