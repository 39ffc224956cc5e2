"""Environments: a base URL and a token, named together, that never mix (rule 10)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def is_allowed_url(url: str) -> bool:
    """Https anywhere, plain http only to a loopback address (rule 12), without user or query."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or "@" in parts.netloc or "?" in url or "#" in url:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)


class Environment(StrEnum):
    """The service that the shop talks to."""

    PRACTICE = "practice"
    TEST = "test"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Connection:
    """An environment with the base URL of its calls."""

    environment: Environment
    base_url: str

    def __post_init__(self) -> None:
        if not is_allowed_url(self.base_url):
            raise ValueError("a base URL must be https, or http to a loopback address")


LIVE = Connection(Environment.LIVE, "https://services.khalti.com")
TEST = Connection(Environment.TEST, "https://uatservices.khalti.com")
PRACTICE = Connection(Environment.PRACTICE, "http://127.0.0.1")
"""Practice is served inside the program; the URL only names that it is this computer."""

STANDARD = {c.environment: c for c in (LIVE, TEST, PRACTICE)}
