"""A till at one service of a flow, over real HTTP (no tests are here)."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.server import SandboxServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.sandbox.records import PaymentRecord

SLUG = "hill-net"


class Counter:
    """A till at one service of a flow."""

    def __init__(self, service: PracticeService, http: httpx.Client) -> None:
        self.service = service
        self._http = http
        self._numbers = itertools.count(1)

    def post(self, step: str, **fields: object) -> httpx.Response:
        """One call without a reference, unless it is among the fields."""
        root = "/api/use" if step == "use" else f"/api/servicegroup/{step}"
        return self._http.post(f"{root}/{SLUG}/", json={"token": PRACTICE_TOKEN, **fields})

    def get(self, path: str, **fields: object) -> httpx.Response:
        return self._http.request("GET", path, json={"token": PRACTICE_TOKEN, **fields})

    def reference(self) -> str:
        return f"{next(self._numbers):032x}"

    def read(self, step: str, **fields: object) -> dict[str, Any]:
        """A read with a fresh reference that must be answered."""
        return answer(self.post(step, reference=self.reference(), **fields))

    def look_up(self, reference: str) -> str:
        """The state by the single look-up, or the error code."""
        body = self.get("/api/service/status/", reference=reference).json()
        return str(body.get("error_code") or body["state"])

    @property
    def paid(self) -> PaymentRecord:
        """The one payment that was booked."""
        (payment,) = self.service.payments
        return payment


def answer(response: httpx.Response) -> dict[str, Any]:
    assert response.status_code == 200, response.text
    body = response.json()
    assert isinstance(body, dict)
    assert body["status"] is True
    return body


def refused(response: httpx.Response) -> tuple[str, list[str]]:
    """The code, and the fields at fault."""
    assert response.status_code == 400, response.text
    body = response.json()
    return body["error_code"], list(body["error_data"])


@contextmanager
def at(flow: str) -> Iterator[Counter]:
    service = PracticeService(flows={SLUG: flow})
    with (
        SandboxServer(service) as server,
        httpx.Client(base_url=server.url, trust_env=False) as http,
    ):
        yield Counter(service, http)
