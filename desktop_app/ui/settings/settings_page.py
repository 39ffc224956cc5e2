"""The place Settings: sections on the left, the page of the chosen one beside them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop_app.core.operators import OwnerAction
from desktop_app.ui.kit.section import Section
from desktop_app.ui.settings.backup_page import BackupPage
from desktop_app.ui.settings.connection_page import ConnectionPage
from desktop_app.ui.settings.language_page import LanguagePage
from desktop_app.ui.settings.limits_page import LimitsPage
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.settings.people_page import PeoplePage
from desktop_app.ui.settings.providers_page import ProvidersPage
from desktop_app.ui.settings.shop_page import ShopPage
from desktop_app.ui.setup_forms.rows import theme_gap
from desktop_app.ui.widgets import Button, ButtonSize, Footer, InlineMessage, SideNav, Variant

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.operators import Proof
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext

_AT_ONCE: dict[str, Callable[[AppContext], OptionPage]] = {
    "connection": ConnectionPage,
    "language": LanguagePage,
    "providers": ProvidersPage,
    "limits": LimitsPage,
    "backup": BackupPage,
    "people": PeoplePage,
}
"""The pages on which what is set acts at once, by their sections."""

P = TypeVar("P", bound=OptionPage)


class SettingsPage(Section):
    """Shop has Save; what is set on the other pages acts at once.

    Each page is made when its section is first gone to, and shows what is set whenever it is.
    The chosen section and what was entered but not saved are kept in the session, because a change
    of language or size builds the page anew.
    """

    about_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "settings", self.tr("Settings"))
        self._pages: dict[str, OptionPage] = {}
        self._stack = QStackedWidget()
        self._nav = self._make_nav()
        self._about = Button(
            self.theme,
            self.tr("About Bhuktani"),
            Variant.LINK,
            icon="info",
            size=ButtonSize.SMALL,
            name="settings.about",
        )
        self._about.clicked.connect(self.about_requested)
        self._footer = self._make_footer()
        self._lay_out()
        context.session.changed.connect(self._settings_changed)

    # --- building -------------------------------------------------------------------------

    def _make_nav(self) -> SideNav:
        nav = SideNav(self.theme, name="settings.nav")
        nav.add("shop", "store", self.tr("Shop and receipt"))
        nav.add("connection", "plug", self.tr("Connection"))
        nav.add("language", "globe", self.tr("Language and look"))
        nav.add("providers", "list", self.tr("Providers"))
        nav.add("limits", "clock", self.tr("Limits"))
        nav.add("backup", "download", self.tr("Backup"))
        nav.add("people", "users", self.tr("People"))
        nav.chosen.connect(self._choose)
        return nav

    def _make_footer(self) -> Footer:
        footer = Footer(self.theme, name="settings.footer")
        self._note = InlineMessage(self.theme, "", name="settings.note")
        self._undo = Button(self.theme, self.tr("Undo changes"), key="Esc", name="settings.undo")
        self._undo.clicked.connect(self.undo)
        self._save = Button(
            self.theme, self.tr("Save"), Variant.PRIMARY, key="Ctrl S", name="settings.save"
        )
        self._save.clicked.connect(self.save)
        self._note.setMinimumWidth(220 if self.theme.compact else 360)
        footer.add_left(self._note)
        footer.add_right(self._undo)
        footer.add_right(self._save)
        return footer

    def _lay_out(self) -> None:
        metrics = self.theme.metrics
        side = metrics.padding
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        above = 8 if metrics.compact else 14
        self.head.setContentsMargins(side, above, side, above)
        self.remark.setText(self.tr("Saved on this computer only"))
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setContentsMargins(side, 0, side, metrics.padding // 2 + 4)
        row.setSpacing(theme_gap(self.theme))
        side_column = QVBoxLayout()
        side_column.addWidget(self._nav, 1)
        below = QHBoxLayout()
        below.setContentsMargins(14, 0, 0, 0)
        below.addWidget(self._about)
        below.addStretch(1)
        side_column.addLayout(below)
        row.addLayout(side_column)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self.set_footer(self._footer)

    # --- pages ----------------------------------------------------------------------------

    @cached_property
    def _shop(self) -> ShopPage:
        page = self._add(ShopPage(self.context))
        page.message.connect(self._say)
        page.load(self._entered())
        return page

    def _page(self, section: str) -> OptionPage:
        if section == "shop":
            return self._shop
        if section not in self._pages:
            self._pages[section] = self._add(_AT_ONCE[section](self.context))
        return self._pages[section]

    def _add(self, page: P) -> P:
        self._stack.addWidget(page)
        page.edited.connect(self._edited)
        return page

    def _entered(self) -> Settings:
        """Return what the page Shop is to show: what was entered and not saved, or what is set."""
        return self.context.session.unsaved.shop or self.context.session.settings

    # --- showing --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the chosen section with what is set, or with what was entered and not saved."""
        page = self._choose(self.context.session.unsaved.settings_page or "shop")
        page.take_focus()

    def refresh(self) -> None:
        """F5 is for the page that is shown."""
        self._page(self._nav.current()).refresh()

    def _choose(self, section: str) -> OptionPage:
        self.context.session.unsaved.settings_page = section
        self._nav.select(section)
        page = self._page(section)
        self._load(section)
        self._stack.setCurrentWidget(page)
        self._footer.setVisible(section == "shop")
        page.enter()
        return page

    def _load(self, section: str) -> None:
        if section == "shop":
            self._shop.load(self._entered())
            self._show_changes()
        else:
            self._page(section).load(self.context.session.settings)

    # --- changes --------------------------------------------------------------------------

    def _edited(self) -> None:
        session = self.context.session
        section = self._nav.current()
        settings = self._page(section).save(session.settings)
        if section != "shop":
            action = OwnerAction.LIMITS if section == "limits" else OwnerAction.SETTINGS
            self.context.gate.require(action, partial(self._use, settings), self._settings_changed)
            return
        session.unsaved.shop = None if settings == session.settings else settings
        self._shop.show_preview(settings)
        self._show_changes()

    def _show_changes(self) -> None:
        changed = self.context.session.unsaved.shop is not None
        for button in (self._save, self._undo):
            button.enable(changed, self.tr("Nothing was changed."))
        error = self._shop.check() if changed else ""
        self._note.set_message(
            error
            or self.tr(
                "The next receipt shows these details. Receipts already made stay as they are."
            ),
            bad=bool(error),
        )

    def _settings_changed(self) -> None:
        """Another part of the program may have changed them, such as Ctrl+L."""
        unsaved = self.context.session.unsaved
        if unsaved.shop is not None:
            unsaved.shop = self._shop.save(self.context.session.settings)
        if self._nav.current() in self._pages:
            self._load(self._nav.current())

    def save(self) -> None:
        """Keep what is on the page Shop; an error is shown instead."""
        session = self.context.session
        if session.unsaved.shop is None:
            return
        if self._shop.check():
            self._show_changes()
            self._shop.show_error()
            return
        self.context.gate.require(OwnerAction.SETTINGS, self._save_shop)

    def _save_shop(self, proof: Proof | None) -> None:
        session = self.context.session
        settings = self._shop.save(session.settings)
        session.unsaved.shop = None
        session.change(settings)
        self._shop.load(settings)
        self._show_changes()
        self._say(self.tr("Saved."))

    def _use(self, settings: Settings, proof: Proof | None) -> None:
        self.context.session.change(settings)

    def _say(self, words: str) -> None:
        self._note.tell(words)

    def undo(self) -> None:
        """Back to what is set."""
        session = self.context.session
        session.unsaved.shop = None
        self._shop.load(session.settings)
        self._show_changes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves, Esc undoes; other keys are the page's own."""
        section = self._nav.current()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self._page(section).takes_key(event):
            return
        if section == "shop" and control and event.key() == Qt.Key.Key_S:
            self.save()
        elif section == "shop" and event.key() == Qt.Key.Key_Escape:
            self.undo()
        else:
            super().keyPressEvent(event)
