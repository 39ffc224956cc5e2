"""``python -m desktop_app.sandbox``: the practice service on 127.0.0.1 until Ctrl+C."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.sandbox.customers import flow_names
from desktop_app.sandbox.practice import PRACTICE_CREDIT, PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.server import SandboxServer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until a signal comes; 2 where the port cannot be had."""
    options = _parser().parse_args(arguments)
    service = PracticeService(
        credit=options.credit,
        token=options.token,
        state_file=options.state_file,
        flows=dict(options.flow),
    )
    try:
        server = SandboxServer(service, port=options.port, quiet=options.quiet)
    except OSError as error:
        sys.stderr.write(f"The port {options.port} cannot be used: {error}\n")
        return 2
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    with server:
        sys.stdout.write(f"Practice service on {server.url}\n")
        sys.stdout.flush()
        # Waiting in pieces: on Windows a wait without end does not hear Ctrl+C.
        while not ended.wait(0.2):
            pass
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop_app.sandbox", description=__doc__)
    parser.add_argument("--port", type=_port, default=8765, help="0 for any (default: 8765)")
    parser.add_argument("--credit", type=_rupees, default=PRACTICE_CREDIT, metavar="RUPEES")
    parser.add_argument("--token", default=PRACTICE_TOKEN, help="the token to accept")
    parser.add_argument("--state-file", type=Path, help="keep credit and payments in this file")
    parser.add_argument(
        "--flow",
        type=_flow,
        action="append",
        default=[],
        metavar="SLUG=NAME",
        help=f"serve an invented company of a flow as well: {', '.join(flow_names())}",
    )
    parser.add_argument("--quiet", action="store_true", help="no line a request")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= _LAST_PORT:
        raise argparse.ArgumentTypeError("a port is 0 to 65535")
    return port


def _flow(text: str) -> tuple[str, str]:
    slug, _, name = text.partition("=")
    if not slug or name not in flow_names():
        raise argparse.ArgumentTypeError("SLUG=NAME, with the name of a flow")
    return slug, name


def _rupees(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError("not an amount in rupees") from None
    if not amount.is_finite() or amount < 0:
        raise argparse.ArgumentTypeError("not an amount in rupees")
    return amount


if __name__ == "__main__":
    sys.exit(main())
