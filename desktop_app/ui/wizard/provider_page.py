"""Step 1: which provider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.flow import Flow
from desktop_app.core.ports import DayFigures, KnownAccount
from desktop_app.core.provider import Provider
from desktop_app.core.typed_text import typed_code, typed_text
from desktop_app.ui.background import Done
from desktop_app.ui.session import Context
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, KeyHint, PlainLabel, TextField, Tile, Variant
from desktop_app.ui.wizard.page import ENTER_KEYS, Page, digit_of, on_alt_digit
from desktop_app.ui.wizard.recent import RecentPanel
from desktop_app.ui.wizard.today import TodayPanel
from desktop_app.ui.words.labels import style_words

_FEW = 4
_TILES = 9
_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Start:
    """What the page shows, read on a worker."""

    providers: tuple[Provider, ...]
    uses: dict[str, int]
    known: tuple[KnownAccount, ...]
    day: DayFigures


class ProviderPage(Page):
    """Tiles to choose from, recent customers, and the day's figures."""

    recent_chosen = Signal(object, str)
    """A provider and the account id of a recent customer: look up at once."""

    def __init__(self, context: Context, flow: Flow) -> None:
        super().__init__(context, flow, "provider")
        self._providers: tuple[Provider, ...] = ()
        self._uses: dict[str, int] = {}
        self._shown: list[Provider] = []
        self._tiles: list[Tile] = []
        self._chosen = 0
        self._all = False
        self._job = 0
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
        self._search.setMaximumWidth(330)
        self._search.text_changed.connect(self._filter)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, self.tr("Choose the provider"), TextRole.TITLE), 1)
        head.addWidget(self._search, 1)
        self._list = QWidget()
        self._list.setObjectName("provider.list")
        self._list.setAccessibleName(self.tr("Providers"))
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.metrics.tile_gap)
        self._said = PlainLabel(theme, "", TextRole.BODY, "text2", name="provider.note", wrap=True)
        self._today = TodayPanel(self.context)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addLayout(head)
        left.addWidget(self._list)
        left.addWidget(self._said)
        left.addWidget(self._today)
        left.addStretch(1)
        self._recent = RecentPanel(self.context)
        self._recent.chosen.connect(self._take_recent)
        for digit in range(1, 7):
            on_alt_digit(self, digit, self._recent.take_digit)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addLayout(left, 1)
        row.addWidget(self._recent)
        self.body.addLayout(row, 1)
        self._hint = KeyHint(theme, "1–9", self.tr("Choose"))
        self.footer.add_left(self._hint)
        self.footer.add_left(KeyHint(theme, "← →", self.tr("Move")), 6)
        self._recent_hint = KeyHint(theme, "Alt 1–6", self.tr("Recent customer"))
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
        if self._search.edit.hasFocus():
            # Qt gives a page that comes back the keyboard where it was last.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_tiles()
        self.refresh()

    def refresh(self) -> None:
        """Read providers, uses, recent customers and the day's figures again."""
        self.context.tasks.drop(self._job)
        backend, clock = self.context.backend, self.context.clock

        def load() -> _Start:
            ledger = backend.ledger()
            now = clock.now()
            return _Start(
                providers=backend.providers(),
                uses=ledger.uses(now - _MONTH),
                known=ledger.known_accounts(),
                day=ledger.day(clock.start_of_day(), now + timedelta(seconds=1)),
            )

        self._job = self.context.tasks.read(load, self._take)

    def _take(self, done: Done[_Start]) -> None:
        start = done.value
        if start is None:
            self.context.session.refused.emit(done.error)
            return
        settings = self.context.session.settings
        self._uses = start.uses
        self._providers = tuple(
            provider
            for provider in start.providers
            if provider.info.slug not in settings.providers_off
            and (not provider.info.retired or provider.info.slug in settings.providers_on)
        )
        names = {p.info.slug: p for p in self._providers}
        self._recent.show_accounts(start.known, names)
        self._today.show_figures(start.day)
        count = self._recent.count()
        self._recent_hint.setVisible(count > 0)
        self._recent_hint.set_key(f"Alt 1–{count}" if count > 1 else "Alt 1")
        self._show_tiles()

    def _matching(self) -> list[Provider]:
        words = typed_code(self._search.text()).casefold()
        by_use = sorted(self._providers, key=lambda p: -self._uses.get(p.info.slug, 0))
        if words:
            return [p for p in by_use if words in p.info.name.casefold()]
        return by_use if self._all else by_use[:_TILES]

    def _show_tiles(self) -> None:
        self._shown = self._matching()
        had_focus = any(tile.hasFocus() for tile in self._tiles)
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        large = len(self._providers) <= _FEW
        columns = 2 if large else 3
        self._tiles = [self._tile(n, p, large) for n, p in enumerate(self._shown)]
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._today.setVisible(large and not self.theme.compact)
        self._say_what_is_shown()
        self._choose(min(self._chosen, max(0, len(self._tiles) - 1)))
        for tile in self._tiles:
            # Added to a page on screen it would be shown later, and take no focus till then.
            tile.show()
        # A read that ends late must not take the keyboard from another page.
        wants = had_focus or not self._search.edit.hasFocus()
        if self._tiles and wants and self.isVisible():
            self._tiles[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tile(self, number: int, provider: Provider, large: bool) -> Tile:
        info = provider.info
        uses = self._uses.get(info.slug, 0)
        subs = [style_words(info.style)]
        if uses:
            subs.append(self.tr("%n this month", "", uses))
        digit = str(number + 1) if number < _TILES and not self._search.text() else ""
        tile = Tile(
            self.theme,
            info.name,
            info.monogram,
            info.slug,
            digit=digit,
            subs=tuple(subs),
            large=large,
            note=self.tr("retired by the service") if info.retired else "",
            name=f"provider.tile.{info.slug}",
        )
        tile.setProperty("id", info.slug)
        tile.clicked.connect(lambda: self._pick(number))
        return tile

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
        self._next.setEnabled(bool(shown))
        self._hint.set_key(f"1–{min(_TILES, shown)}" if shown > 1 else "1")

    # --- choosing -------------------------------------------------------------------------

    def _choose(self, number: int) -> None:
        self._chosen = number
        for at, tile in enumerate(self._tiles):
            tile.set_selected(at == number)

    def _pick(self, number: int) -> None:
        self._choose(number)
        self._go_on()

    def _go_on(self) -> None:
        if self._shown:
            self.flow.choose_provider(self._shown[self._chosen])
            self.moved.emit()

    def _take_recent(self, provider: Provider, account_id: str) -> None:
        self.recent_chosen.emit(provider, account_id)

    def _filter(self) -> None:
        self._chosen = 0
        self._show_tiles()

    def go_back(self) -> None:
        """Esc empties the filter."""
        self._search.edit.clear()
        self._all = False
        self._show_tiles()
        if self._tiles:
            self._tiles[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Digits choose, arrows move, letters go to the filter, Enter goes on."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._go_on()
            return True
        digit = digit_of(event)
        if digit is not None and not self._search.text():
            if digit <= len(self._tiles):
                self._focus(digit - 1)
            return True
        if event.text() == "*":
            self._all = True
            self._show_tiles()
            return True
        if self._move(event.key()):
            return True
        if event.text().isprintable() and event.text().strip():
            self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.edit.insert(event.text())
            return True
        return False

    def _move(self, key: int) -> bool:
        columns = 2 if len(self._providers) <= _FEW else 3
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -self._chosen,
            Qt.Key.Key_End: len(self._tiles) - 1 - self._chosen,
        }
        step = steps.get(Qt.Key(key))
        if step is None or not self._tiles:
            return False
        target = self._chosen + step
        if 0 <= target < len(self._tiles):
            self._focus(target)
        return True

    def _focus(self, number: int) -> None:
        self._choose(number)
        self._tiles[number].setFocus(Qt.FocusReason.TabFocusReason)
