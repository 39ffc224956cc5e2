"""After many faults the token is nowhere: in no file, log, error, output, object or window."""

from __future__ import annotations

import base64
import json
import logging
import secrets
import string
import traceback
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest
from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.billing.dialogue import Call as Request
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import BhuktaniError
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.response import ServiceResponse, require_success
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.providers.worldlink import PROVIDER
from desktop_app.sandbox.practice import PracticeService
from desktop_app.service.client import HttpService, Timeouts
from tests.clerk import ENTER, Clerk, desk_of, ledger_of, open_shop
from tests.dialogues import look_up
from tests.fakes import HandClock, OneService
from tests.faults.fault_answers import SILENCE, refusal
from tests.faults.server import Act, Call, FaultServer, Kind, booked, hangs, honest, lost
from tests.servers import Reply, ScriptedServer, json_reply, raw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LETTERS = string.ascii_letters + string.digits
TOKEN = "TEST:" + "".join(secrets.choice(LETTERS) for _ in range(14)) + 'a"/%é+'
"""Random, with what has to be escaped in URLs and in JSON."""

ACCOUNTS = ("rambdr_thapa", "sunitakarki22", "mohanlal_c", "gita_rai.home", "bishnu_adhikari")


def forms(token: str) -> set[bytes]:
    """The token's bytes as different programs write them; parts of it as well."""
    data = token.encode()
    raw_forms = {token, quote(token, safe=""), quote(token), quote_plus(token)}
    raw_forms |= {quote(form, safe="") for form in list(raw_forms)}
    raw_forms |= {json.dumps(token)[1:-1], json.dumps(token, ensure_ascii=False)[1:-1]}
    raw_forms |= {repr(token)[1:-1], ascii(token)[1:-1], token.removeprefix("TEST:")[:14]}
    found = {form.encode() for form in raw_forms} | {form.lower().encode() for form in raw_forms}
    found |= {data.hex().encode(), data.hex().upper().encode(), token.encode("utf-16-le")}
    for shift in range(3):
        # Wherever it stands in a longer text, base64 shows one of three forms of its middle.
        encoded = base64.b64encode(b"\0" * shift + data)
        found.add(encoded[4 : len(encoded) - 4])
        found.add(base64.urlsafe_b64encode(b"\0" * shift + data)[4 : len(encoded) - 4])
    return found


FORMS = forms(TOKEN)


def assert_clean(what: str, data: bytes | str) -> None:
    text = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    for form in FORMS:
        assert form not in text, f"{what} holds the token"


def test_the_hunt_finds_a_token_in_any_form(tmp_path: Path) -> None:
    credentials = base64.b64encode(f"shop:{TOKEN}".encode())
    for data in (
        f"GET /api/service/status/{quote(TOKEN, safe='')}/f".encode(), json.dumps([TOKEN]).encode(),
        repr({"token": TOKEN}).encode(), credentials, TOKEN.encode("utf-16"), TOKEN.encode(),
    ):  # fmt: skip
        (tmp_path / "ledger.db-wal").write_bytes(b"\0\1" + data + b"\xff")
        with pytest.raises(AssertionError, match="holds the token"):
            assert_folder_clean(tmp_path)


def echo_page(call: Call) -> Reply:
    """All that was asked comes back, the token with it, as some error pages do."""
    return raw(500, f"<pre>{call.request.path} {call.request.body.decode()}</pre>".encode())


def echo_refusal(call: Call) -> Reply:
    return refusal("4000", details=f"{call.request.path} {call.request.body.decode()}")


def echo_in_words(call: Call) -> Reply:
    """The service is at work on it, and quotes the token where its sentence for people stands."""
    return json_reply({"status": True, "state": "Queued", "details": f"Token {TOKEN} is fine"})


def echo_broken(call: Call) -> Reply:
    return raw(200, call.request.body[:-1] + b', "state": "Succ')


class Records(logging.Handler):
    """Every record of every logger, with its arguments, as no filter has seen it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        self.texts.append(f"{record.getMessage()} {record.args!r} {vars(record)!r} {trace}")


@pytest.fixture
def records() -> Iterator[list[str]]:
    handler = Records()
    names = ("", "desktop_app", "httpx", "httpcore", "httpcore.http11")
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield handler.texts
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def server(clock: HandClock) -> Iterator[FaultServer]:
    with FaultServer(PracticeService(token=TOKEN), clock.now) as running:
        yield running


def assert_folder_clean(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert_clean(str(path), path.read_bytes())
        assert_clean("a file's name", str(path))


_WORDS = ("QString", "QVariant")


def properties_with_words(kind: QMetaObject) -> list[str]:
    """The properties of the class that may hold a text."""
    properties = map(kind.property, range(kind.propertyCount()))
    return [str(one.name()) for one in properties if str(one.typeName()) in _WORDS]


def shown_by(window: QWidget) -> str:
    """Every text of every object in the window: labels, tips, titles, names."""
    found = []
    names: dict[str, list[str]] = {}
    for thing in [window, *window.findChildren(QObject)]:
        kind = thing.metaObject()
        if kind.className() not in names:
            names[kind.className()] = properties_with_words(kind)
        values = map(thing.property, names[kind.className()])
        found += [text for text in values if isinstance(text, str)]
        found.append(repr(thing))
    found += [top.windowTitle() for top in QApplication.topLevelWidgets()]
    return "\n".join(found)


# --- the desk and the client -----------------------------------------------------------------


def test_no_error_or_record_of_the_client_holds_the_token(
    records: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    replies = [reply for reply in SILENCE.values() if not hangs(lost(reply))]
    replies += [raw(200, TOKEN.encode()), raw(302, b"", headers={"Location": f"/{quote(TOKEN)}"})]
    calls: list[Callable[[HttpService], ServiceResponse]] = [
        lambda service: service.read(Request("/api/details/", {"a": 1}), "f" * 32),
        lambda service: service.read(Request("no slash", {"a": 1}), "f" * 32),
        lambda service: service.read(Request("/api/details/", {"a": object()}), "f" * 32),
        lambda service: service.read(Request("/api/details/", {"token": TOKEN}), "f" * 32),
        lambda service: service.commit(Request("/api/commit/", {"a": "\ud800"}), "f" * 32),
        lambda service: service.commit(Request("/api/commit/", {"a": 1}), "f" * 32),
        lambda service: service.lookup("f" * 32),
        lambda service: service.lookup(""),
        lambda service: service.lookup_many(["a,b"]),
        lambda service: service.lookup_many(["a", "b"]),
        lambda service: service.balance(),
    ]
    texts = []
    paths = set()
    for reply in replies:
        with ScriptedServer(reply) as far:
            connection = Connection(Environment.TEST, far.url)
            service = HttpService(connection, TOKEN, "id", timeouts=Timeouts(total=3))
            for call in calls if reply is replies[0] else calls[5:8]:
                try:
                    require_success(call(service))
                except BhuktaniError as error:
                    texts.append(f"{error} {error!r} {error.details}")
                    texts += traceback.TracebackException.from_exception(error).format()
            texts.append(f"{service!r} {connection!r}")
            service.close()
        paths.update(far.paths)
    assert any(quote(TOKEN, safe="") in path for path in paths), "the path form was never asked in"
    assert len(texts) > 100
    assert len(records) > 100
    seen = "\n".join([*texts, *records, *capfd.readouterr()])
    assert_clean("an error, a record or the output", seen)


@pytest.fixture
def ledger(empty_ledger: Path, tmp_path: Path) -> Iterator[SqliteLedger]:
    file = tmp_path / "data" / "ledger.db"
    file.parent.mkdir()
    file.write_bytes(empty_ledger.read_bytes())
    opened = open_ledger(file)
    yield opened
    opened.close()


@pytest.mark.parametrize("act", [echo_page, echo_refusal, echo_broken])
def test_a_look_up_that_quotes_the_token_does_not_bring_it_into_an_error(
    act: Act, server: FaultServer, ledger: SqliteLedger, records: list[str], tmp_path: Path
) -> None:
    server.follow({Kind.DETAILS: [act]})
    service = HttpService(Connection(Environment.TEST, server.url), TOKEN, "id")
    desk = PaymentDesk(OneService(service), ledger, HandClock())
    with pytest.raises(BhuktaniError) as raised:
        look_up(desk, PROVIDER, {"username": "rambdr_thapa"})
    service.close()
    text = "".join(traceback.TracebackException.from_exception(raised.value).format())
    for one in (text, repr(raised.value), str(raised.value), *records, repr(vars(desk))):
        assert_clean("an error or a record", one)
    assert_folder_clean(tmp_path / "data")


# --- the whole program --------------------------------------------------------------------------


@pytest.fixture
def clerk(
    qapp: QApplication, tmp_path: Path, server: FaultServer, clock: HandClock
) -> Iterator[Clerk]:
    shop = open_shop(tmp_path / "shop", url=server.url, token=TOKEN, clock=clock, paints=False)
    yield shop
    shop.app.close()
    QCoreApplication.processEvents()


def hunt(
    clerk: Clerk, server: FaultServer, clock: HandClock, commits: dict[str, Act], *lookups: Act
) -> str:
    """Pay once with each act, ask what became of it, and go everywhere; all that was shown."""
    shown = []
    for account, act in commits.items():
        server.follow({Kind.COMMIT: [act], Kind.LOOKUP: [echo_page, *lookups]})
        clerk.pay(Qt.Key.Key_1, account, None, "20000")
        shown.append(shown_by(clerk.app.window))
        clerk.press(ENTER)
        clerk.until_idle()
    clock.move(timedelta(hours=2))
    while desk_of(clerk.app).check_next():
        pass
    assert len(server.of(Kind.LOOKUP)) + len(server.of(Kind.BULK)) > 0
    for key in ("F3", "F4", "F6", "F7", "F12", "F2"):
        clerk.press(getattr(Qt.Key, f"Key_{key}"))
        clerk.until_idle()
        shown.append(shown_by(clerk.app.window))
    shown.append(QGuiApplication.clipboard().text())
    app = clerk.app
    use_cases = app.use_cases
    public = [name for name in dir(use_cases) if not name.startswith("_")]
    holders = (app, *(getattr(use_cases, name) for name in public), desk_of(app))
    objects = (*holders, app.session, ledger_of(app), *map(vars, holders))
    return "\n".join([*shown, *map(repr, objects)])


def test_the_token_is_nowhere_after_many_faults(
    clerk: Clerk,
    server: FaultServer,
    clock: HandClock,
    records: list[str],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    commits: dict[str, Act] = {
        "rambdr_thapa": booked(SILENCE["reset after the request"]),
        "sunitakarki22": echo_page,
        "mohanlal_c": booked(SILENCE["a login page with HTTP 200"]),
        "gita_rai.home": honest,
        "practice_provider_error": honest,
        "practice_waiting": honest,
    }
    seen = hunt(clerk, server, clock, commits, echo_broken)
    assert all(account in seen for account in commits), "the hunt reads what is shown"
    assert_folder_clean(tmp_path / "shop")  # while the ledger is open: its -wal as well
    clerk.app.close()
    assert {c.request.json["token"] for c in server.of(Kind.COMMIT)} == {TOKEN}
    assert_clean("the window or an object", seen)
    assert_clean("a record or the output", "\n".join([*records, *capfd.readouterr()]))
    assert_folder_clean(tmp_path / "shop")


@pytest.mark.parametrize("act", [echo_refusal, echo_in_words])
def test_a_token_that_the_service_quotes_in_its_sentence_is_not_kept_or_shown(
    clerk: Clerk, server: FaultServer, clock: HandClock, tmp_path: Path, act: Act
) -> None:
    seen = hunt(clerk, server, clock, {"rambdr_thapa": act}, echo_refusal)
    assert_folder_clean(tmp_path / "shop")
    assert_clean("the window", seen)
