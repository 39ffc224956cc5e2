"""The owner's settings: plain values, kept on this computer only. Tokens are never among them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.shop import Shop
from desktop_app.core.tile_order import TileOrder

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError

NOT_ENABLED = "1008"
"""The service's code for a provider that it has not enabled for the shop's account."""


class Language(StrEnum):
    """The language of the screens, or of the paper."""

    ENGLISH = "en"
    NEPALI = "ne"


class Look(StrEnum):
    """Colours of the window."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class TextSize(StrEnum):
    """The size of all texts in the window."""

    NORMAL = "normal"
    LARGE = "large"


class Paper(StrEnum):
    """The paper on which receipts are printed."""

    ROLL_58 = "58mm"
    ROLL_80 = "80mm"
    A5 = "a5"
    A4 = "a4"


_MAX_NAMES = 8
"""Names of people at the counter that are remembered."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's settings. ``environment`` is None until the first start was answered."""

    environment: Environment | None = None
    shop: Shop = field(default_factory=Shop)
    operator: str = ""
    operators: tuple[str, ...] = ()
    """Names that stood at the counter before, the last one first."""
    lock_after_minutes: int = 0
    """Minutes without use after which the counter locks; 0 for never. Only where there are PINs."""
    language: Language = Language.ENGLISH
    receipt_language: Language = Language.ENGLISH
    look: Look = Look.LIGHT
    text_size: TextSize = TextSize.NORMAL
    rounding: CashRounding = CashRounding.NEAREST
    paper: Paper = Paper.ROLL_80
    printer: str = ""
    prints_at_once: bool = False
    sounds: bool = True
    nepali_digits: bool = False
    complain_within: int = 1
    complain_between: int = 3
    """Working days after which the shop complains about a payment without an outcome: where the
    service alone has it, and where it has passed it on."""
    asks_opening_cash: bool = True
    """Whether the first payment of a day asks what lies in the drawer."""
    warn_below: Money = field(default_factory=lambda: Money.rupees(10_000))
    providers_on: tuple[str, ...] = ()
    """Slugs of retired providers that the owner switched on."""
    providers_off: tuple[str, ...] = ()
    """Slugs of providers that the owner does not want to see."""
    providers_pinned: tuple[str, ...] = ()
    """Slugs of providers that stand first, in this order."""
    providers_not_enabled: tuple[str, ...] = ()
    """``environment/slug`` of providers that the service has not enabled for the shop's account."""
    provider_endpoints: tuple[str, ...] = ()
    """``slug/endpoint`` of brands that the owner turned to another endpoint of the service."""
    tile_day: str = ""
    tile_order: tuple[str, ...] = ()
    tile_order_next: tuple[str, ...] = ()
    """The order of the providers' tiles on a day, and from the next day on: ``TileOrder``."""
    test_url: str = ""
    live_url: str = ""
    """Other base URLs than the standard ones; empty for the standard."""

    def changed_names(self, before: Settings) -> tuple[str, ...]:
        """Names of the owner's settings that have other values than before."""
        names = (one.name for one in fields(self) if one.name not in OF_WORK)
        return tuple(name for name in names if getattr(self, name) != getattr(before, name))

    def remembering(self, before: Settings) -> Settings:
        """These settings, which remember who stood at the counter before."""
        names = dict.fromkeys((self.operator, before.operator, *self.operators))
        return replace(self, operators=tuple(name for name in names if name)[:_MAX_NAMES])

    def with_changes(self, before: Settings, after: Settings) -> Settings:
        """These settings with what was changed in others, but their environment."""
        names = (one.name for one in fields(self) if one.name != "environment")
        values = {name: getattr(after, name) for name in names}
        return replace(self, **{n: v for n, v in values.items() if v != getattr(before, n)})

    @property
    def tiles(self) -> TileOrder:
        """The order of the providers' tiles."""
        return TileOrder(self.tile_day, self.tile_order, self.tile_order_next)

    def not_enabled(self, environment: Environment) -> frozenset[str]:
        """Slugs of providers that are not enabled in an environment, as the last answer said."""
        parts = (entry.partition("/") for entry in self.providers_not_enabled)
        return frozenset(slug for where, _, slug in parts if where == environment.value)

    def after_lookup(
        self, environment: Environment, slug: str, error: BhuktaniError | None
    ) -> Settings:
        """These settings after a look-up; ``error`` is why it gave no account, None if it did.

        A look-up that was answered shows that the provider is enabled, also where nothing is to be
        paid. Other errors say nothing about it.
        """
        if error is None or error.problem is Problem.NOTHING_TO_PAY:
            return self._with_enabled(environment, slug, is_enabled=True)
        is_refused = error.details.get("code") == NOT_ENABLED
        return self._with_enabled(environment, slug, is_enabled=False) if is_refused else self

    def after_payment(
        self, environment: Environment, slug: str, *, is_accepted: bool, code: str
    ) -> Settings:
        """These settings after a payment was answered; ``code`` is that of a refusal.

        A company that is read nothing of has no look-up that could say the same.
        """
        if not is_accepted and code != NOT_ENABLED:
            return self
        return self._with_enabled(environment, slug, is_enabled=is_accepted)

    def _with_enabled(self, environment: Environment, slug: str, *, is_enabled: bool) -> Settings:
        entry = f"{environment.value}/{slug}"
        others = tuple(one for one in self.providers_not_enabled if one != entry)
        kept = others if is_enabled else (*others, entry)
        return replace(self, providers_not_enabled=kept)

    @property
    def chosen_endpoints(self) -> dict[str, str]:
        """The endpoints that the owner chose, by the slugs of their brands."""
        parts = (entry.partition("/") for entry in self.provider_endpoints)
        return {slug: endpoint for slug, _, endpoint in parts if endpoint}

    def with_endpoint(self, slug: str, endpoint: str) -> Settings:
        """These settings with another endpoint for a brand; empty for its usual one."""
        others = {one: at for one, at in self.chosen_endpoints.items() if one != slug}
        chosen = {**others, slug: endpoint} if endpoint else others
        return replace(self, provider_endpoints=tuple(f"{k}/{v}" for k, v in chosen.items()))

    def with_tiles(self, order: TileOrder) -> Settings:
        """These settings with another order of the tiles."""
        return replace(
            self,
            tile_day=order.day,
            tile_order=order.slugs,
            tile_order_next=order.next_slugs,
        )


OF_WORK = frozenset(
    {
        "language", "operator", "operators", "providers_pinned", "tile_day", "tile_order",
        "tile_order_next", "providers_not_enabled",
    }
)  # fmt: skip
"""Settings that follow from a clerk's work, or that a clerk may change."""


class SettingsStore(Protocol):
    """Reads and writes the settings of one data folder."""

    def load(self) -> Settings:
        """The settings; defaults where there are none or a value cannot be read."""

    def save(self, settings: Settings) -> None:
        """Write them as a whole, or not at all; raises ``LedgerError`` if it cannot be done."""


class SaltedStore(SettingsStore, Protocol):
    """Settings with this computer's salt for naming tokens."""

    def salt(self) -> str:
        """Random text, made once in a data folder."""
