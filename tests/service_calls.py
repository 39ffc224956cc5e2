"""Every call of the client, to be made against a server of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.service.client import HttpService, Timeouts

if TYPE_CHECKING:
    from tests.servers import (
        ScriptedServer,
    )

TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"
REFERENCE = "0123456789abcdef0123456789abcdef"
SUCCESS = {"status": True, "state": "Success", "id": 5033, "reference": REFERENCE}
DETAILS = Call("/api/servicegroup/details/worldlink-v2/", {"username": "online_renew"})
COMMIT = Call(
    "/api/servicegroup/commit/worldlink-v2/",
    {"session_id": 22906, "amount": Decimal("277.98"), "package_id": "1888768"},
)
QUICK = Timeouts(
    connect=2, read=0.5, write=2, total=0.8, commit_read=0.6, commit_total=1.0, most_bytes=100_000
)

Act = Callable[[HttpService], ServiceResponse]
ACTS: dict[str, Act] = {
    "read": lambda service: service.read(DETAILS, REFERENCE),
    "commit": lambda service: service.commit(COMMIT, REFERENCE),
    "lookup": lambda service: service.lookup(REFERENCE),
    "lookup_many": lambda service: service.lookup_many([REFERENCE, "other"]),
    "balance": lambda service: service.balance(),
}


def commit(service: HttpService) -> ServiceResponse:
    return service.commit(COMMIT, REFERENCE)


@contextmanager
def at(url: str, *, timeouts: Timeouts = QUICK) -> Iterator[HttpService]:
    service = HttpService(Connection(Environment.TEST, url), TOKEN, "id", timeouts=timeouts)
    try:
        yield service
    finally:
        service.close()


def ask(server: ScriptedServer, act: Act, timeouts: Timeouts = QUICK) -> ServiceResponse:
    with at(server.url, timeouts=timeouts) as service:
        return act(service)
