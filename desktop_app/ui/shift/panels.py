"""The parts of the day's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.money import ZERO, grouped
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Cell,
    Column,
    Figure,
    Line,
    MoneyTable,
    Panel,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.shifts.figures import Figures, Share


class _Fact(QWidget):
    """A label that wraps, and a figure at the right end."""

    def __init__(self, theme: Theme, words: str, name: str) -> None:
        super().__init__()
        self.figure = Figure(theme, "", TextRole.STRONG, name=name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(theme, words, wrap=True), 1)
        row.addWidget(self.figure)
        self.setMinimumHeight(theme.scaled(27 if theme.compact else 33))


class RowsPanel(Panel):
    """Facts below each other."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name=name)
        side = theme.metrics.panel_padding
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(side, side - 6, side, side - 4)
        self.column.setSpacing(0)
        self._facts: dict[str, _Fact] = {}

    def show_rows(self, facts: Sequence[tuple[str, str, str]]) -> None:
        """Show facts: key, label and figure."""
        at = self.column.count()
        for key, words, figure in facts:
            if key not in self._facts:
                self._facts[key] = _Fact(self._theme, words, f"dayclose.{key}")
                self.column.insertWidget(at, self._facts[key])
            at = self.column.indexOf(self._facts[key]) + 1
            self._facts[key].figure.setText(figure)
            self._facts[key].figure.setAccessibleName(f"{words}: {figure}")

    def show_only(self, keys: Collection[str]) -> None:
        """Hide the facts that do not count now."""
        for key, fact in self._facts.items():
            fact.setVisible(key in keys)


class CashPanel(RowsPanel):
    """Cash taken for bills, and the parts that it is the sum of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "dayclose.cashpanel")
        self._words = self.tr("Cash taken for bills")
        self._figure = PlainLabel(theme, "", TextRole.CHANGE, name="dayclose.cash")
        self.column.addWidget(PlainLabel(theme, self._words, TextRole.SUBHEADING, "text2"))
        self.column.addWidget(self._figure)
        self.column.addSpacing(6)
        self.column.addWidget(Line(theme))
        self.column.addSpacing(4)

    def show_figures(self, figures: Figures) -> None:
        """Show a day."""
        self._figure.setText(rupees(figures.cash))
        self._figure.setAccessibleName(f"{self._words}: {self._figure.text()}")
        charges = ("charges", self.tr("Service charges"), None, figures.charges)
        parts = [
            ("paid", self.tr("Paid"), figures.paid.count, figures.paid.total),
            *([charges] if figures.charges else []),
            ("rounding", self.tr("Rounding of paisa"), None, figures.rounding),
            *(
                (key, words, part.count, -part.total)
                for key, words, part in (
                    ("wallet", self.tr("of it by QR or wallet"), figures.wallet),
                    ("onaccount", self.tr("of it on account"), figures.on_account),
                )
                if part.count
            ),
            ("waiting", self.tr("Waiting, cash held"), figures.held.count, figures.held.total),
            (
                "return",
                self.tr("Not paid, to give back"),
                figures.to_return.count,
                figures.to_return.total,
            ),
            (
                "earlier",
                self.tr("Given back today for earlier days"),
                figures.returned_earlier.count,
                -figures.returned_earlier.total,
            ),
        ]
        self.show_rows(
            [
                (key, words, f"{count} · {grouped(total)}" if count else grouped(total or ZERO))
                for key, words, count, total in parts
            ]
        )
        # A row that was shown for another moment of the day may be gone now.
        self.show_only({key for key, *_ in parts})


class ShareTable(MoneyTable):
    """Paid payments by provider or operator, with the sum of all."""

    def __init__(self, theme: Theme, title: str, total: str, name: str) -> None:
        super().__init__(theme, (), title, selectable=False, fit=True, name=name)
        self._total_text = total
        self.set_columns(
            (
                Column(title=title, stretch=True),
                Column(title=self.tr("Paid"), width=60, compact_width=50, right=True),
                Column(title=self.tr("Amount (Rs.)"), width=120, compact_width=100, right=True),
            )
        )

    def show_shares(
        self, shares: Sequence[Share], providers: Mapping[str, Provider] | None
    ) -> None:
        """Show the shares; with ``providers``, each with its two letters."""
        rows = []
        for share in shares:
            mark = None
            if providers is not None:
                provider = providers.get(share.slug)
                letters = provider.info.monogram if provider else share.name[:2].upper()
                mark = (letters, share.slug)
            name = Cell(text=share.name or "—", monogram=mark)
            cells = (name, str(share.paid.count), grouped(share.paid.total))
            rows.append(Row(id=share.slug or "—", cells=cells))
        count = sum(share.paid.count for share in shares)
        total = sum((share.paid.total for share in shares), start=ZERO)
        cells = (Cell(text=self._total_text), str(count), grouped(total))
        rows.append(Row(id="*", cells=cells, total=True))
        self.set_rows(rows)
