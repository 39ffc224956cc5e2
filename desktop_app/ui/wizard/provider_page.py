"""Step 1: which provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.billing.forms import NO_VALUES
from desktop_app.core.typed_text import typed_code, typed_text
from desktop_app.ui.kit.keyboard import ENTER_KEYS, NO_SCAN, digit_of, on_alt_digit
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    KeyHint,
    PlainLabel,
    TextField,
    Variant,
)
from desktop_app.ui.wizard.day_summary import DaySummary
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.pin_menu import PinMenu
from desktop_app.ui.wizard.provider_shelf import MAX_NUMBERED, ProviderShelf
from desktop_app.ui.wizard.provider_tiles import ProviderTiles
from desktop_app.ui.wizard.recent import RecentPanel
from desktop_app.ui.wizard.start_data import StartData, start_job

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.ports import DayFigures
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.widgets import Banner

_FEW = 4
_EARLY_KEYS = 4


class ProviderPage(Page):
    """Tiles to choose from, recent customers, and the day's figures."""

    recent_chosen = Signal(object, str, object)
    """A provider and the account id of a recent customer: look up at once."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "provider")
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.timeout.connect(self._fit_recent)
        self._shelf = ProviderShelf(context)
        self._shown: list[Provider] = []
        self._all = False
        self._job = self._providers_job = 0
        self._asked_last = ""
        self._interrupted: Banner | None = None
        self._today: DaySummary | None = None
        self._day: DayFigures | None = None
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
            name="provider.search",
        )
        widest = self.theme.scaled(330)
        self._search.setMaximumWidth(widest)
        self._search.setMinimumWidth(min(widest, self._search.wanted_width()))
        # A bar code is no company: the page takes it.
        self._search.setProperty(NO_SCAN, True)
        self._search.textChanged.connect(self._filter)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, self.tr("Choose the provider"), TextRole.TITLE), 1)
        head.addWidget(self._search, 1)
        self._tiles = ProviderTiles(theme, self.tr("Providers"))
        self._tiles.picked.connect(self._go_on)
        self._tiles.wants_menu.connect(self._show_menu)
        self._said = PlainLabel(theme, "", TextRole.BODY, "text2", name="provider.note", wrap=True)
        self._more = Button(theme, "", Variant.LINK, size=ButtonSize.SMALL, name="provider.more")
        self._more.clicked.connect(self._show_more)
        below = self._below = QHBoxLayout()
        below.addWidget(self._said, 1)
        below.addWidget(self._more)
        left = self._left = QVBoxLayout()
        left.setSpacing(10 if theme.compact else 14)
        left.addLayout(head)
        left.addWidget(self._tiles, 1000)
        left.addLayout(below)
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
        self._build_footer()

    def _build_footer(self) -> None:
        theme = self.theme
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
        self._search.clear()
        self._all = False
        self._early.clear()
        if self.flow.provider is None:
            self._tiles.choose(0)
        if self._search.hasFocus() or self.window().focusWidget() is None:
            # Qt gives a page that comes back the keyboard where it was last, and a new one none.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_tiles()
        self.refresh()

    def keep(self) -> object:
        """The tile that is chosen."""
        return self._tiles.current_id()

    def resume(self, kept: object) -> None:
        """Choose it again as soon as there are tiles."""
        if isinstance(kept, str):
            self._tiles.choose_id(kept)

    def refresh(self) -> None:
        """Read providers, uses, recent customers and the day's figures again.

        The tiles need no record of payments, which may take seconds to open: they come first.
        """
        self.context.tasks.cancel(self._providers_job)
        self.context.tasks.cancel(self._job)
        catalog = self.context.catalog
        self._providers_job = self.context.tasks.read(
            Job("list the providers", catalog.providers), self._take_providers
        )
        self._job = self.context.tasks.read(start_job(self.context), self._take)

    def _take_providers(self, done: Result[tuple[Provider, ...]]) -> None:
        if done.value is None:
            self.context.session.report(done.error)
            return
        self._shelf.put(done.value)
        self._show_tiles()
        early, self._early = self._early, []
        for event in early if self.isVisible() else ():
            self.takes_key(event)

    def _take(self, done: Result[StartData]) -> None:
        start = done.value
        if start is None:
            self.context.session.report(done.error)
            return
        self._shelf.uses = start.uses
        self._shelf.put(start.providers)
        self._shelf.learn_order()
        names = {p.info.slug: p for p in self._shelf.providers}
        self._asked_last = start.known[0].provider if start.known else ""
        if start.practice:
            self._recent.show_lessons(start.practice, start.known, names)
        else:
            self._recent.show_accounts(start.known, names)
        self._day = start.day
        if self._today is not None:
            self._today.show_figures(start.day)
        self._show_interrupted(is_interrupted=start.is_interrupted)
        self._show_recent_hint()
        self._show_tiles()

    def _show_interrupted(self, *, is_interrupted: bool) -> None:
        if is_interrupted and self._interrupted is None:
            from desktop_app.ui.wizard.interrupted import interrupted_banner

            self._interrupted = interrupted_banner(self.theme)
            # Below the tiles, which must not move under a finger.
            self._left.insertWidget(self._left.indexOf(self._below) + 1, self._interrupted)
        if self._interrupted is not None:
            self._interrupted.setVisible(is_interrupted)

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

    def _show_tiles(self) -> None:
        self._shown = self._shelf.chosen_by(self._search.text(), every=self._all)
        filtered = bool(self._search.text())
        had_focus = self._tiles.hasFocus()
        self._tiles.show_providers(
            self._shown,
            {} if filtered else self._shelf.digits(),
            uses=self._shelf.uses,
            not_enabled=self.context.session.not_enabled(self.context.environment),
            large=self._are_few,
            letter=self._shelf.letter if self._all and not filtered else None,
        )
        self._say_what_is_shown()
        self._show_today()
        # A read that ends late must not take the keyboard from another page.
        if self.isVisible() and (had_focus or not self._search.hasFocus()):
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Give the chosen tile the keyboard, where there is one."""
        if self._shown:
            self._tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _are_few(self) -> bool:
        """The tiles are large."""
        return 0 < len(self._shelf.providers) <= _FEW

    def _show_today(self) -> None:
        """Few tiles leave room for the day's figures, where the window is high enough for both.

        They stand in Day close too, so that nobody scrolls for them.
        """
        compact, body = self.theme.compact, self.page_body
        # Once they are read: all else has its room by then, and nothing moves.
        if not self._are_few or (self._day is None and compact):
            if self._today is not None:
                self._today.hide()
            return
        if self._today is None:
            # Only now: most shops have too many companies for it.
            self._today = DaySummary(self.context)
            self._left.insertWidget(self._left.count() - 1, self._today)
            if self._day is not None:
                self._today.show_figures(self._day)
        today = self._today
        today.show()
        # Where they come late, the tiles keep the height that they have till then.
        tiles = self._tiles
        kept = tiles.maximumHeight() - tiles.minimumSizeHint().height() if compact else 0
        is_high = body.needed_now() + kept <= body.height()
        is_wide = self.body.totalMinimumSize().width() <= body.width()
        today.setVisible(is_high and is_wide)

    def _say_what_is_shown(self) -> None:
        words = typed_text(self._search.text())
        total, shown = len(self._shelf.providers), len(self._shown)
        off = self._shelf.switched_off(words) if words and not shown else None
        if off is not None:
            text = self.tr("{provider} is switched off. It is in Settings, Providers.")
            self._said.setText(text.format(provider=off.name))
        elif words and not shown:
            self._said.setText(self.tr("No provider called “{words}”").format(words=words))
        elif not words and shown < total:
            text = self.tr("{shown} of {total} providers are shown.")
            rest = self.tr("Type to find the others.")
            self._said.setText(f"{text.format(shown=shown, total=total)} {rest}")
        elif self._all and not words:
            self._said.setText(self.tr("All {total} providers are shown.").format(total=total))
        else:
            self._said.setText("")
        self._said.setVisible(bool(self._said.text()))
        self._next.enable(bool(shown), self.tr("No company is shown."))
        nothing = bool(self._shelf.providers) and not shown
        self._more.setText(self.tr("Show the most used") if self._all else self.tr("Show all"))
        self._more.set_key("Esc" if self._all else "*")
        self._more.setVisible(not words and total > MAX_NUMBERED)
        self._hint.setVisible(shown > 0 and not words)
        self._moves.setVisible(not nothing)
        self._moves.set_key("← →" if self._are_few else "↑ ↓ ← →")
        self._clears.setVisible(bool(words))
        numbered = min(MAX_NUMBERED, total)
        self._hint.set_key(f"1–{numbered}" if numbered > 1 else "1")

    def _show_more(self) -> None:
        """Show all of them, or the most used again."""
        if self._all:
            self.go_back()
            return
        self._all = True
        self._search.clear()
        self._show_tiles()
        self._tiles.choose(0)
        self._take_keyboard()

    def _show_menu(self, slug: str, where: QPoint) -> None:
        """Offer to pin a company to the front, or to let it go."""
        menu = PinMenu(self.context, self._shelf, slug, self)
        menu.changed.connect(self._show_tiles)
        menu.changed.connect(self._take_keyboard)
        menu.popup(where)

    # --- choosing -------------------------------------------------------------------------

    def _go_on(self) -> None:
        chosen = self._tiles.current_id()
        provider = next((one for one in self._shown if one.info.slug == chosen), None)
        if provider is not None:
            self.flow.choose_provider(provider)
            self.step_changed.emit()

    def _filter(self) -> None:
        self._show_tiles()
        self._tiles.choose(0)

    def take_scan(self, text: str) -> bool:
        """Look a bar code up as an account of the company asked last; False without one."""
        slug = self._asked_last
        provider = next((one for one in self._shelf.providers if one.info.slug == slug), None)
        if provider is not None:
            self.recent_chosen.emit(provider, typed_code(text), NO_VALUES)
        return provider is not None

    def go_back(self) -> None:
        """Esc empties the filter."""
        self._search.clear()
        self._all = False
        self._show_tiles()
        self._take_keyboard()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Digits choose, arrows move, letters go to the filter, Enter goes on."""
        digit = digit_of(event)
        if not self._shelf.providers and (event.key() in ENTER_KEYS or digit is not None):
            if not event.isAutoRepeat() and len(self._early) < _EARLY_KEYS:
                self._early.append(event.clone())
            return True
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._go_on()
            return True
        if digit is not None and not self._search.text():
            numbered = self._shelf.first_ones()
            if digit <= len(numbered):
                self._tiles.focus(self._tiles.number_of(numbered[digit - 1].info.slug))
            return True
        if event.text() == "*":
            if not self._all:
                self._show_more()
            return True
        if self._tiles.move_by(event.key()):
            return True
        if event.text().isprintable() and event.text().strip():
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.insert(event.text())
            return True
        return False
