"""The practice service as a program meets it: in its own process, over HTTP, as a command."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import pytest

from desktop_app.sandbox.__main__ import main
from desktop_app.sandbox.practice import MAX_BYTES, PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.sandbox.transport import PracticeTransport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.sandbox.replies import Reply

ROOT = Path(__file__).parents[2]
DETAILS, COMMIT = (
    "/api/servicegroup/details/worldlink-v2/",
    "/api/servicegroup/commit/worldlink-v2/",
)


def asked(username: str, reference: str = "d") -> dict[str, Any]:
    return {"token": PRACTICE_TOKEN, "reference": reference, "username": username}


def chosen(session: object, reference: str = "c") -> dict[str, Any]:
    return {
        "token": PRACTICE_TOKEN,
        "reference": reference,
        "session_id": session,
        "package_id": 1990668,
        "amount": 1356,
    }


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


@pytest.fixture(params=["inside", "http"])
def client(request: pytest.FixtureRequest) -> Iterator[tuple[httpx.Client, PracticeService]]:
    """The same conversation with both ways to reach the service."""
    service = PracticeService()
    if request.param == "inside":
        transport = PracticeTransport(service)
        with httpx.Client(transport=transport, base_url="http://127.0.0.1") as client:
            yield client, service
        return
    with (
        SandboxServer(service) as running,
        httpx.Client(base_url=running.url, trust_env=False) as client,
    ):
        yield client, service


def test_a_payment_from_look_up_to_balance(
    client: tuple[httpx.Client, PracticeService],
) -> None:
    http, service = client
    session = http.post(DETAILS, json=asked("rambdr_thapa")).json()["session_id"]
    paid = http.post(COMMIT, json=chosen(session))
    assert (paid.status_code, paid.json()["state"]) == (200, "Success")
    assert paid.headers["content-type"] == "application/json"
    token = quote(PRACTICE_TOKEN, safe="")
    assert http.get(f"/api/service/status/{token}/c").json()["state"] == "Success"
    body = {"token": PRACTICE_TOKEN, "reference": "c"}
    assert http.request("GET", "/api/service/status/", json=body).json()["amount"] == 1356
    many = {"token": PRACTICE_TOKEN, "references": "c,x", "reference_length": 2}
    answer = http.request("GET", "/api/service/bulk/status/", json=many).json()
    assert [entry["state"] for entry in answer["detail"]] == ["Success", "Error"]
    balance = http.request("GET", "/api/balance", json={"token": PRACTICE_TOKEN})
    assert balance.json()["credits_available"] == 98_644
    assert [payment.reference for payment in service.payments] == ["c"]
    assert http.get("/nothing/here").status_code == 404


def test_an_answer_that_never_comes_is_a_broken_call(
    client: tuple[httpx.Client, PracticeService],
) -> None:
    http, service = client
    session = http.post(DETAILS, json=asked("practice_no_answer")).json()["session_id"]
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        http.post(COMMIT, json=chosen(session))
    assert [payment.state for payment in service.payments] == ["Success"]
    with pytest.raises(httpx.TransportError):
        http.post(DETAILS, json=asked("practice_no_network", "d2"))


def test_a_body_that_is_too_large_is_refused(
    client: tuple[httpx.Client, PracticeService],
) -> None:
    http, _ = client
    assert http.post(DETAILS, content=b" " * (MAX_BYTES + 1)).status_code == 413


def test_slowness_is_slept_by_the_transport() -> None:
    naps: list[float] = []
    transport = PracticeTransport(PracticeService(), sleep=naps.append)
    with httpx.Client(transport=transport, base_url="http://127.0.0.1", timeout=5) as http:
        session = http.post(DETAILS, json=asked("practice_slow")).json()["session_id"]
        assert http.post(COMMIT, json=chosen(session)).json()["state"] == "Success"
        session = http.post(DETAILS, json=asked("practice_slow_pay", "d2")).json()["session_id"]
        with pytest.raises(httpx.ReadTimeout):
            http.post(COMMIT, json=chosen(session, "c2"))
    assert naps == [4.0, 5.0]


def test_no_network_is_a_connection_that_was_never_made() -> None:
    transport = PracticeTransport(PracticeService())
    with httpx.Client(transport=transport, base_url="http://127.0.0.1") as http:
        with pytest.raises(httpx.ConnectError):
            http.post(DETAILS, json=asked("practice_no_network"))
        session = http.post(DETAILS, json=asked("practice_not_sent", "d2")).json()["session_id"]
        with pytest.raises(httpx.ConnectError):
            http.post(COMMIT, json=chosen(session))


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow answer takes longer than the busiest computer takes to end one."""
    monkeypatch.setattr("desktop_app.sandbox.counter.SLOW_SECONDS", 30.0)


@pytest.mark.usefixtures("slowly")
def test_closing_the_client_ends_a_slow_call() -> None:
    transport = PracticeTransport(PracticeService())
    http = httpx.Client(transport=transport, base_url="http://127.0.0.1", timeout=60)
    threading.Timer(0.2, http.close).start()
    start = time.monotonic()
    with pytest.raises(httpx.ReadError):
        http.post(DETAILS, json=asked("practice_slow"))
    assert time.monotonic() - start < 15


def test_many_at_once_each_pay_once(server: SandboxServer) -> None:
    def pay(number: int) -> int:
        with httpx.Client(base_url=server.url, trust_env=False, timeout=30) as http:
            answer = http.post(DETAILS, json=asked("rambdr_thapa", f"d{number}")).json()
            # Two customers share each reference.
            body = chosen(answer["session_id"], f"c{number // 2}")
            return http.post(COMMIT, json=body).status_code

    with ThreadPoolExecutor(12) as pool:
        statuses = sorted(pool.map(pay, range(24)))
    assert statuses == [200] * 12 + [400] * 12
    assert len(server.service.payments) == 12
    assert server.service.credit == 100_000 - 12 * 1356


def test_one_connection_carries_many_calls_quickly(server: SandboxServer) -> None:
    seconds: list[float] = []
    with httpx.Client(base_url=server.url, trust_env=False) as http:
        for number in range(50):
            start = time.monotonic()
            http.post(DETAILS, json=asked("rambdr_thapa", f"d{number}"))
            seconds.append(time.monotonic() - start)
    # With delayed acknowledgements each of them would take 40 ms.
    assert min(seconds) < 0.03


@pytest.mark.parametrize("head", ["Content-Length: -1", "Transfer-Encoding: chunked"])
def test_a_body_of_unknown_length_is_refused(server: SandboxServer, head: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as raw:
        raw.sendall(f"POST {DETAILS} HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n".encode())
        assert b" 413 " in raw.recv(100)


@pytest.mark.usefixtures("slowly")
def test_stopping_breaks_what_is_under_way() -> None:
    with SandboxServer() as server, httpx.Client(base_url=server.url, trust_env=False) as http:
        http.post(DETAILS, json=asked("rambdr_thapa"))  # leaves a connection open
        broken: list[Exception | Reply] = []

        def wait_for_answer() -> None:
            try:
                http.post(DETAILS, json=asked("practice_slow", "d2"), timeout=30)
            except httpx.TransportError as error:
                broken.append(error)

        thread = threading.Thread(target=wait_for_answer)
        thread.start()
        while len(server.service.heard) < 2:
            time.sleep(0.01)
        start = time.monotonic()
        server.stop()
        thread.join()
        assert time.monotonic() - start < 15
    assert len(broken) == 1


def test_a_caller_that_goes_away_is_no_fault(
    server: SandboxServer, capfd: pytest.CaptureFixture[str]
) -> None:
    for sent in (b"", b"POST ", f"POST {DETAILS} HTTP/1.1\r\nContent-Length: 9\r\n\r\n".encode()):
        with socket.create_connection(("127.0.0.1", server.port)) as raw:
            raw.sendall(sent)
    assert httpx.get(f"{server.url}/", trust_env=False).status_code == 404
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command_serves_until_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "desktop_app.sandbox", "--port", "0", "--credit", "1400"]
    command += ["--token", "T", "--state-file", str(tmp_path / "state.json")]
    command += ["--flow", "hill-net=price_list"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Practice service on http://127.0.0.1:")
        with httpx.Client(base_url=line.split()[-1], trust_env=False) as http:
            answer = http.request("GET", "/api/balance", json={"token": "T"})
            assert answer.json()["credits_available"] == 1400
            http.get("/api/service/status/SECRET/abc")
            listed = {"token": "T", "type": "tv"}
            assert http.post("/api/servicegroup/getpackages/hill-net/", json=listed).is_success
            body = {**asked("rambdr_thapa"), "token": "T"}
            http.post(DETAILS, json=body)
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (0, "")
    assert "/api/service/status/***/abc" in err
    assert "SECRET" not in err
    assert json.loads((tmp_path / "state.json").read_bytes())["references"] == ["d"]


def test_a_port_that_is_taken_is_said_plainly(
    server: SandboxServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--port", str(server.port)]) == 2
    assert "cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [["--port", "70000"], ["--credit", "NaN"], ["--credit", "x"], ["--flow", "hill-net=nothing"]],
)
def test_wrong_options_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(wrong)
    assert "usage" in capsys.readouterr().err
