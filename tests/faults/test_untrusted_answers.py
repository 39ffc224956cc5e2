"""Whatever the service answers about an account: a plain error or plain text, soon, in bounds."""

from __future__ import annotations

import gc
import json
import time
import tracemalloc
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.core.billing.accounts import Account
from desktop_app.core.billing.dialogue import Call, Dialogue
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import BhuktaniError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import ZERO
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.providers.vianet import PROVIDER as VIANET
from desktop_app.providers.vianet_old import PROVIDER as OLD_VIANET
from desktop_app.providers.worldlink import PROVIDER as WORLDLINK
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.replies import Reply as Answered
from desktop_app.sandbox.server import SandboxServer
from desktop_app.service.client import HttpService, Timeouts
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk, open_shop
from tests.dialogues import account_of, look_up
from tests.fakes import HandClock, OneService
from tests.faults.fault_answers import PORTAL
from tests.sampling import LONG
from tests.servers import Ending, Reply, ScriptedServer, gzip_reply, raw
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider

MEGABYTE = 1024 * 1024
MAX_SECONDS, MAX_MEMORY = 3.0, 160 * MEGABYTE
MAX_WAIT = 60.0
"""An answer that never ends would be waited for longer."""
GREEDY = {
    "0.1 MB of empty lists": MAX_MEMORY // 16, "0.1 MB of brackets": MAX_MEMORY // 16,
    "100 000 offers, packed": MAX_MEMORY, "a gzip bomb": MAX_MEMORY,
    "a name of 0.5 MB": MAX_MEMORY // 4, "without end": MAX_MEMORY,
}  # fmt: skip
"""What the short run measures, with its bound: a quarter of the bytes has a quarter of it."""
FOR_MEMORY = ("0.1 MB of empty lists", "0.1 MB of brackets", "a name of 0.5 MB")
"""Sixteen and four times less than the limit: to follow each allocation takes several times as
long as the answer itself."""
GREEDIER = (
    "2 MB of empty lists", "2 MB of empty lists, then broken", "2 MB of brackets",
    "2 MB of brackets and names", "2 MB of quotes", "2 MB of backslashes",
)  # fmt: skip
"""What takes four times as long as the half megabyte of the same."""
LIMITS = Timeouts(read=1.0, total=1.5)
"""Short waits; the size is the program's own limit of 2 MB."""
CUSTOMERS: tuple[tuple[Provider, Values, str, str], ...] = (
    (WORLDLINK, {"username": "online_due_and_package"}, "full_name", "available_renew_options"),
    (VIANET, {"customer_id": "110871"}, "customer_name", "bills"),
    (OLD_VIANET, {"customer_id": "9099"}, "customer_name", "bills"),
)
"""Provider, what the clerk typed, and the names of the fields for a person and for offers."""

NASTY_VALUES = (
    "null", "true", "0", "-1", "1e400", "1e-400", "NaN", "-Infinity", '""', '"\\u0000"', "[]",
    "{}", "[[]]", '{"a": {}}', '"\\ud800"', '"\\ud83d\\ude00"', "9" * 5000, '"' + "9" * 5000 + '"',
    "[" * 500 + "]" * 500, '"<img src=x>"', '"%s%n{0}"', '"' + "\\u202e" * 50 + '"', "1.005",
)  # fmt: skip
NASTY_NAMES = (
    "<b>Asha</b> <img src='http://127.0.0.1:{port}/beacon'>",
    "<h1>PAID</h1><a href='file:///etc/passwd'>Rai</a>",
    "&lt;b&gt;Asha &amp; Rai&amp;",
    "Asha\u202eiaR\u2066 \u200f\u061c",
    "A" * 10_000,
    "ʕ•ᴥ•ʔ 👩‍👩‍👧‍👦 आशा राई \ud800 \x00\x07\x1b[31m",
    "Z" + "\u0301" * 3000,
    "%s %n {0} {self.__class__} ${HOME} \\n",
    "one\ntwo\r\nthree\tfour",
    "<!DOCTYPE html><style>*{color:red}</style><table><tr><td>Asha",
)


def body_of(place: int) -> bytes:
    """What the practice service answers about that customer."""
    provider, entry, _, _ = CUSTOMERS[place]
    call = provider.next(Dialogue().entered(entry))
    assert isinstance(call, Call)
    fields = {**call.fields, "token": TEST_TOKEN, "reference": "a" * 32}
    reply = PracticeService(token=TEST_TOKEN).handle("POST", call.path, json.dumps(fields).encode())
    assert reply.status == 200
    return reply.body


def with_field(body: bytes, name: str, value: str) -> bytes:
    """The body with a field written anew, in raw JSON."""
    fields = json.loads(body)
    fields.pop(name, None)
    return b'{"%b": %b, ' % (name.encode(), value.encode()) + json.dumps(fields).encode()[1:]


@pytest.fixture(params=range(len(CUSTOMERS)), ids=lambda n: CUSTOMERS[n][0].info.slug)
def place(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def ask(place: int, empty_ledger: Path, tmp_path: Path) -> Iterator[Callable[..., object]]:
    """Looks the customer up at a server with that one answer; in bounds, or a BhuktaniError."""
    provider, entry, _, _ = CUSTOMERS[place]
    file = tmp_path / "ledger.db"
    file.write_bytes(empty_ledger.read_bytes())
    ledger = open_ledger(file)

    current = [raw(200, b"")]

    def ask_with(answer: Reply) -> Account | BhuktaniError:
        current[0] = answer
        try:
            account = account_of(provider, look_up(desk, provider, entry))
        except BhuktaniError as error:
            assert len(str(error)) < 2000
            return error
        assert_fit_to_show(account)
        return account

    with ScriptedServer(lambda _: current[0]) as server:
        connection = Connection(Environment.TEST, server.url)
        service = HttpService(connection, TEST_TOKEN, "id", timeouts=LIMITS)
        desk = PaymentDesk(OneService(service), ledger, HandClock())
        yield ask_with
        service.close()
    ledger.close()


def assert_fit_to_show(account: Account) -> None:
    texts = [account.customer_name, account.branch, account.current_package, account.due_note]
    for offer in account.offers:
        texts += [offer.label, offer.service_name, *(line.note for line in offer.lines)]
        assert offer.total > ZERO
    assert len(account.offers) <= 200
    for text in texts:
        assert len(text) <= 200
        assert not {unicodedata.category(c) for c in text} & {"Cc", "Cs"}
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f")


def big_answers(place: int) -> dict[str, Callable[[], Reply]]:
    """Answers that could cost time or memory; each is made when it is asked for."""
    body, (_, _, name, offers) = body_of(place), CUSTOMERS[place]
    offer = json.dumps(json.loads(body)[offers][0]).encode()
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    def named(text: bytes) -> bytes:
        return body[:-1] + b', "%b": "%b"}' % (name.encode(), text)

    def extra(value: bytes) -> bytes:
        return body[:-1] + b', "extra_data": %b}' % value

    def many() -> bytes:
        offers_there = b", ".join([offer] * 100_000)[: 60 * MEGABYTE]
        return with_field(body, offers, f"[{offers_there.decode()}]")

    return {
        "a name of 3 MB": lambda: raw(200, named(b"A" * 3 * MEGABYTE)),
        "a name of just under 2 MB": lambda: raw(
            200, named(b"A" * (2 * MEGABYTE - len(body) - 99))
        ),
        "a name of 0.5 MB": lambda: raw(200, named(b"A" * (MEGABYTE // 2))),
        "2 MB of escapes": lambda: raw(200, named(b"\\u0905" * (MEGABYTE // 3 - 2000))),
        "a name of 10 kB": lambda: raw(200, named(b"A" * 10_240)),
        "100 000 offers": lambda: raw(200, many()),
        "100 000 small offers": lambda: raw(
            200, with_field(body, offers, f"[{'{},' * 99_999}{{}}]")
        ),
        "100 000 offers, packed": lambda: gzip_reply(many()),
        "2 MB of empty lists": lambda: raw(200, extra(b"[" + b"[]," * 690_000 + b"[]]")),
        "2 MB of empty lists, then broken": lambda: raw(200, extra(b"[" + b"[]," * 690_000)),
        "0.5 MB of empty lists": lambda: raw(200, extra(b"[" + b"[]," * 172_000 + b"[]]")),
        "0.1 MB of empty lists": lambda: raw(200, extra(b"[" + b"[]," * 43_000 + b"[]]")),
        "0.5 MB of empty lists, then broken": lambda: raw(200, extra(b"[" + b"[]," * 172_000)),
        "2 MB of brackets": lambda: raw(200, extra(b"[" * 2_000_000)),
        "0.5 MB of brackets": lambda: raw(200, extra(b"[" * 500_000)),
        "0.1 MB of brackets": lambda: raw(200, extra(b"[" * 125_000)),
        "2 MB of brackets and names": lambda: raw(200, extra(b'{"a":' * 400_000)),
        "0.5 MB of brackets and names": lambda: raw(200, extra(b'{"a":' * 100_000)),
        "0.5 MB of quotes": lambda: raw(200, extra(b'"' * 500_000)),
        "0.5 MB of backslashes": lambda: raw(200, named(b"\\" * 500_000)),
        "2 MB of quotes": lambda: raw(200, extra(b'"' * 2_000_000)),
        "2 MB of backslashes": lambda: raw(200, named(b"\\" * 2_000_000)),
        "2 MB of digits": lambda: raw(200, extra(b"9" * 2_000_000)),
        "2 MB of a float": lambda: raw(200, extra(b"0." + b"9" * 2_000_000)),
        "2 MB of white space": lambda: raw(200, b" " * 2_000_000 + body[:40_000]),
        "2 MB of names that repeat": lambda: raw(
            200, extra(b'{"state":1}' + b', "status": true' * 120_000)
        ),
        "zeros": lambda: raw(200, b"\0" * 2_000_000),
        "without end": lambda: Reply(head + b"400\r\n%b\r\n" % (b"a" * 1024) * 4000, Ending.HANG),
        "one byte at a time": lambda: raw(200, body, gap=0.02),
        "never": lambda: Reply(ending=Ending.HANG),
        "a gzip bomb": lambda: gzip_reply(named(b"A" * 30 * MEGABYTE)),
        "a page": lambda: raw(200, PORTAL * 1000),
    }


@pytest.mark.parametrize("place", range(len(CUSTOMERS)) if LONG else [0], indirect=True)
def test_a_large_slow_or_endless_answer_costs_little(
    place: int, ask: Callable[[Reply], object]
) -> None:
    for name, make in big_answers(place).items():
        if name in FOR_MEMORY or (name in GREEDIER and not LONG):
            continue
        reply = make()
        started, processor_started = time.monotonic(), time.thread_time()
        ask(reply)
        seconds = time.thread_time() - processor_started
        assert seconds < MAX_SECONDS, f"{name}: {seconds:.1f} s of the processor"
        assert time.monotonic() - started < MAX_WAIT, name


@pytest.mark.parametrize("place", range(len(CUSTOMERS)) if LONG else [0], indirect=True)
def test_a_large_answer_takes_little_memory(place: int, ask: Callable[[Reply], object]) -> None:
    answers = big_answers(place)
    for name in answers if LONG else GREEDY:
        answer = answers[name]()
        gc.collect()
        tracemalloc.start()
        ask(answer)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        most = GREEDY.get(name, MAX_MEMORY)
        assert peak < most, f"{name}: {peak / MEGABYTE:.0f} MB"


def nasty_fields(fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each field with each value; in the short run with every second one, by turns."""
    for number, name in enumerate(fields):
        for value in NASTY_VALUES if LONG else NASTY_VALUES[number % 2 :: 2]:
            yield name, value


def test_any_value_in_any_field_is_an_error_or_fit_to_show(
    place: int, ask: Callable[[Reply], object]
) -> None:
    body, offers = body_of(place), CUSTOMERS[place][3]
    for name, value in nasty_fields(json.loads(body)):
        ask(raw(200, with_field(body, name, value)))
    first = json.loads(body)[offers][0]
    for name, value in nasty_fields(first):
        offer = with_field(json.dumps(first).encode(), name, value).decode()
        ask(raw(200, with_field(body, offers, f"[{offer}]")))


@each("bad", NASTY_NAMES, ids=lambda name: ascii(name[:40]))
def test_a_nasty_name_is_fit_to_show(bad: str, place: int, ask: Callable[[Reply], Account]) -> None:
    body = {**json.loads(body_of(place)), CUSTOMERS[place][2]: bad}
    assert isinstance(ask(raw(200, json.dumps(body).encode())), Account)


# --- in the window ---------------------------------------------------------------------------


class Named:
    """A practice service whose customers have the name, branch and packages that are set here."""

    def __init__(self) -> None:
        self.service = PracticeService(token=TEST_TOKEN)
        self.service.interpose = self._rename
        self.name = ""
        self.port = 0
        self.paths: list[str] = []

    def _rename(
        self, method: str, path: str, body: bytes, answer: Callable[[], Answered]
    ) -> Answered:
        self.paths.append(path)
        reply = answer()
        if "/details/" not in path or reply.status != 200:
            return reply
        fields = json.loads(reply.body)
        fields.update(full_name=self.name, branch=self.name, message=self.name)
        for offer in fields["package_options"]:
            offer.update(packageName=self.name, packageLabel=self.name)
        return Answered(200, json.dumps(fields).encode())


@pytest.fixture
def named(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Clerk, Named]]:
    customers = Named()
    with SandboxServer(customers.service) as server:
        customers.port = server.port
        clerk = open_shop(tmp_path / "shop", url=server.url)
        try:
            yield clerk, customers
        finally:
            clerk.app.close()
            QCoreApplication.processEvents()


def assert_plain(clerk: Clerk) -> None:
    """No label guesses markup, and no tooltip would show what came from outside as markup."""
    for widget in [clerk.app.window, *clerk.app.window.findChildren(QWidget)]:
        if isinstance(widget, QLabel) and widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()[:80]
        tip = widget.toolTip()
        assert not any(tag in tip for tag in ("<b>", "<h1", "<img", "<a ", "<style")), tip[:80]
    clerk.app.window.grab()


def test_nasty_names_are_shown_as_they_are(named: tuple[Clerk, Named]) -> None:
    clerk, server = named
    for name in NASTY_NAMES:
        server.name = name.replace("{port}", str(server.port))
        clerk.press(Qt.Key.Key_1, ENTER)
        clerk.type("rambdr_thapa")
        clerk.press(ENTER)
        clerk.until_step(Step.CHOICE)
        shown = clerk.says("choice.name")
        if "<" in server.name:
            assert shown == " ".join(server.name.split())[:200]
        assert_plain(clerk)
        clerk.press(ENTER)
        clerk.until_idle()
        assert_plain(clerk)
        clerk.press(ESC, ESC, ESC)
        clerk.until_idle()


def test_a_payment_with_a_nasty_name_is_shown_everywhere_as_it_is(
    named: tuple[Clerk, Named],
) -> None:
    clerk, server = named
    server.name = NASTY_NAMES[0].replace("{port}", str(server.port))
    clerk.pay(Qt.Key.Key_1, "rambdr_thapa", None, "5000")
    assert clerk.says("result.state") == "PAID"
    assert_plain(clerk)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F2):
        clerk.press(key)
        clerk.until_idle()
        assert_plain(clerk)
    assert not any("beacon" in path for path in server.paths), "a picture was fetched"
