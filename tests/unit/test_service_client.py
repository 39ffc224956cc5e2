"""The client against real sockets: what it sends, and what it makes of whole answers."""

from __future__ import annotations

import json
import threading
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Verdict, judge_commit, judge_lookup
from desktop_app.service.client import Timeouts
from tests.servers import Received, Reply, ScriptedServer, json_reply, raw, wait_until
from tests.service_calls import (
    ACTS,
    COMMIT,
    DETAILS,
    REFERENCE,
    SUCCESS,
    TOKEN,
    ask,
    at,
    commit,
)
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.payments.ports import Service


def test_it_fulfils_the_port() -> None:
    with at("http://127.0.0.1") as service:
        as_port: Service = service
        assert as_port.connection.environment is Environment.TEST
        assert as_port.connection_id == "id"


def test_details_are_posted_with_token_and_reference() -> None:
    with ScriptedServer(json_reply({"status": True})) as server:
        answer = ask(server, ACTS["read"])
    (request,) = server.received
    assert (request.method, request.path) == ("POST", "/api/servicegroup/details/worldlink-v2/")
    assert request.json == {"token": TOKEN, "reference": REFERENCE, "username": "online_renew"}
    assert request.headers["content-type"] == "application/json"
    assert answer == ServiceResponse(http_status=200, body={"status": True})


@pytest.mark.parametrize(
    ("call", "reference"),
    [(DETAILS, None), (Call(DETAILS.path, DETAILS.fields, with_reference=False), REFERENCE)],
)
def test_no_reference_where_none_belongs(call: Call, reference: str | None) -> None:
    with ScriptedServer(json_reply({"status": True})) as server:
        ask(server, lambda service: service.read(call, reference))
    assert server.received[0].json == {"token": TOKEN, "username": "online_renew"}


def test_commit_sends_exact_numbers_on_a_connection_of_its_own() -> None:
    with ScriptedServer(json_reply(SUCCESS)) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        service.read(DETAILS, "b")
        assert server.connections == 1, "reads share a connection"
        answer = service.commit(COMMIT, REFERENCE)
        service.commit(COMMIT, "another")
        assert server.connections == 3
    request = server.received[2]
    assert request.path == COMMIT.path
    assert b'"amount":277.98' in request.body
    assert request.json == {
        "token": TOKEN,
        "session_id": 22906,
        "amount": 277.98,
        "package_id": "1888768",
        "reference": REFERENCE,
    }
    assert request.headers["connection"] == "close"
    assert request.headers["accept-encoding"] == "identity"
    assert judge_commit(answer).verdict is Verdict.PAID


DOCUMENTED = Path(__file__).parents[1] / "contract" / "documented"


@each(
    ("name", "file"),
    [
        ("read", "worldlink-v2/details-request.json"),
        ("commit", "worldlink-v2/commit-request.json"),
        ("lookup", "lookup/lookup-request.json"),
        ("lookup_many", "bulk-lookup/bulk-request.json"),
        ("balance", "balance/balance-request.json"),
    ],
)
def test_bodies_have_the_fields_of_the_examples(name: str, file: str) -> None:
    expected = json.loads((DOCUMENTED / file).read_bytes())
    with (
        ScriptedServer(json_reply(SUCCESS)) as server,
        at(server.url) as service,
    ):
        ACTS[name](service)
    assert server.received[0].json.keys() == expected.keys()


def test_lookup_of_several() -> None:
    with ScriptedServer(json_reply({"status": True, "detail": []})) as server:
        answer = ask(server, ACTS["lookup_many"])
    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/api/service/bulk/status/")
    assert request.json == {
        "token": TOKEN,
        "references": f"{REFERENCE},other",
        "reference_length": 2,
    }
    assert answer.body["detail"] == []


def test_balance_has_no_final_slash() -> None:
    with ScriptedServer(json_reply({"credits_available": 161155.5})) as server:
        answer = ask(server, ACTS["balance"])
    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/api/balance")
    assert request.json == {"token": TOKEN}
    assert answer.body["credits_available"] == Decimal("161155.5")


def test_base_url_with_a_folder_and_a_slash() -> None:
    with ScriptedServer(json_reply({})) as server, at(f"{server.url}/base/") as service:
        service.balance()
    assert server.paths == ["/base/api/balance"]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer(json_reply({})) as proxy, ScriptedServer(json_reply({})) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert ask(server, ACTS["balance"]).problem is None
    assert (proxy.connections, server.connections) == (0, 1)


def test_cookies_are_not_sent_back() -> None:
    reply = raw(200, b"{}", headers={"Set-Cookie": "sessionid=1; Path=/"})
    with ScriptedServer(reply) as server, at(server.url) as service:
        service.balance()
        service.balance()
    assert "cookie" not in server.received[1].headers


def test_reads_in_several_threads_do_not_mix() -> None:
    def echo(request: Received) -> Reply:
        return json_reply({"status": True, "reference": request.json["reference"]})

    found: dict[str, str] = {}
    with ScriptedServer(echo) as server, at(server.url, timeouts=Timeouts()) as service:

        def look(name: str) -> None:
            found[name] = service.read(DETAILS, name).text("reference")

        threads = [threading.Thread(target=look, args=(f"r{n}",)) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {f"r{n}": f"r{n}" for n in range(20)}


def test_closing_during_a_commit_does_not_stop_it() -> None:
    answers: list[ServiceResponse] = []
    reply = Reply(json_reply(SUCCESS).data, delay=0.3)
    with ScriptedServer(reply) as server, at(server.url) as service:
        thread = threading.Thread(target=lambda: answers.append(commit(service)))
        thread.start()
        wait_until(lambda: bool(server.received))
        service.close()
        thread.join()
        assert judge_commit(answers[0]).verdict is Verdict.PAID
        assert service.balance().body == SUCCESS, "a later call opens a new connection"


def test_a_lookup_reads_the_examples_of_the_contract() -> None:
    body = {
        "status": True,
        "state": "Success",
        "reference": REFERENCE,
        "response_id": 123647,
        "amount": 10.0,
        "refunded": False,
        "refunded_amount": 0.0,
        "refunds": [],
    }
    with ScriptedServer(json_reply(body)) as server:
        judgement = judge_lookup(
            ask(server, ACTS["lookup"]),
            reference=REFERENCE,
            amount=Money.rupees(10),
            acknowledged=False,
            may_be_final=True,
        )
    assert (judgement.verdict, judgement.transaction_id) == (Verdict.PAID, "123647")
