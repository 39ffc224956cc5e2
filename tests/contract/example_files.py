"""The files of examples: one an endpoint, run for each of its brands.

``examples/<endpoint>.json`` holds what is entered, asked, answered and paid. The text
``$service_slug`` in a call stands for the brand's name in calls. Where two providers share an
endpoint with other fields, ``examples/<slug>.json`` is the file of its provider alone.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.dialogue import Call, Dialogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.provider import Provider

FOLDER = Path(__file__).parent / "examples"
BRAND = "$service_slug"


def read_json(path: Path) -> Any:
    """A JSON file as the client decodes an answer: no floats."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def file_of(provider: Provider) -> Path:
    """The file of a provider's examples, whether it is there or not."""
    own = FOLDER / f"{provider.info.slug}.json"
    is_own = own.is_file() and not provider.info.by_choice
    return own if is_own else FOLDER / f"{provider.info.endpoint}.json"


def examples_of(provider: Provider) -> Any:
    """A provider's examples; none where it has no file yet."""
    path = file_of(provider)
    if not path.is_file():
        return {"accounts": [], "refused": []}
    return named_for(read_json(path), provider)


def named_for(value: Any, provider: Provider) -> Any:
    """The same, with the provider's name in calls wherever the file leaves it open."""
    if isinstance(value, dict):
        return {key: named_for(item, provider) for key, item in value.items()}
    if isinstance(value, list):
        return [named_for(item, provider) for item in value]
    return name_in_calls(provider) if value == BRAND else value


def name_in_calls(provider: Provider) -> str:
    """The brand's name in the calls of an endpoint that serves several, else its slug.

    It is read from the first call, so that the endpoint's brands differ in nothing else.
    """
    values: Mapping[str, str] = {field.name: "1" for field in provider.info.fields}
    step = provider.next(Dialogue().entered(values))
    sent = step.fields.get("service_slug") if isinstance(step, Call) else None
    return sent if isinstance(sent, str) else provider.info.slug
