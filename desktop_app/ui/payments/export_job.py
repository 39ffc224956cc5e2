"""Writes what the page of payments shows into a file, while the clerk goes on paying."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.core.payments.search import PaymentFilter
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.kit.file_export import ExportSentences, FileExport
from desktop_app.ui.runtime.long_jobs import LongJobKind
from desktop_app.ui.texts.exports import export_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.exports.table import ExportKind, ExportWords
    from desktop_app.ui.payments.reading import Shown
    from desktop_app.ui.runtime.context import AppContext


class ExportJob(FileExport):
    """Writes a workbook or a CSV file of the payments that the page shows."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        sentences = ExportSentences(
            writing=self.tr("Writing the file…"),
            given_up=self.tr("The file was not written."),
            not_written=self.tr("The file could not be written."),
            so_far=lambda rows: self.tr("%n payment(s) so far.", "", rows),
        )
        super().__init__(context, page, LongJobKind.PAYMENTS_EXPORT, sentences)

    def start(self, shown: Shown, day: date, kind: ExportKind) -> None:
        """Write what the page shows: all that was found, or that day; nothing while one runs."""
        if self.is_running:
            return
        context, clock = self.context, self.context.clock
        if shown.is_found:
            wanted, description = shown.wanted, self._found_text(shown.words)
            name = f"payments-found-{local(clock.now()):%Y%m%d-%H%M%S}"
        else:
            since = clock.start_of_day() - (shown.today - day)
            wanted = PaymentFilter(since=since, until=since + timedelta(days=1))
            words = self.tr("Payments of {day}")
            description = words.format(day=bs_text(day, context.session.settings.language))
            name = f"payments-{day:%Y-%m-%d}"
        self.write(
            f"{name}.{kind.value}",
            partial(context.ledger_job, "write an export"),
            partial(_write, wanted, kind, export_words(f"{self.origin} · {description}")),
            kind,
        )

    def _found_text(self, words: str) -> str:
        if not words:
            return self.tr("Payments that were filtered")
        return self.tr("Payments that match “{words}”").format(words=words)


def _write(
    wanted: PaymentFilter,
    kind: ExportKind,
    words: ExportWords,
    path: Path,
    count: Callable[[int], None],
    ledger: Ledger,
) -> None:
    from desktop_app.exports.write import all_found, write_export

    write_export(path, kind, all_found(ledger.history, wanted), words, count)
