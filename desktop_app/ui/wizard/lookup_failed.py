"""A look-up that gave no account: what was said, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.texts.codes import explains_itself, pays_at_office_first, says_not_found
from desktop_app.ui.texts.labels import not_found
from desktop_app.ui.texts.problems import own_text, problem_sentence, quoted_answer
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Icon, Panel, PanelLook, PlainLabel
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.wizard.account_list import AccountList

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.core.customers import KnownAccount
    from desktop_app.ui.runtime.context import AppContext


def knows_no_customer(error: BhuktaniError) -> bool:
    """The service says that there is no such customer.

    Only then may the id be misspelt; after any other end of a look-up another customer's id
    would lead the clerk to the wrong bill.
    """
    code = str(error.details.get("code") or "")
    return error.problem is Problem.REFUSED and says_not_found(code, own_text(error))


class LookupFailedPanel(QWidget):
    """Never red or green: a look-up costs nothing."""

    chosen = Signal(object)
    """The known account that was offered in place of the typed one."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._title = PlainLabel(theme, "", TextRole.HEADING, name="customer.answer", wrap=True)
        self._quote = PlainLabel(
            theme, "", TextRole.BODY, "text2", name="customer.quote", wrap=True
        )
        self._advice = PlainLabel(theme, "", TextRole.BODY, name="customer.advice", wrap=True)
        self._offer = PlainLabel(
            theme, "", TextRole.LABEL, "text2", name="customer.alike.words", wrap=True
        )
        self._alike = Panel(theme, PanelLook.PLAIN, radius=10, name="customer.alike")
        self._list = AccountList(context, self.tr("Customers"), name="customer.alike.list")
        self._resembling: KnownAccount | None = None
        self._list.chosen.connect(self.chosen)
        inside = QVBoxLayout(self._alike)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._list)
        panel = Panel(theme, name="customer.noanswer")
        row = QHBoxLayout(panel)
        side, above = (16, 8) if theme.compact else (22, 18)
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(18)
        row.addWidget(Icon(theme, "info", 26, "accenttext"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._quote)
        words.addSpacing(0 if theme.compact else 6)
        words.addWidget(self._advice)
        words.addSpacing(0 if theme.compact else 8)
        words.addWidget(self._offer)
        words.addWidget(self._alike)
        row.addLayout(words, 1)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def show_error(self, error: BhuktaniError, info: ProviderInfo) -> None:
        """Say what came back."""
        sentence = problem_sentence(error, info.name)
        code = str(error.details.get("code") or "")
        title = not_found(info) if says_not_found(code, own_text(error)) else sentence.what
        if error.problem is Problem.NOTHING_TO_PAY:
            title = self.tr("Nothing to pay")
        is_new = error.problem is Problem.REFUSED and pays_at_office_first(code, own_text(error))
        if is_new:
            title = self.tr("{provider} takes the first payment of a new customer itself")
            title = title.format(provider=info.name)
        self._title.setText(title)
        parts = (quoted_answer(error, info.name), self.tr("Nothing was paid."))
        nothing = " ".join(part for part in parts if part)
        self._quote.setText(nothing)
        advice = sentence.advice
        if is_new:
            advice = self.tr(
                "Do not take cash. Send the customer to the office of {provider}:"
                " once the first payment is made there, the next ones can be made here."
            ).format(provider=info.name)
        elif knows_no_customer(error):
            advice = self.tr("Do not take cash. Check the spelling on the customer’s bill.")
        elif error.problem is Problem.REFUSED and explains_itself(code, own_text(error)):
            advice = self.tr(
                "Do not take cash. Tell the customer what {provider} answered,"
                " and check the spelling."
            )
            advice = advice.format(provider=info.name)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        announce(self, " ".join(part for part in (title, nothing, advice) if part))

    def show_alike(self, known: KnownAccount | None) -> None:
        """Offer a customer looked up here before whose id differs little; None for nobody."""
        if known is not None and known == self._resembling:
            return
        self._resembling = known
        self._list.show_accounts([] if known is None else [known])
        self._offer.setVisible(known is not None)
        self._alike.setVisible(known is not None)
        if known is None:
            return
        self._offer.setText(
            self.tr("Or is it this customer, who paid here before?")
            if known.paid_times
            else self.tr("Or is it this customer, who was looked up here before?")
        )

    def take_focus(self) -> bool:
        """Give the offered customer the keyboard; False if there is none."""
        if not self._list.items:
            return False
        self._list.point_at(0)
        return True
