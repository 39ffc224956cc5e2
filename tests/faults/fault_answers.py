"""Answers that go wrong: what comes over the wire instead of, or in place of, a good one."""

from __future__ import annotations

import gzip
import json
import zlib

from tests.faults.server import CLOSED, HANG, RESET, Act, changed, rewritten
from tests.servers import Ending, Reply, cut, gzip_reply, json_reply, raw

MAX_BYTES = 100_000
"""What the shops of these tests read of an answer."""

SUCCESS = {"status": True, "state": "Success", "message": "Done", "id": 130145}
PORTAL = b"<!doctype html><title>Free WiFi</title><form action=/login>Success</form>"
_HTML = {"Content-Type": "text/html"}
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
_AGAIN = {"Location": "/api/servicegroup/commit/worldlink-v2/"}


def page(status: int) -> Reply:
    return raw(status, PORTAL, headers=_HTML)


def refusal(code: object, http: int = 400, /, **fields: object) -> Reply:
    """The newer error envelope; ``...`` takes a field out."""
    body = {"status": False, "error_code": code, "message": "No", "error": "client_error",
            "details": "", "error_data": {}, "state": "Error", **fields}  # fmt: skip
    return json_reply({name: value for name, value in body.items() if value is not ...}, http)


def said(**fields: object) -> Reply:
    return json_reply({"status": True, "message": "Done", "id": 130145, **fields})


def chunks(body: bytes) -> bytes:
    return b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"


BOMB = gzip_reply(b'{"status": true, "state": "Success", "x": "' + b"a" * 5_000_000 + b'"}')
HUGE = raw(200, b'{"status": true, "state": "Success", "x": "' + b"a" * 3 * MAX_BYTES + b'"}')
SLOW_DRIP = raw(200, json.dumps(SUCCESS).encode(), gap=0.05)
TLS_ALERT = Reply(bytes.fromhex("15030300020246"), Ending.CLOSE)

_SPELT = ("success", "SUCCESS", " Success", "Successful", "failed", "ERROR", "", 1, True)
_STRANGE = ("Timeout", "Status Error", "Pending", ["Success"], {"a": "Success"})

SILENCE: dict[str, Reply] = {
    "reset after the request": RESET,
    "closed without a word": CLOSED,
    "no answer in time": HANG,
    "cut in the status line": Reply(b"HTTP/1.1 2", Ending.CLOSE),
    "reset in the headers": Reply(_HEAD, Ending.RESET),
    "reset in the middle of the body": cut(json_reply(SUCCESS), 20, Ending.RESET),
    "headers, then silence": Reply(_HEAD + b"Content-Length: 99\r\n\r\n", Ending.HANG),
    "one byte at a time, too slowly": SLOW_DRIP,
    "100 Continue again and again": Reply(b"HTTP/1.1 100 Continue\r\n\r\n" * 99, Ending.HANG),
    "101 Switching Protocols": Reply(b"HTTP/1.1 101 X\r\nUpgrade: h2c\r\n\r\n", Ending.CLOSE),
    "TLS on the plain port": TLS_ALERT,
    "HTTP/2 on the plain port": Reply(b"\0\0\x06\4\0\0\0\0\0\0\3\0\0\0\x64", Ending.CLOSE),
    "another protocol": Reply(b"SSH-2.0-OpenSSH_9.6\r\n", Ending.CLOSE),
    "JSON without HTTP around it": Reply(json.dumps(SUCCESS).encode(), Ending.CLOSE),
    "headers without end": Reply(_HEAD + b"X-Y: z\r\n" * 30_000, Ending.HANG),
    "a body without end": Reply(_CHUNKED + b"400\r\n%b\r\n" % (b" " * 1024) * 999, Ending.HANG),
    "a huge body": HUGE,
    "a gzip bomb": BOMB,
    "gzip that is none": raw(200, b"{}", headers={"Content-Encoding": "gzip"}),
    "packed in an unknown way": raw(200, b"\x0b\x02", headers={"Content-Encoding": "br"}),
    "a chunk of no number": Reply(_CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n", Ending.CLOSE),
    "a page that is cut off": cut(page(200), 9),
    "nothing of its body": Reply(_HEAD + b"Content-Length: 99\r\n\r\n", Ending.CLOSE),
    "HTTP 500, cut off": cut(json_reply(SUCCESS, 500), 9),
    "HTTP 400, cut off": cut(json_reply(SUCCESS, 400), 9),
    "negative content-length": raw(200, b"{}", headers={"Content-Length": "-2"}),
    "two content-lengths": raw(200, b"{}", headers={"Content-Length": "2\r\nContent-Length: 3"}),
    **{f"redirect {s} to itself": raw(s, b"", headers=_AGAIN) for s in (301, 302, 303, 307, 308)},
    "redirect to a login": raw(302, PORTAL, headers={**_HTML, "Location": "/login"}),
    **{f"HTTP {s} with a page": page(s) for s in (404, 429, 500, 502, 503, 504, 511)},
    **{f"HTTP {s}, empty": raw(s, b"") for s in (200, 202, 400, 404, 429, 500, 502, 503, 504)},
    **{f"HTTP {s} with an error": refusal("1002", s) for s in (401, 403, 429, 500, 502, 503, 504)},
    **{f"HTTP {s} with Failed": json_reply({**SUCCESS, "state": "Failed"}, s) for s in (429, 500)},
    "HTTP 204": Reply(b"HTTP/1.1 204 X\r\n\r\n"),
    "HTTP 999": raw(999, b"{}"),
    "HTTP 404 of a framework": json_reply({"detail": "Not found."}, 404),
    "HTTP 400 of a framework": json_reply({"detail": "Bad request."}, 400),
    "a login page with HTTP 200": page(200),
    "a details answer": json_reply({"status": True, "session_id": 7, "full_name": "A"}),
    "no state": said(),
    "a state that is null": said(state=None),
    "a state inside another field": said(detail={"state": "Success"}),
    "an error code with a null state": refusal("4000", state=None),
    "1013, reference used before": refusal("1013"),
    "1013 without a state": refusal("1013", state=...),
    **{f"JSON {b}": raw(200, b.encode()) for b in ("null", "[]", '"Success"', "true", "1", "{}")},
    **{f"state {state!r}": said(state=state) for state in (*_SPELT, *_STRANGE)},
}
"""What says nothing about the payment: wait, and ask 5 minutes later."""

RACING = frozenset({"reset in the middle of the body"})
"""Where the beginning of an answer is there for a moment only: who is quick enough to read it knows
that the call was answered, and looks up at once."""


_QUEUED = {**SUCCESS, "state": "Queued"}
_FAILED = {**SUCCESS, "state": "Failed"}
_OUTRIGHT = {"status": False, "error_code": "1002", "state": "Error", "message": "Invalid token"}
_TEXTS = {
    name: json.dumps(body).encode()
    for name, body in {
        "Success": SUCCESS, "Queued": _QUEUED, "Failed": _FAILED, "code 1002": _OUTRIGHT
    }.items()
}  # fmt: skip

CUT_OFF: dict[str, Reply] = {
    **{f"{name} whose JSON does not close": raw(200, t[:-1]) for name, t in _TEXTS.items()},
    **{f"{name} cut in its last text": raw(200, t[:-3]) for name, t in _TEXTS.items()},
    **{f"{name} shorter than announced": cut(raw(200, t), 1) for name, t in _TEXTS.items()},
    "Success in gzip that is cut short": raw(
        200, gzip.compress(_TEXTS["Success"])[:-4], headers={"Content-Encoding": "gzip"}
    ),
    "Success announced as too short": raw(
        200, _TEXTS["Success"], headers={"Content-Length": "45"}, ending=Ending.CLOSE
    ),
    "chunks without their end": Reply(_CHUNKED + b"2\r\n{}\r\n", Ending.CLOSE),
    "one bracket": raw(200, b"{"),
    "a page in a text of it": raw(200, b'{"status": true, "state": "Success", "x": "<html>}'),
    "deep nesting without end": raw(200, _TEXTS["Success"][:-1] + b', "x": ' + b"[" * 40_000),
}
"""The beginning of an answer: what it says proves nothing, but the call was answered."""

CONTRADICTIONS: dict[str, Reply] = {
    **{
        f"code {code} with status true, HTTP {status}": refusal(code, status, status=True)
        for code in ("1001", "1002", "1007")
        for status in (200, 400)
    },
    "code 1002 with status true as a text": refusal("1002", 200, status="true"),
    "code 1002 with a null status": refusal("1002", 200, status=None),
    "code 1002 beside Failed": refusal("1002", 200, state="Failed"),
    "code 1003 with status true, no state": refusal("1003", 200, status=True, state=...),
    "Success with an error code": json_reply({**SUCCESS, "error_code": "1017"}),
    "Success with code 1002": json_reply({**SUCCESS, "error_code": "1002"}),
}
"""A code that is known, beside what it cannot stand beside: looked up, not believed."""


# --- Success, more or less -----------------------------------------------------------------


def exchanged(change: str, by: str = "") -> Act:
    """The service's own Success with one piece of its text exchanged."""
    old, new = change.encode(), by.encode("utf-8", "surrogatepass")
    return rewritten(lambda body: raw(200, body.replace(old, new, 1)))


def _added(text: str) -> Act:
    """The service's own Success with text behind its first bracket."""
    return exchanged("{", "{" + text)


MANGLED: dict[str, Act] = {
    "status false": changed(status=False),
    "no status": changed(status=...),
    "status null": changed(status=None),
    "status 1": changed(status=1),
    "status 'yes'": changed(status="yes"),
    "Failed as well": _added('"state": "Failed", '),
    "status false as well": _added('"status": false, '),
    "Failed as well, its name escaped": _added('"st\\u0061te": "Failed", '),
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
    **{
        f"HTTP {status}": rewritten(lambda body, status=status: raw(status, body))  # type: ignore[misc]
        for status in (201, 202, 203, 206, 302, 400, 404, 409, 429, 500, 502, 503)
    },
}
"""The service was paid and says so, in a way that proves nothing."""


def _after(head: bytes) -> Act:
    return rewritten(lambda body: Reply(head + body, Ending.CLOSE))


STILL_GOOD: dict[str, Act] = {
    "an id that is a text": changed(id="x" * 5000),
    "an id that is an object": changed(id={"a": 1}),
    "no id": changed(id=...),
    "status as a text": changed(status="true"),
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
    "deep nesting": rewritten(
        lambda body: raw(200, body[:-1] + b', "x": ' + b"[" * 40_000 + b"]" * 40_000 + b"}")
    ),
    "stars without quotes": rewritten(lambda body: raw(200, body[:-1] + b', "x": **********}')),
    "deep nesting that ends": _added(f'"x": {"[" * 900}{"]" * 900}, '),
    "a script behind it": rewritten(lambda body: raw(200, body + b"<script>ad()</script>")),
    "5000 other fields": rewritten(
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
        lambda body: Reply(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks(body))
    ),
    "HTTP/1.0 and no length": _after(b"HTTP/1.0 200 OK\r\n\r\n"),
    "no length, then closed": _after(b"HTTP/1.1 200 OK\r\n\r\n"),
    "100 Continue first": _after(b"HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    "103 Early Hints first": _after(b"HTTP/1.1 103 E\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    "a slow answer": rewritten(lambda body: raw(200, body, delay=0.3)),
    "a cookie and a refresh": rewritten(
        lambda body: raw(200, body, headers={"Set-Cookie": "a=b", "Refresh": "0; url=/"})
    ),
}
"""The service was paid and says so; what stands beside it does not matter (rule 4)."""
