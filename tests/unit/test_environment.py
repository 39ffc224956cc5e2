"""Base URLs: https, or plain http to this computer alone (rule 12)."""

from __future__ import annotations

import pytest

from desktop_app.core.environment import STANDARD, Connection, Environment, is_allowed_url
from tests.tables import each

ALLOWED = [
    "https://services.khalti.com",
    "https://uatservices.khalti.com",
    "https://services.khalti.com/",
    "https://services.khalti.com:8443/base",
    "HTTPS://services.khalti.com",
    "http://127.0.0.1",
    "http://127.0.0.1:8080",
    "http://localhost:5000",
    "http://[::1]:5000",
]

REFUSED = [
    "",
    "services.khalti.com",
    "//services.khalti.com",
    "http://services.khalti.com",
    "http://192.168.1.5",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1@example.com",
    "http://0.0.0.0",
    "http://[::2]",
    "ftp://services.khalti.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://",
    "https:services.khalti.com",
    "https:///path",
    "https://user@services.khalti.com",
    "https://user:secret@services.khalti.com",
    "https://:secret@services.khalti.com",
    "https://services.khalti.com?token=1",
    "https://services.khalti.com#top",
]

# urlsplit raises for these instead of answering.
MALFORMED = ["https://[", "https://[::1", "https://]", "http://[127.0.0.1"]


@each("url", ALLOWED)
def test_https_and_this_computer_are_allowed(url: str) -> None:
    assert is_allowed_url(url)
    assert Connection(Environment.TEST, url).base_url == url


@each("url", REFUSED)
def test_every_other_url_is_refused(url: str) -> None:
    assert not is_allowed_url(url)


@each("url", [*REFUSED, *MALFORMED])
def test_no_connection_is_made_to_a_refused_url(url: str) -> None:
    with pytest.raises(ValueError, match=r"base URL|URL|IPv"):
        Connection(Environment.LIVE, url)


@pytest.mark.parametrize("url", MALFORMED)
def test_a_malformed_url_is_refused_like_any_other(url: str) -> None:
    assert not is_allowed_url(url)


def test_each_environment_has_its_standard_url() -> None:
    assert set(STANDARD) == set(Environment)
    assert STANDARD[Environment.LIVE].base_url == "https://services.khalti.com"
    assert STANDARD[Environment.TEST].base_url == "https://uatservices.khalti.com"
    assert all(STANDARD[name].environment is name for name in Environment)
