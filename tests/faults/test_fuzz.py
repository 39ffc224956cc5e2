"""Whatever an answer is made into, reading it raises nothing and proves no more than it says.

The answers are those of the contract tests, and look-ups made up after the documents' shapes. They
are changed as bytes and as JSON. What may prove a payment is judged anew here, by a reader of its
own that knows no more than the contract: ``state`` is ``Success``, ``status`` is true, HTTP is 200,
and a look-up is about our reference.
"""

from __future__ import annotations

import copy
import json
import random
import re
import sys
from collections import Counter
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.clock import SystemClock
from desktop_app.core.errors import ServiceError
from desktop_app.core.money import Money
from desktop_app.core.payments.balance import balance_of
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.core.payments.settlement import event_for, update_for
from desktop_app.core.payments.verdict import (
    Judgement,
    Verdict,
    judge_bulk,
    judge_commit,
    judge_lookup,
)
from desktop_app.ledger.schema.column_types import read_json, write_json
from desktop_app.service.outcome import answered
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.core.payments.response import ServiceResponse

EXAMPLES = Path(__file__).parents[1] / "contract" / "examples"
ROUNDS = 200_000 if LONG else 7_000
REFERENCE = "0123456789abcdef0123456789abcdef"
AMOUNT = Money(27798)
STATUSES = (200, 200, 200, 200, 200, 400, 404, 201, 204, 301, 302, 401, 403, 429, 500, 502, 503)
DECIDING = ("state", "status", "error_code", "reference", "amount", "error", "detail", "refunds")
WORDS = (
    "Success", "success", "SUCCESS", "Success ", "Succes", "Queued", "Processing", "Expired",
    "Error", "Failed", "Status Error", "Timeout", "", "true", "True", "false", "002", "1002",
    "1013", "4000", "invalid_reference", REFERENCE, REFERENCE.upper(), REFERENCE[:-1], "277.98",
    "277.981", "NaN", "1e400", "\u0000", "\ud800", "\u202e", "x" * 5000,
)  # fmt: skip
ODD: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 2, 1002, 277.98, Decimal("277.98"), 10**40, 1e300,
    float("nan"), float("inf"), [], {}, [[]], [{}], {"state": "Success"}, *WORDS,
)  # fmt: skip
PIECES = (
    b'"state":"Success"', b'"state": "Failed"', b'"status":true', b'"status": false', b"}", b"{",
    b"]", b"[", b",", b":", b'"', b"\\", b"\\u0073", b"\\ud800", b"\xff", b"\xef\xbb\xbf", b"\x00",
    b"NaN", b"-Infinity", b"1e999999999", b"9" * 5000, b"[" * 200, b'{"a":' * 200, b"null",
    b"<html>", b"/* */", b"\xc0\xae", b"1.", b"'", b"\r\n\r\n", b'"error_code":"002"',
)  # fmt: skip


def bodies() -> list[dict[str, Any]]:
    """Answers to be changed: what providers' commits answer, and look-ups, single and in bulk."""
    return answers_of_companies() + lookups()


def answers_of_companies() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for file in sorted(EXAMPLES.glob("*.json")):
        example = json.loads(file.read_text(encoding="utf-8"))
        for account in example["accounts"]:
            if "answer" in account:  # a company of one call has none to read
                found.append(account["answer"])
            answers = [answer for commit in account["commits"] for answer in commit["answers"]]
            found += [answer["body"] for answer in answers]
        found += [refused["answer"] for refused in example["refused"] if "answer" in refused]
    return found


def lookups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    common = {"details": "ok", "reference": REFERENCE, "response_id": 77, "amount": 277.98}
    refunds = {"refunded": False, "refunded_amount": 0.0, "refunds": []}
    for state in ("Success", "Success", "Failed", "Queued", "Processing", "Expired", "Error"):
        found.append({"status": True, "state": state, **common})
        found.append(
            {"status": True, "state": state, "original_status": state, **common, **refunds}
        )
    entries = [{"status": True, "state": s, **common} for s in ("Success", "Queued", "Error")]
    found += [{"status": True, "message": "Success", "detail": [entry]} for entry in entries]
    found.append({"status": True, "message": "Success", "detail": entries})
    word = {"error": "invalid_reference", "details": "", "error_data": {}}
    for code in ("002", "1002", "1013", "4000"):
        found.append({"status": False, "error_code": code, **word, "state": "Error"})
    found.append({"credits_consumed": 12.5, "credits_available": "1e+24"})
    return found


# --- changing as JSON ------------------------------------------------------------------------


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every value inside."""
    if way:
        yield way
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*way, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*way, index))


def change_json(chance: random.Random, body: dict[str, Any]) -> dict[str, Any]:
    """The body with one value changed, removed, renamed, or added."""
    changed = copy.deepcopy(body)
    action = chance.randrange(5)
    if action == 0 or not changed:
        changed[chance.choice(DECIDING)] = copy.deepcopy(chance.choice(ODD))
        return changed
    *way, last = chance.choice(list(places(changed)))
    parent: Any = changed
    for key in way:
        parent = parent[key]
    if action in (1, 2):
        parent[last] = copy.deepcopy(chance.choice(ODD))
    elif action == 3:
        del parent[last]
    elif isinstance(parent, dict):
        parent[chance.choice((*DECIDING, str(last).upper(), f"{last} "))] = parent.pop(last)
    else:
        parent.append(copy.deepcopy(parent[last]))
    return changed


def written(chance: random.Random, body: dict[str, Any]) -> bytes:
    """JSON text, sometimes with a name twice, with escaped letters, or in another order."""
    pairs = list(body.items())
    if chance.random() < 0.15:
        twice = (chance.choice(DECIDING), chance.choice(ODD))
        pairs.insert(chance.randrange(len(pairs) + 1), twice)
    if chance.random() < 0.2:
        chance.shuffle(pairs)
    ascii_only = chance.random() < 0.5
    parts = []
    for name, value in pairs:
        quoted = json.dumps(name, ensure_ascii=ascii_only)
        if chance.random() < 0.05:
            quoted = '"' + "".join(f"\\u{ord(letter):04x}" for letter in name) + '"'
        text = json.dumps(value, ensure_ascii=ascii_only, default=float)
        parts.append(f"{quoted}{chance.choice((':', ': ', ' :'))}{text}")
    return ("{" + chance.choice((",", ", ", "\n,")).join(parts) + "}").encode(
        "utf-8", "surrogatepass"
    )


# --- changing as bytes -----------------------------------------------------------------------


def change_bytes(chance: random.Random, data: bytes, other: Callable[[], bytes]) -> bytes:
    """The bytes with a piece flipped, cut, doubled, put in, swapped, or taken from another."""
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((1, 1, 2, 5, 20, 100)))
    match chance.randrange(7):
        case 0:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 1:
            return data[:at]
        case 2:
            return data[:at] + data[to:]
        case 3:
            return data[:to] + data[at:]
        case 4:
            return data[:at] + chance.choice(PIECES) + data[at:]
        case 5:
            taken = other()
            return data[:at] + taken[chance.randrange(len(taken) + 1) :]
        case _:
            return data.replace(chance.choice((b"true", b"false", b'"', b":")), b" ", 1)


# --- what may prove a payment, judged anew ---------------------------------------------------

STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def said(data: bytes, name: str) -> list[str]:
    """Each value of a top-level name as its JSON text, up to where the text breaks."""
    text = data.decode("utf-8-sig", "replace")
    found, depth, at, last_text, asked = [], 0, 0, "", False
    while at < len(text):
        match = STRING.match(text, at) if text[at] == '"' else None
        piece = match.group() if match else text[at]
        at += len(piece)
        if depth == 1 and asked and not piece.isspace():
            value = piece if match else re.split(r"[,}\s]", text[at - 1 :], maxsplit=1)[0]
            found.append(value)
            asked = False
        if match:
            last_text = piece
        elif depth == 1 and piece == ":":
            asked = unescaped(last_text) == name
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(piece, 0)
    return found


def unescaped(text: str) -> str:
    try:
        return str(json.loads(text, strict=False))
    except ValueError:
        return text


def says_paid(data: bytes, status: int, *, lookup: bool) -> bool:
    """The bytes could prove a payment: each deciding field says so, each time that it stands."""
    states = {unescaped(text) for text in said(data, "state")}
    accepted = {unescaped(text).lower() for text in said(data, "status")}
    # Only the first: behind a fault the text may go on with anything (rule 4).
    references = [unescaped(text).strip() for text in said(data, "reference")]
    ours = not lookup or references[:1] == [REFERENCE]
    return status == 200 and states == {"Success"} and accepted == {"true"} and ours


# --- the rounds ------------------------------------------------------------------------------


def read_everything(answer: ServiceResponse) -> None:
    """Every property, and what the ledger writes of it."""
    _ = (answer.state, answer.error_code, answer.accepted, answer.explanation)
    for name in (*DECIDING, "id", "response_id"):
        answer.text(name).encode()
    with suppress(ServiceError):
        balance_of(answer)
    read_json(write_json(answer.body))


def findings(answer: ServiceResponse, chance: random.Random) -> dict[str, Judgement | None]:
    acknowledged, final = chance.random() < 0.5, chance.random() < 0.5
    return {
        "commit": judge_commit(answer),
        "lookup": judge_lookup(
            answer,
            reference=REFERENCE,
            amount=AMOUNT,
            acknowledged=acknowledged,
            may_be_final=final,
        ),
        "bulk": judge_bulk(answer, REFERENCE),
    }


def one_round(chance: random.Random, seeds: list[dict[str, Any]], figures: Counter[str]) -> None:
    body = chance.choice(seeds)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        body = change_json(chance, body)
    data = written(chance, body)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
        data = change_bytes(chance, data, lambda: written(chance, chance.choice(seeds)))
    status = chance.choice(STATUSES)
    answer = answered(status, data)
    figures["understood" if answer.body else "not understood"] += 1
    read_everything(answer)
    for kind, judgement in findings(answer, chance).items():
        if judgement is None:
            continue
        figures[f"{kind} {judgement.verdict.value}"] += 1
        event = EventKind.ANSWERED if kind == "commit" else EventKind.LOOKED_UP
        at = SystemClock().now()
        written_event = event_for(event, at, PaymentState.SENDING, judgement, answer)
        write_json(written_event.content)
        update_for(event, judgement)
        if judgement.verdict is Verdict.PAID:
            assert kind != "bulk", data
            assert says_paid(data, status, lookup=kind == "lookup"), (kind, status, data)
        if judgement.verdict is Verdict.REFUSED:
            assert kind != "bulk", data
            assert "Success" not in {unescaped(text) for text in said(data, "state")}, data


def test_no_changed_answer_raises_or_proves_more_than_it_says() -> None:
    chance = random.Random(20261122)
    # Half of them look-ups, however many companies there are.
    companies, figures = answers_of_companies(), Counter[str]()
    seeds = companies + lookups() * (len(companies) // len(lookups()))
    for number in range(ROUNDS):
        try:
            one_round(chance, seeds, figures)
        except Exception as error:
            error.add_note(f"round {number} of seed 20261122")
            raise
    sys.stdout.write(f"\n{ROUNDS} changed answers: {dict(sorted(figures.items()))}\n")
    for reached in ("commit paid", "lookup paid", "commit refused", "lookup refused"):
        assert figures[reached] > ROUNDS // 480
    assert figures["not understood"] > ROUNDS // 24


def test_an_unchanged_answer_is_read_alike_by_both_readers() -> None:
    for body in bodies():
        data = json.dumps(body).encode()
        paid = judge_commit(answered(200, data)).verdict is Verdict.PAID
        assert paid == says_paid(data, 200, lookup=False), data
