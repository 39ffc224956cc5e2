"""Customers looked up before that match what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop_app.core.customers import CustomerSearch, KnownAccount
from desktop_app.core.environment import Environment
from desktop_app.ui.widgets import Panel
from desktop_app.ui.wizard.account_list import AccountList

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.ui.runtime.context import AppContext

_MAX_SHOWN = 5
_BY_HEIGHT = ((600, 3), (660, 4))
"""How many are shown at the most where there is less height than this."""


class Suggestions(Panel):
    """Rows to choose from; ``chosen`` carries the known account."""

    chosen = Signal(object)
    pointed = Signal(object)
    """The known account whose row has got the focus."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="customer.suggestions")
        self._context = context
        self._provider: Provider | None = None
        self._known: tuple[KnownAccount, ...] = ()
        self._untried: tuple[KnownAccount, ...] = ()
        self._found: list[KnownAccount] = []
        self._shown: tuple[str, tuple[KnownAccount, ...]] | None = None
        self._list = AccountList(context, self.tr("Customers"), name="customer.suggestion.list")
        self._list.chosen.connect(self.chosen)
        self._list.pointed.connect(lambda _: self.pointed.emit(self.pointed_at()))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def set_known(
        self,
        provider: Provider,
        known: tuple[KnownAccount, ...],
        untried: tuple[KnownAccount, ...] = (),
    ) -> None:
        """Accounts of this provider's company that were looked up before, newest first.

        In practice those come first that were not tried yet, under the name of what they teach.
        """
        self._provider, self._untried, self._known = provider, untried, known

    def count(self) -> int:
        """Return the number of suggestions shown."""
        return len(self._found)

    def filter(self, text: str, most: int = _MAX_SHOWN) -> None:
        """Show those whose id or name holds the text, ``most`` of them at the most."""
        search, provider = CustomerSearch(text), self._provider
        most = min(most, self._most_by_height())
        found: list[KnownAccount] = []
        if provider is not None:
            new = [one for one in self._untried if search.finds(one, provider)]
            known = [one for one in self._known if search.finds(one, provider)]
            # Who was looked up last keeps a place, however much there is still to try.
            found = [*new[: most - bool(known)], *known][:most]
        key = (search.words, tuple(found))
        if key == self._shown:
            return
        self._shown = key
        self._found = found
        self._list.show_accounts(found, search.words)
        self.setVisible(bool(found))

    def _most_by_height(self) -> int:
        """Return how many have room; outside of LIVE the band takes some of it."""
        theme, height = self._theme, self.window().height()
        if self._context.session.environment is not Environment.LIVE:
            height -= theme.metrics.band + theme.metrics.frame
        few = (most for least, most in _BY_HEIGHT if height < theme.scaled(least))
        return min(few, default=_MAX_SHOWN)

    @property
    def has_keyboard(self) -> bool:
        """True while a suggestion has the keyboard."""
        return self._list.hasFocus()

    def pointed_at(self) -> KnownAccount | None:
        """Return the account of the row with the keyboard, else of the first row."""
        at = self._list.number_of(self._list.current_id()) if self._list.hasFocus() else 0
        return self._found[max(0, at)] if self._found else None

    def take_focus(self) -> bool:
        """Give the first row the keyboard; True if there is one, or one has it already."""
        if self._found and not self._list.hasFocus():
            self._list.point_at(0)
        return bool(self._found)
