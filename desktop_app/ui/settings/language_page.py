"""Languages, digits and colours. Everything acts at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout

from desktop_app.core.settings import Language, Look, Settings, TextSize
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.setup_forms.rows import OptionRow, add_rows, language_segments, segment_height
from desktop_app.ui.widgets import KeyHint, LookCard, Segments, Toggle

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext

_DIGITS = (("plain", "1,23,456.00"), ("nepali", "१,२३,४५६.००"))


class LanguagePage(OptionPage):
    """The language page; applies each choice at once."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "language")
        theme = context.theme
        self._language = language_segments(theme, "settings.language")
        self._receipt = language_segments(theme, "settings.receipt_language")
        self._digits = Segments(
            theme, _DIGITS, height=segment_height(theme), name="settings.digits"
        )
        for choice in (self._language, self._receipt, self._digits):
            choice.chosen.connect(self.edited)
        self._language.setAccessibleName(self.tr("Language"))
        self._receipt.setAccessibleName(self.tr("Receipt language"))
        self._digits.setAccessibleName(self.tr("Digits in Nepali"))
        sizes = (
            (TextSize.NORMAL.value, self.tr("Normal")),
            (TextSize.LARGE.value, self.tr("Large")),
        )
        self._text_size = Segments(
            theme, sizes, height=segment_height(theme), name="settings.text_size"
        )
        self._text_size.setAccessibleName(self.tr("Text size"))
        self._text_size.chosen.connect(self.edited)
        self._sounds = Toggle(theme, self.tr("Sound"), name="settings.sounds")
        self._sounds.clicked.connect(self.edited)
        self._looks: dict[Look, LookCard] = {}
        self._group = QButtonGroup(self)
        language = QHBoxLayout()
        language.setSpacing(16)
        language.addWidget(self._language)
        language.addWidget(KeyHint(theme, "Ctrl L", self.tr("switches at once"), gap=5))
        rows = [
            OptionRow(theme, self.tr("Language"), language, self.tr("Screen texts")),
            OptionRow(theme, self.tr("Receipt language"), self._receipt),
            OptionRow(
                theme, self.tr("Digits in Nepali"), self._digits, self.tr("On Nepali receipts")
            ),
            OptionRow(theme, self.tr("Look"), self._look_cards()),
            OptionRow(theme, self.tr("Text size"), self._text_size),
            OptionRow(
                theme,
                self.tr("Sound"),
                self._sounds,
                self.tr("When a waiting payment is settled by itself"),
            ),
        ]
        add_rows(self.form, theme, rows)
        self.form.addStretch(1)

    def _look_cards(self) -> QHBoxLayout:
        words = {
            Look.LIGHT: self.tr("Light"),
            Look.DARK: self.tr("Dark"),
            Look.SYSTEM: self.tr("As Windows"),
        }
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for look, word in words.items():
            card = LookCard(self.theme, look.value, word, name=f"settings.look.{look.value}")
            card.clicked.connect(self.edited)
            self._looks[look] = card
            self._group.addButton(card)
            cards.addWidget(card)
        return cards

    def load(self, settings: Settings) -> None:
        """Show these settings."""
        self._language.set_value(settings.language.value)
        self._receipt.set_value(settings.receipt_language.value)
        self._digits.set_value("nepali" if settings.nepali_digits else "plain")
        self._text_size.set_value(settings.text_size.value)
        self._sounds.setChecked(settings.sounds)
        self._looks[settings.look].setChecked(True)

    def save(self, settings: Settings) -> Settings:
        """These settings with what is chosen."""
        look = next(look for look, card in self._looks.items() if card.isChecked())
        return replace(
            settings,
            language=Language(self._language.value()),
            receipt_language=Language(self._receipt.value()),
            nepali_digits=self._digits.value() == "nepali",
            look=look,
            text_size=TextSize(self._text_size.value()),
            sounds=self._sounds.isChecked(),
        )

    def take_focus(self) -> None:
        """Focus the language in force."""
        focus_segment(self._language)


def focus_segment(segments: Segments) -> None:
    """Put the keyboard on the chosen one of the segments."""
    for button in segments.children():
        if isinstance(button, QAbstractButton) and button.isChecked():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
