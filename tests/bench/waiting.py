"""Many waiting payments looked up: requests, and statements a payment."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.payments.response import ServiceResponse
from tests.bench.figure import Figure, at_most, times
from tests.bench.orders import Till
from tests.blank_ledger import blank_ledger
from tests.fakes import ScriptedService, desk_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.payments.desk import PaymentDesk
    from tests.bench.scale import Scale

_IN_25_REQUESTS = 25 / 1000
_A_FEW = 10


class Busy(ScriptedService):
    """A service that is still at work on everything; it counts what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.requests = 0

    def lookup(self, reference: str) -> ServiceResponse:
        self.requests += 1
        return ServiceResponse(200, {"status": True, "state": "Processing"})

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        self.requests += 1
        entries = [{"status": True, "state": "Processing", "reference": r} for r in references]
        return ServiceResponse(200, {"status": True, "detail": entries})


def bench(scale: Scale) -> list[Figure]:
    """Look up all, and a tenth of them: what grows with their number alone stays as it is."""
    requests, statements = counted(scale.waiting)
    _, few = counted(scale.waiting // _A_FEW)
    most = round(scale.waiting * _IN_25_REQUESTS)
    return [
        Figure(f"{scale.waiting} waiting: requests", "", requests, None, (at_most(most),)),
        Figure(
            f"{scale.waiting} waiting: statements a payment",
            "",
            statements / scale.waiting,
            few / (scale.waiting // _A_FEW),
            (times(1.1),),
        ),
    ]


def counted(waiting: int) -> tuple[int, int]:
    """The requests and the statements that it takes to look up so many."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = blank_ledger(Path(folder) / "waiting.db")
        till = Till(ledger)
        for number in range(1, waiting + 1):
            till.wait(till.send(till.record(number)))
        service = Busy()
        desk = desk_with(ledger, till.clock, service)
        till.clock.move(timedelta(hours=1))
        statements: list[str] = []

        def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            statements.append(statement)

        sa.event.listen(sa.Engine, "before_cursor_execute", count)
        try:
            _look_up_all(desk)
        finally:
            sa.event.remove(sa.Engine, "before_cursor_execute", count)
            ledger.close()
        return service.requests, len(statements)


def _look_up_all(desk: PaymentDesk) -> None:
    while desk.check_next():
        pass
