"""A till that calls the practice service; the sandbox's tests share it (none are here)."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService

if TYPE_CHECKING:
    from desktop_app.sandbox.replies import Reply

WORLDLINK, VIANET, OLD_VIANET = "worldlink-v2", "vianet-updated", "vianet"


class Till:
    """Calls the service as a program would."""

    def __init__(self, service: PracticeService) -> None:
        self.service = service
        self._numbers = itertools.count(1)

    def reference(self) -> str:
        return f"{next(self._numbers):032x}"

    def post(self, step: str, slug: str, **fields: object) -> Reply:
        body = json.dumps({"token": PRACTICE_TOKEN, **fields}).encode()
        return self.service.handle("POST", f"/api/servicegroup/{step}/{slug}/", body)

    def details(self, slug: str, **fields: object) -> dict[str, Any]:
        reply = self.post("details", slug, reference=self.reference(), **fields)
        assert reply.status == 200, reply.body
        return body_of(reply)

    def commit(self, slug: str, **fields: object) -> Reply:
        return self.post("commit", slug, **{"reference": self.reference(), **fields})


def body_of(reply: Reply) -> dict[str, Any]:
    body = json.loads(reply.body)
    assert isinstance(body, dict)
    return body


def code_of(reply: Reply) -> str:
    return str(body_of(reply)["error_code"])
