"""One payment that waits, or whose cash must be given back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.payment import PaymentState
from desktop_app.ui.payments.history import standing
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.waiting.item import Item, Moment, known, sent_words, tell
from desktop_app.ui.waiting.phone import PhoneField
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Chip,
    IdLabel,
    Line,
    MixedLabel,
    Monogram,
    Panel,
    PanelLook,
    PlainLabel,
    Span,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.paint import start
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.words.money import rupees


class PaymentCard(Panel):
    """Customer and amount, what to tell, and what to do.

    ``taken`` tells that the keyboard came into the card. The buttons are the page's to connect.
    """

    taken = Signal(int)
    phone_noted = Signal(int, str)

    def __init__(self, theme: Theme, item: Item) -> None:
        number = item.number
        super().__init__(theme, name=f"waiting.card.{number}")
        self.number = number
        self.owes = item.owes
        self.setProperty("id", str(number))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = RingWatch(theme, self, theme.metrics.panel_radius)
        self._build_left(item)
        self._build_middle()
        self._build_right()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(0)
        row.addWidget(self._left, 46)
        row.addWidget(Line(theme, vertical=True))
        row.addWidget(self._middle, 36)
        row.addWidget(Line(theme, vertical=True))
        row.addWidget(self._right)
        for control in (self.phone.field.edit, self.returned, self.copy, self.print, self.pdf):
            control.installEventFilter(self)

    # --- building -------------------------------------------------------------------------

    def _column(self, top: int = 12) -> tuple[QWidget, QVBoxLayout]:
        widget = QWidget()
        side = 14 if self._theme.compact else 18
        column = QVBoxLayout(widget)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(0)
        return widget, column

    def _build_left(self, item: Item) -> None:
        theme = self._theme
        self._monogram = Monogram(theme, item.monogram, item.payment.order.provider, 42)
        self._name = MixedLabel(theme, (), TextRole.HEADING)
        self._account = IdLabel(theme, "", TextRole.LABEL, "text2")
        self._sent = PlainLabel(theme, "", TextRole.LABEL, "text2")
        self._chip = Chip(theme, Tone.WAITING, "", name=f"waiting.state.{item.number}")
        self._amount = PlainLabel(theme, "", TextRole.HEADING, name=f"waiting.amount.{item.number}")
        names = QVBoxLayout()
        names.setSpacing(0)
        for part in (self._name, self._account, self._sent):
            names.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._monogram, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._chip)
        foot.addStretch(1)
        foot.addWidget(self._amount)
        self._left, column = self._column()
        column.addLayout(head)
        column.addStretch(1)
        column.addSpacing(8)
        column.addLayout(foot)

    def _build_middle(self) -> None:
        theme = self._theme
        self._tell = MixedLabel(theme, (), name=f"waiting.tell.{self.number}")
        self._known = MixedLabel(
            theme, (), TextRole.LABEL, "text2", name=f"waiting.known.{self.number}"
        )
        self._middle, column = self._column()
        self.copy = Button(
            theme,
            self.tr("Copy reference"),
            Variant.LINK,
            size=ButtonSize.SMALL,
            height=20,
            name=f"waiting.copy.{self.number}",
        )
        head = QHBoxLayout()
        tell = PlainLabel(theme, self.tr("Tell the customer"), TextRole.LABEL, "text2")
        head.addWidget(tell, 1)
        head.addWidget(self.copy)
        column.addLayout(head)
        column.addWidget(self._tell)
        column.addStretch(1)
        column.addSpacing(4)
        column.addWidget(self._known)

    def _build_right(self) -> None:
        theme, number = self._theme, self.number
        self._right, column = self._column()
        wide = 330 if theme.nepali else 300
        self._right.setFixedWidth((250 if theme.nepali else 224) if theme.compact else wide)
        self.phone = PhoneField(theme, f"waiting.phone.{number}")
        self.phone.noted.connect(lambda phone: self.phone_noted.emit(self.number, phone))
        self.returned = Button(
            theme,
            self.tr("Cash returned"),
            Variant.DANGER,
            icon="" if theme.compact else "undo-2",
            size=ButtonSize.SMALL,
            name=f"waiting.returned.{number}",
        )
        self.print = self._small(self.tr("Print slip"), f"waiting.print.{number}")
        self.pdf = self._small(self.tr("PDF"), f"waiting.pdf.{number}")
        self.pdf.setAccessibleName(self.tr("Save PDF"))
        paper = QHBoxLayout()
        paper.setSpacing(8)
        paper.addWidget(self.print, 3)
        paper.addWidget(self.pdf, 2)
        column.addStretch(1)
        head = PlainLabel(
            theme,
            self.tr("Cash to give back"),
            TextRole.LABEL,
            "text2",
            align=Qt.AlignmentFlag.AlignCenter,
        )
        for part in (self.phone, head, self.returned):
            column.addWidget(part)
        column.setSpacing(3)
        self.phone.setVisible(not self.owes)
        head.setVisible(self.owes)
        self.returned.setVisible(self.owes)
        column.addSpacing(6)
        column.addLayout(paper)
        column.addStretch(1)

    def _small(self, words: str, name: str) -> Button:
        return Button(self._theme, words, size=ButtonSize.SMALL, side=True, name=name)

    # --- showing --------------------------------------------------------------------------

    def show_item(self, item: Item, moment: Moment) -> None:
        """Show the payment as it stands now."""
        payment, order = item.payment, item.payment.order
        name = order.customer_name or order.account_id
        self._name.set_spans((Span(name),))
        named = name != order.account_id
        self._account.setText(
            f"{order.provider_name} · {order.account_id}" if named else order.provider_name
        )
        self._sent.setText(sent_words(item, moment))
        self._chip.set_state(*standing(payment))
        self._amount.setText(rupees(order.cash_due))
        self._tell.set_spans((Span(self._told(item)),))
        self._known.set_spans((Span(known(item, moment)),))
        self.copy.setVisible(payment.state is PaymentState.REVIEW)
        self.phone.show_phone(payment.phone)
        parts = (self._chip.text(), name, order.provider_name, self._amount.text())
        self.setAccessibleName(", ".join(parts))

    def _told(self, item: Item) -> str:
        words = tell(item)
        if not item.owes or not item.payment.phone:
            return words
        phone = self.tr("Phone {number}").format(number=item.payment.phone)
        return f"{words} {phone}"

    def set_selected(self, selected: bool) -> None:
        """The keys of the page belong to the selected card, which shows them."""
        self.set_look(PanelLook.SELECTED if selected else PanelLook.PLAIN)
        self.print.set_key("F9" if selected else "")
        self.pdf.set_key("Ctrl S" if selected else "")
        self.returned.set_key("Ctrl R" if selected else "")

    def holds_focus(self) -> bool:
        """The keyboard is in the card."""
        return self.hasFocus() or any(w.hasFocus() for w in self.findChildren(QWidget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card is taken when the keyboard comes to one of its controls."""
        if event.type() == QEvent.Type.FocusIn:
            self.taken.emit(self.number)
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card is taken."""
        super().focusInEvent(event)
        self.taken.emit(self.number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere takes the card."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface, with a subtle ground under what there is to do."""
        super().paintEvent(event)
        edge = self.look.width
        inner = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        radius = self._theme.metrics.panel_radius - edge
        whole, part = QPainterPath(), QPainterPath()
        whole.addRoundedRect(inner, radius, radius)
        part.addRect(inner.adjusted(self._right.x() - edge, 0, 0, 0))
        start(QPainter(self)).fillPath(whole.intersected(part), self._theme.colour("subtle"))
