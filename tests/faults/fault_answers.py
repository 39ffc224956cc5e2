"""Answers that go wrong: what comes over the wire instead of, or in place of, a good one."""

from __future__ import annotations

import gzip
import json

from tests.faults.server import CLOSED, HANG, RESET
from tests.servers import Ending, Reply, cut, gzip_reply, json_reply, raw

MOST_BYTES = 100_000
"""What the shops of these tests read of an answer."""

SUCCESS = {"status": True, "state": "Success", "message": "Done", "id": 130145}
PORTAL = b"<!doctype html><title>Free WiFi</title><form action=/login>Success</form>"
_HTML = {"Content-Type": "text/html"}
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
_AGAIN = {"Location": "/api/servicegroup/commit/worldlink-v2/"}


def page(status: int) -> Reply:
    return raw(status, PORTAL, headers=_HTML)


def refusal(code: object, status: int = 400, **fields: object) -> Reply:
    """The newer error envelope; ``...`` takes a field out."""
    body = {"status": False, "error_code": code, "message": "No", "error": "client_error",
            "details": "", "error_data": {}, "state": "Error", **fields}  # fmt: skip
    return json_reply({name: value for name, value in body.items() if value is not ...}, status)


def said(**fields: object) -> Reply:
    return json_reply({"status": True, "message": "Done", "id": 130145, **fields})


def chunks(body: bytes) -> bytes:
    return b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"


BOMB = gzip_reply(b'{"status": true, "state": "Success", "x": "' + b"a" * 5_000_000 + b'"}')
HUGE = raw(200, b'{"status": true, "state": "Success", "x": "' + b"a" * 3 * MOST_BYTES + b'"}')
SLOW_DRIP = raw(200, json.dumps(SUCCESS).encode(), gap=0.05)
TLS_ALERT = Reply(bytes.fromhex("15030300020246"), Ending.CLOSE)

SILENCE: dict[str, Reply] = {
    "reset after the request": RESET,
    "closed without a word": CLOSED,
    "no answer in time": HANG,
    "cut in the status line": Reply(b"HTTP/1.1 2", Ending.CLOSE),
    "reset in the headers": Reply(_HEAD, Ending.RESET),
    "reset in the middle of the body": cut(json_reply(SUCCESS), 20, Ending.RESET),
    "shorter than its content-length": cut(json_reply(SUCCESS), 1),
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
    "gzip cut short": raw(200, gzip.compress(b"{}")[:-4], headers={"Content-Encoding": "gzip"}),
    "gzip that is none": raw(200, b"{}", headers={"Content-Encoding": "gzip"}),
    "packed in an unknown way": raw(200, b"\x0b\x02", headers={"Content-Encoding": "br"}),
    "a chunk of no number": Reply(_CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n", Ending.CLOSE),
    "chunks without their end": Reply(_CHUNKED + b"2\r\n{}\r\n", Ending.CLOSE),
    "negative content-length": raw(200, b"{}", headers={"Content-Length": "-2"}),
    "two content-lengths": raw(200, b"{}", headers={"Content-Length": "2\r\nContent-Length: 3"}),
    **{f"redirect {s} to itself": raw(s, b"", headers=_AGAIN) for s in (301, 302, 303, 307, 308)},
    "redirect to a login": raw(302, PORTAL, headers={**_HTML, "Location": "/login"}),
    **{f"HTTP {s} with a page": page(s) for s in (404, 429, 500, 502, 503, 504, 511)},
    **{f"HTTP {s}, empty": raw(s, b"") for s in (200, 202, 400, 404, 429, 500, 502, 503, 504)},
    **{f"HTTP {s} with an error": refusal("1002", s) for s in (401, 403, 429, 500, 502, 503, 504)},
    **{f"HTTP {s} with Failed": said(state="Failed") for s in (429, 500)},
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
    **{
        f"state {s!r}": said(state=s)
        for s in ("success", "SUCCESS", " Success", "Successful", "Timeout", "Status Error",
                  "Pending", "", "failed", "ERROR", 1, True, ["Success"], {"a": "Success"})
    },  # fmt: skip
}
"""What says nothing about the payment: wait, and ask 5 minutes later."""
