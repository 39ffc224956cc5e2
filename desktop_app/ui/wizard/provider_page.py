"""Step 1: which provider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.clock import AND_LATER, NEPAL
from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import HELD_STATES
from desktop_app.core.tile_order import arranged
from desktop_app.core.typed_text import typed_code, typed_text
from desktop_app.ui.kit.keyboard import ENTER_KEYS, digit_of, on_alt_digit
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    KeyHint,
    PlainLabel,
    TextField,
    Variant,
)
from desktop_app.ui.wizard.day_summary import TodayPanel
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.recent import RecentPanel
from desktop_app.ui.wizard.tile_grid import MAX_NUMBERED, TileGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customers import KnownAccount
    from desktop_app.core.lessons import PracticeCustomer
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.ports import DayFigures, Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_FEW = 4
_MONTH = timedelta(days=30)
_EARLY_KEYS = 4


@dataclass(frozen=True, slots=True)
class _Start:
    """The page's data, read on a worker."""

    providers: tuple[Provider, ...]
    uses: dict[str, int]
    known: tuple[KnownAccount, ...]
    practice: tuple[PracticeCustomer, ...]
    day: DayFigures
    is_interrupted: bool


class ProviderPage(Page):
    """Tiles to choose from, recent customers, and the day's figures."""

    recent_chosen = Signal(object, str, object)
    """A provider and the account id of a recent customer: look up at once."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "provider")
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.timeout.connect(self._fit_recent)
        self._providers: tuple[Provider, ...] = ()
        self._uses: dict[str, int] = {}
        self._shown: list[Provider] = []
        self._all = self._has_figures = False
        self._job = self._providers_job = 0
        self._early: list[QKeyEvent] = []
        """Digits and Enter that came before the tiles: a fast clerk need not wait for them."""
        self._build()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._search = TextField(
            theme,
            self.tr("Filter the providers"),
            height=48,
            icon="search",
            placeholder=self.tr("Type to filter, e.g. “vi”"),
        )
        self._search.edit.setObjectName("provider.search")
        widest = self.theme.scaled(330)
        self._search.setMaximumWidth(widest)
        self._search.setMinimumWidth(min(widest, self._search.wanted_width()))
        self._search.text_changed.connect(self._filter)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, self.tr("Choose the provider"), TextRole.TITLE), 1)
        head.addWidget(self._search, 1)
        self._tiles = TileGrid(theme, self.tr("Providers"))
        self._tiles.picked.connect(self._go_on)
        self._said = PlainLabel(theme, "", TextRole.BODY, "text2", name="provider.note", wrap=True)
        self._today = TodayPanel(self.context)
        left = QVBoxLayout()
        left.setSpacing(14)
        self._interrupted = Banner(
            theme,
            BannerKind.CAUTION,
            self.tr("Cash is still open."),
            self.tr(
                "The program was interrupted while money was open:"
                " look into Waiting (F4) before you go on."
            ),
            name="provider.interrupted",
        )
        self._interrupted.hide()
        left.addLayout(head)
        left.addWidget(self._tiles)
        left.addWidget(self._said)
        # Below the tiles, which must not move under a finger.
        left.addWidget(self._interrupted)
        left.addWidget(self._today)
        left.addStretch(1)
        self._recent = RecentPanel(self.context)
        self._recent.chosen.connect(self.recent_chosen)
        for digit in range(1, 7):
            on_alt_digit(self, digit, self._recent.take_digit)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addLayout(left, 1)
        row.addWidget(self._recent)
        self.body.addLayout(row, 1)
        self._hint = KeyHint(theme, "1–9", self.tr("Choose"))
        self.footer.add_left(self._hint)
        self._moves = KeyHint(theme, "← →", self.tr("Move"))
        self.footer.add_left(self._moves, 6)
        self._clears = KeyHint(theme, "Esc", self.tr("Clear the filter"), name="provider.clears")
        self._clears.hide()
        self.footer.add_left(self._clears)
        self._recent_hint = KeyHint(theme, "Alt 1–6", self.tr("Recent customer"))
        self._recent_hint.hide()
        self.footer.add_left(self._recent_hint, 6)
        self._next = Button(
            theme, self.tr("Next"), Variant.PRIMARY, key="Enter", name="provider.next"
        )
        self._next.clicked.connect(self._go_on)
        self.footer.add_right(self._next)

    # --- showing --------------------------------------------------------------------------

    def enter(self) -> None:
        """Read what changed since the page was last seen."""
        self._search.edit.clear()
        self._all = False
        self._early.clear()
        if self.flow.provider is None:
            self._tiles.choose(0)
        if self._search.edit.hasFocus():
            # Qt gives a page that comes back the keyboard where it was last.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_tiles()
        self.refresh()

    def keep(self) -> object:
        """The tile that is chosen."""
        return self._tiles.chosen

    def resume(self, kept: object) -> None:
        """Choose it again as soon as there are tiles."""
        if isinstance(kept, int):
            self._tiles.choose(kept)

    def refresh(self) -> None:
        """Read providers, uses, recent customers and the day's figures again.

        The tiles need no record of payments, which may take seconds to open: they come first.
        """
        self.context.tasks.cancel(self._providers_job)
        self.context.tasks.cancel(self._job)
        catalog, clock = self.context.catalog, self.context.clock
        environment = self.context.environment

        def load(desk: PaymentDesk, ledger: Ledger) -> _Start:
            now = clock.now()
            return _Start(
                providers=catalog.providers(),
                uses=ledger.uses(now - _MONTH),
                known=ledger.known_accounts(environment),
                practice=catalog.practice_customers(environment),
                day=ledger.day(clock.start_of_day(), now + AND_LATER),
                is_interrupted=_is_interrupted(desk, ledger),
            )

        self._providers_job = self.context.tasks.read(
            Job("list the providers", catalog.providers), self._take_providers
        )
        self._job = self.context.tasks.read(
            self.context.record_job("read the start page", load), self._take
        )

    def _take_providers(self, done: Result[tuple[Provider, ...]]) -> None:
        if done.value is None:
            self.context.session.report(done.error)
            return
        self._set_providers(done.value)
        self._show_tiles()
        early, self._early = self._early, []
        for event in early if self.isVisible() else ():
            self.takes_key(event)

    def _take(self, done: Result[_Start]) -> None:
        start = done.value
        if start is None:
            self.context.session.report(done.error)
            return
        self._uses = start.uses
        self._set_providers(start.providers)
        self._learn_order()
        names = {p.info.slug: p for p in self._providers}
        if start.practice:
            self._recent.show_lessons(start.practice, start.known, names)
        else:
            self._recent.show_accounts(start.known, names)
        self._today.show_figures(start.day)
        self._has_figures = True
        self._interrupted.setVisible(start.is_interrupted)
        self._show_recent_hint()
        self._show_tiles()

    def _show_recent_hint(self) -> None:
        count = self._recent.count()
        self._recent_hint.setVisible(count > 0)
        self._recent_hint.set_key(f"Alt 1–{count}" if count > 1 else "Alt 1")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height has room for more or fewer customers."""
        super().resizeEvent(event)
        # Afterwards: rows that go while the layouts are at work would be touched by them.
        self._refit.start()

    def _fit_recent(self) -> None:
        self._recent.fit()
        self._show_today()
        self._show_recent_hint()

    def _set_providers(self, providers: Sequence[Provider]) -> None:
        """Those that are switched on, in the order of the day."""
        settings = self.context.session.settings
        shown = {
            provider.info.slug: provider
            for provider in providers
            if provider.info.slug not in settings.providers_off
            and (not provider.info.retired or provider.info.slug in settings.providers_on)
        }
        order = settings.tiles.on(self._day(), shown)
        self._providers = tuple(
            shown[slug] for slug in arranged(shown, order, settings.providers_pinned)
        )

    def _learn_order(self) -> None:
        """Order the tiles of tomorrow by use. Use in practice does not count."""
        session = self.context.session
        if session.environment is Environment.PRACTICE:
            return
        slugs = [provider.info.slug for provider in self._providers]
        order = session.settings.tiles.on(self._day(), slugs)
        by_use = sorted(order.slugs, key=lambda slug: -self._uses.get(slug, 0))
        if tuple(by_use) != order.upcoming:
            session.keep_tile_order(order.learned(by_use))

    def _day(self) -> str:
        return self.context.clock.start_of_day().astimezone(NEPAL).date().isoformat()

    def _matching(self) -> list[Provider]:
        words = typed_code(self._search.text()).casefold()
        if words:
            return [p for p in self._providers if words in p.info.name.casefold()]
        return list(self._providers if self._all else self._providers[:MAX_NUMBERED])

    def _show_tiles(self) -> None:
        self._shown = self._matching()
        filtered = bool(self._search.text())
        few = len(self._providers) <= _FEW
        had_focus = self._tiles.has_keyboard
        self._tiles.show_providers(self._shown, self._uses, large=few, numbered=not filtered)
        self._say_what_is_shown()
        self._show_today()
        # A read that ends late must not take the keyboard from another page.
        if self.isVisible() and (had_focus or not self._search.edit.hasFocus()):
            self._tiles.take_keyboard()

    def _show_today(self) -> None:
        """Few tiles leave room for the day's figures; a small window has it only where it is high.

        They stand in Day close too, so that nobody scrolls for them.
        """
        few = 0 < len(self._providers) <= _FEW
        compact, body = self.theme.compact, self.page_body
        # Once they are read: all else has its room by then, and nothing moves.
        self._today.setVisible(few and (self._has_figures or not compact))
        if compact and not self._today.isHidden():
            is_high = body.needed_now() <= body.height()
            is_wide = self.body.totalMinimumSize().width() <= body.width()
            self._today.setVisible(is_high and is_wide)

    def _say_what_is_shown(self) -> None:
        words = typed_text(self._search.text())
        total, shown = len(self._providers), len(self._shown)
        if words and not shown:
            self._said.setText(self.tr("No provider called “{words}”").format(words=words))
        elif not words and shown < total:
            text = self.tr("{shown} most used of {total} providers are shown.")
            rest = self.tr("Type to find the others, * shows all.")
            self._said.setText(f"{text.format(shown=shown, total=total)} {rest}")
        else:
            self._said.setText("")
        self._said.setVisible(bool(self._said.text()))
        self._next.enable(bool(shown), self.tr("No company is shown."))
        nothing = bool(self._providers) and not shown
        self._hint.setVisible(shown > 0 and not words)
        self._moves.setVisible(not nothing)
        self._clears.setVisible(bool(words))
        self._hint.set_key(f"1–{min(MAX_NUMBERED, shown)}" if shown > 1 else "1")

    # --- choosing -------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._shown:
            self.flow.choose_provider(self._shown[self._tiles.chosen])
            self.step_changed.emit()

    def _filter(self) -> None:
        self._tiles.choose(0)
        self._show_tiles()

    def go_back(self) -> None:
        """Esc empties the filter."""
        self._search.edit.clear()
        self._all = False
        self._show_tiles()
        self._tiles.take_keyboard()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Digits choose, arrows move, letters go to the filter, Enter goes on."""
        digit = digit_of(event)
        if not self._providers and (event.key() in ENTER_KEYS or digit is not None):
            if not event.isAutoRepeat() and len(self._early) < _EARLY_KEYS:
                self._early.append(event.clone())
            return True
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._go_on()
            return True
        if digit is not None and not self._search.text():
            if digit <= len(self._shown):
                self._tiles.focus(digit - 1)
            return True
        if event.text() == "*":
            self._all = True
            self._show_tiles()
            return True
        if self._tiles.move_by(event.key()):
            return True
        if event.text().isprintable() and event.text().strip():
            self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.edit.insert(event.text())
            return True
        return False


def _is_interrupted(desk: PaymentDesk, ledger: Ledger) -> bool:
    """Tell whether a payment that the last run left unfinished still holds or owes cash."""
    now = (ledger.payment(payment.number) for payment in desk.recovered)
    return any(p is not None and (p.state in HELD_STATES or p.owes_cash) for p in now)
