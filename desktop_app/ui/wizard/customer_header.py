"""The strip with the customer's details above the packages or bills."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.money import ZERO
from desktop_app.ui.texts.labels import field_of, field_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Fact, FactText, IdLabel, Line, Monogram, Panel, PlainLabel
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.wizard.offers import connection_of, due_apart, is_bills

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account
    from desktop_app.core.billing.provider import ProviderInfo

translate = QCoreApplication.translate


class CustomerHeader(Panel):
    """Name, id, and the few facts that matter for the choice."""

    def __init__(self, theme: Theme, page: str) -> None:
        super().__init__(theme, name=f"{page}.customer")
        self._facts: list[tuple[Line, Fact]] = []
        self._monogram = Monogram(theme, "", "", 40 if theme.compact else 46)
        self._name = PlainLabel(theme, "", TextRole.HEADING, name=f"{page}.name", wrap=True)
        self._id = IdLabel(theme, "", TextRole.LABEL, "text2")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._id)
        names.addStretch(1)
        self._row = QHBoxLayout(self)
        side = 14 if theme.compact else 20
        self._row.setContentsMargins(side, 8, side, 8)
        self._row.setSpacing(14 if theme.compact else 18)
        self._row.addWidget(self._monogram)
        self._row.addLayout(names, 1)
        # The facts begin on one line, whatever stands below their values.
        facts = QWidget()
        self._facts_row = QHBoxLayout(facts)
        self._facts_row.setContentsMargins(0, 0, 0, 0)
        self._facts_row.setSpacing(self._row.spacing())
        self._row.addWidget(facts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.scaled(62 if theme.compact else 80))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_account(self, account: Account, info: ProviderInfo) -> None:
        """Show an account."""
        self._monogram.set_provider(info.monogram, info.slug)
        self._name.setText(account.customer_name or account.account_id)
        label = field_of(info) if is_bills(account) else field_word(info.account_field.label)
        words = f"{label}: {account.account_id}"
        if not info.knows_customer:
            unknown = translate("CustomerHeader", "not checked by {provider}").format(
                provider=info.name
            )
            words = f"{words} · {unknown}"
        if name := connection_of(account):
            connection = translate("CustomerHeader", "Connection: {name}").format(name=name)
            words = f"{words} · {connection}"
        self._id.setText(words)
        # Who it is comes first: the facts wrap before a name does.
        widest = self._theme.scaled(300 if self._theme.compact else 400)
        for part in (self._name, self._id):
            part.setMinimumWidth(min(part.sizeHint().width(), widest))
        for shown, text in list(zip_longest(self._facts, self._facts_of(account))):
            if text is None:
                for gone in self._facts.pop():
                    discard(self._facts_row, gone)
            elif shown is None:
                self._add_fact(text)
            else:
                shown[1].put(text)

    def _add_fact(self, text: FactText) -> None:
        line, fact = Line(self._theme, vertical=True), Fact(self._theme, text)
        line.setFixedHeight(40)
        self._facts_row.addWidget(line)
        self._facts_row.addWidget(fact, 0, Qt.AlignmentFlag.AlignTop)
        # Else Qt shows it after the page was painted, and paints all of it again.
        line.show()
        fact.show()
        self._facts.append((line, fact))

    def _facts_of(self, account: Account) -> list[FactText]:
        if is_bills(account):
            together = sum((offer.total for offer in account.offers), ZERO)
            return [
                FactText(translate("CustomerHeader", "Unpaid bills"), str(len(account.offers))),
                FactText(translate("CustomerHeader", "All bills together"), rupees(together)),
            ]
        compact = self._theme.compact
        facts = []
        if account.current_package and not compact:
            current = translate("CustomerHeader", "Current package")
            facts.append(
                FactText(current, account.current_package, role=TextRole.LABEL_STRONG, wrap=True)
            )
        if account.branch:
            facts.append(FactText(translate("CustomerHeader", "Branch"), account.branch))
        if account.days_left is not None:
            days_left = translate("CustomerHeader", "Days left")
            facts.append(FactText(days_left, str(account.days_left)))
        if account.due is not None:
            days = account.due_days
            used = account.due_note if days is None else used_text(days)
            used = "" if compact else used
            facts.append(FactText(self._due_title(account), rupees(account.due), used))
        return facts

    @staticmethod
    def _due_title(account: Account) -> str:
        """A due that no offer has in it is only shown: the customer pays it elsewhere."""
        if due_apart(account) is None:
            return translate("CustomerHeader", "Due so far")
        return translate("CustomerHeader", "Due, not part of this payment")


def used_text(days: int) -> str:
    """Word how long the old package was used unpaid."""
    return translate("CustomerHeader", "used %n day(s)", "", days)
