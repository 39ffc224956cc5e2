"""What the tests of older lists share: companies, the columns of a list, and its rows."""

from __future__ import annotations

from desktop_app.core.old_lists.columns import Part
from desktop_app.core.old_lists.text import read_list
from desktop_app.providers import all_providers

PROVIDERS = {one.info.slug: one for one in all_providers()}
INFOS = tuple(one.info for one in PROVIDERS.values())
WL, VN = "worldlink-v2", "vianet-updated"
P = Part
ALL = {P.NAME: 0, P.PHONE: 1, P.ACCOUNT: 2, P.COMPANY: 3, P.NOTE: 4}


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    return read_list(text.encode()).rows
