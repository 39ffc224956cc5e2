"""The sample companies and the practice service's flows keep to the documented examples.

What is sent has the documented fields, and what the practice service answers the documented shape.
"""

from __future__ import annotations

import json
from string import Template
from typing import TYPE_CHECKING

import httpx

from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.contract.test_sandbox_contract import Json, differences, example
from tests.sample_providers import cases, form_cases, more_cases
from tests.tables import each

if TYPE_CHECKING:
    from tests.sample_providers.case import Case

SENT = (
    (form_cases.METROLINK, ("metrolink/use-request",)),
    (form_cases.KRITI, ("kriti-darshan/use-request",)),
    (form_cases.ADSL, ("adsl/use-request",)),
    (
        form_cases.NIJGADH,
        ("nijgadh-cable/getpackages-request-internet", "nijgadh-cable/use-request-internet"),
    ),
    (cases.WIFI_NEPAL, ("wifi-nepal-v4/details-request", "wifi-nepal-v4/commit-request")),
    (cases.LNT_INFOTECH, ("hashcnet/details-request", "hashcnet/commit-request")),
    (cases.IZONE, ("konnect/details-request", "konnect/commit-request")),
    (cases.DISHHOME, ("dishhome-updated/details-request", "dishhome-updated/commit-request")),
    (cases.VIANET_BILL, ("vianet-updated/details-request", "vianet-updated/commit-request")),
    (cases.TECHMINDS, ("hashcnet-v2/details-request", "hashcnet-v2/commit-request")),
    (
        cases.WEBSURFER,
        ("times/userlist-request", "times/details-request", "times/commit-request"),
    ),
    (more_cases.SUBISU_DUE, ("subisu/details-request", "subisu/commit-request-outstanding")),
    (more_cases.SUBISU_PLAN, ("subisu/details-request", "subisu/commit-request-internet")),
)
"""Which example documents each call of a case."""

ANSWERED = (
    (form_cases.METROLINK, ("metrolink/use-response-queued",), {"detail", "extra_data"}),
    (form_cases.KRITI, ("kriti-darshan/use-response-queued",), set[str]()),
    (form_cases.ADSL, ("adsl/use-response-queued",), set[str]()),
    (
        cases.LNT_INFOTECH,
        ("hashcnet/details-response-success", "hashcnet/commit-response-success"),
        set[str](),
    ),
    (
        form_cases.NIJGADH,
        (
            "nijgadh-cable/getpackages-response-internet",
            "nijgadh-cable/use-response-queued-internet",
        ),
        set[str](),
    ),
    (
        cases.WIFI_NEPAL,
        ("wifi-nepal-v4/details-response-success", "wifi-nepal-v4/commit-response-success"),
        {"credits_available"},
    ),
    (
        cases.IZONE,
        ("konnect/details-response-active-user", "konnect/commit-response-success"),
        set[str](),
    ),
    (
        cases.DISHHOME,
        ("dishhome-updated/details-response-success", "dishhome-updated/commit-response-success"),
        set[str](),
    ),
    (
        cases.TECHMINDS,
        ("hashcnet-v2/details-response-success", "hashcnet-v2/commit-response-success"),
        set[str](),
    ),
    (
        cases.WEBSURFER,
        (
            "times/userlist-response-success",
            "times/details-response-success",
            "times/commit-response-success",
        ),
        set[str](),
    ),
)
"""Which example documents each answer, and the fields of the last one that may differ.

The figures of credit are placeholders in some examples, and one shows fewer fields than the others.
"""


def sent(case: Case) -> list[Json]:
    """The bodies of a case, with something in place of what is not known before."""
    known = {"token": PRACTICE_TOKEN, "session": "0", "r1": "a", "r2": "b", "pay": "c"}
    return [json.loads(Template(body).substitute(known)) for _, body in case.calls]


@each(("case", "names"), SENT, ids=[case.name for case, _ in SENT])
def test_a_call_has_the_documented_fields(case: Case, names: tuple[str, ...]) -> None:
    bodies = sent(case)
    assert len(bodies) == len(names)
    for body, name in zip(bodies, names, strict=True):
        documented = set(example(f"{name}.json"))
        assert set(body) - {"reference"} == documented - {"reference"}, name
        assert "reference" in body or "reference" not in documented, name


@each(("case", "names", "free"), ANSWERED, ids=[case.name for case, _, _ in ANSWERED])
def test_an_answer_has_the_documented_shape(
    case: Case, names: tuple[str, ...], free: set[str]
) -> None:
    service = PracticeService(flows=case.flows)
    session: object = 0
    with (
        SandboxServer(service) as server,
        httpx.Client(base_url=server.url, trust_env=False) as http,
    ):
        for (path, _), body, name in zip(case.calls, sent(case), names, strict=True):
            if "session_id" in body:
                body["session_id"] = session
            response = http.post(path, json=body)
            assert response.status_code == 200, response.text
            answer, wanted = response.json(), example(f"{name}.json")
            session = answer.get("session_id", session)
            if name == names[-1]:
                answer = {key: value for key, value in answer.items() if key not in free}
                wanted = {key: value for key, value in wanted.items() if key not in free}
            assert differences(answer, wanted) == [], name
