"""Internet companies: tables of those that share a flow, and one file for each odd flow.

A file defines ``PROVIDER``, or ``PROVIDERS`` where it makes several. It is found automatically;
nothing else in the program names a provider. The flows that companies share are in ``families``.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from desktop_app.core.billing.provider import Provider

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FAMILIES = "families"


def all_providers() -> tuple[Provider, ...]:
    """Every provider of the program at its usual endpoint, those in use first, then by rank and
    name.

    ``iter_modules`` also sees a frozen program's modules (PyInstaller brings a run-time hook for
    it), provided that they were collected: nothing imports them by name, so the spec has to list
    ``collect_submodules("desktop_app.providers")`` as hidden imports.
    """
    return in_order(provider for provider in _found() if not provider.info.by_choice)


def other_endpoints() -> tuple[Provider, ...]:
    """The providers at other endpoints of their brands, which only the owner's choice brings in."""
    return tuple(provider for provider in _found() if provider.info.by_choice)


def at_endpoints(
    providers: Iterable[Provider], others: Iterable[Provider], chosen: Mapping[str, str]
) -> tuple[Provider, ...]:
    """The providers, each at the endpoint that was chosen for its slug; where that is none of its
    own, at the usual one.
    """
    found = {(other.info.slug, other.info.endpoint): other for other in others}
    return tuple(
        found.get((one.info.slug, chosen.get(one.info.slug, "")), one) for one in providers
    )


@cache
def _found() -> tuple[Provider, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(one for name in names if name != _FAMILIES for one in _providers_of(name))


def in_order(providers: Iterable[Provider]) -> tuple[Provider, ...]:
    """The providers in a stable order, retired ones last.

    Raises:
        ValueError: two share a slug, which names a provider in the ledger permanently.
    """
    by_slug: dict[str, Provider] = {}
    for provider in providers:
        slug = provider.info.slug
        if slug in by_slug:
            raise ValueError(f"two providers share the slug {slug!r}")
        by_slug[slug] = provider
    return tuple(sorted(by_slug.values(), key=_rank))


def _rank(provider: Provider) -> tuple[bool, int, str, str]:
    info = provider.info
    return info.retired, info.rank, info.name.casefold(), info.slug


def _providers_of(name: str) -> tuple[Provider, ...]:
    module = import_module(f"{__name__}.{name}")
    found: object = getattr(module, "PROVIDERS", None) or (getattr(module, "PROVIDER", None),)
    if not isinstance(found, tuple) or not all(isinstance(one, Provider) for one in found):
        raise TypeError(f"{module.__name__} defines neither PROVIDER nor PROVIDERS")
    return found
