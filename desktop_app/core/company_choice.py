"""The companies that a shop shows: which are on, and which are pinned to the front.

It is a choice of what the start page offers. Payments and customers of a company stay as they are,
whether it is on or off, and so does what the settings say of companies that this program does not
know.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.core.settings import Settings


def is_on(settings: Settings, info: ProviderInfo) -> bool:
    """The start page shows the company. A retired one is off until the owner wants it."""
    if info.slug in settings.providers_off:
        return False
    return not info.retired or info.slug in settings.providers_on


def switched(settings: Settings, info: ProviderInfo, *, on: bool) -> Settings:
    """The settings with one company on or off."""
    kept_on = tuple(slug for slug in settings.providers_on if slug != info.slug)
    kept_off = tuple(slug for slug in settings.providers_off if slug != info.slug)
    if on and info.retired:
        kept_on += (info.slug,)
    if not on and not info.retired:
        kept_off += (info.slug,)
    return replace(settings, providers_on=kept_on, providers_off=kept_off)


def with_only(
    settings: Settings, infos: Iterable[ProviderInfo], wanted: Container[str]
) -> Settings:
    """The settings with these companies on and the others off."""
    for info in infos:
        settings = switched(settings, info, on=info.slug in wanted)
    return settings


def pinned(settings: Settings, slug: str, *, first: bool) -> Settings:
    """The settings with a company as the last of the pinned ones, or as none of them."""
    others = tuple(one for one in settings.providers_pinned if one != slug)
    return replace(settings, providers_pinned=(*others, slug) if first else others)


def pinned_shown(settings: Settings, infos: Iterable[ProviderInfo]) -> tuple[str, ...]:
    """The slugs of the pinned companies that are shown, in the order of their digits."""
    shown = {info.slug for info in infos if is_on(settings, info)}
    return tuple(slug for slug in settings.providers_pinned if slug in shown)
