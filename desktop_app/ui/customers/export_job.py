"""Writes the customers that the page shows into an Excel workbook, while the clerk goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.formatting.dates import local
from desktop_app.ui.kit.file_export import ExportSentences, FileExport
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.long_jobs import LongJobKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customer_book import CustomerLine, LineFilter
    from desktop_app.exports.customers import CustomerWords
    from desktop_app.ui.runtime.context import AppContext

translate = QCoreApplication.translate


class CustomerExport(FileExport):
    """Writes an Excel workbook of the customers that were found."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        sentences = ExportSentences(
            writing=self.tr("Writing the Excel file…"),
            given_up=self.tr("The Excel file was not written."),
            not_written=self.tr("The Excel file could not be written."),
            so_far=lambda rows: self.tr("%n customer(s) so far.", "", rows),
        )
        super().__init__(context, page, LongJobKind.CUSTOMERS_EXPORT, sentences)

    def start(self, wanted: LineFilter, providers: Mapping[str, Provider]) -> None:
        """Write all that the page would show; nothing while one runs."""
        if self.is_running:
            return
        context, description = self.context, self.origin
        if wanted.is_searched:
            words = self.tr("Customers that match “{words}”")
            description = f"{description} · {words.format(words=wanted.text.strip())}"
        lines = context.customers.every_line(context.environment, wanted)
        names = {slug: one.info.name for slug, one in providers.items()}
        self.write(
            f"customers-{local(context.clock.now()):%Y%m%d-%H%M%S}.xlsx",
            partial(Job, "write customers"),
            partial(_write, lines, partial(_words, description, names)),
        )


def _words(description: str, companies: Mapping[str, str]) -> CustomerWords:
    from desktop_app.exports.customers import CustomerColumn, CustomerWords

    return CustomerWords(
        columns={
            CustomerColumn.NAME: translate("CustomerExport", "Name"),
            CustomerColumn.PHONE: translate("CustomerExport", "Phone"),
            CustomerColumn.COMPANY: translate("CustomerExport", "Company"),
            CustomerColumn.ACCOUNT: translate("CustomerExport", "Account"),
            CustomerColumn.NOTE: translate("CustomerExport", "Note"),
            CustomerColumn.COMPANY_NAME: translate("CustomerExport", "Name at the company"),
            CustomerColumn.FAVOURITE: translate("CustomerExport", "Favourite"),
            CustomerColumn.RUNS_OUT: translate("CustomerExport", "Runs out"),
            CustomerColumn.RUNS_OUT_BS: translate("CustomerExport", "Runs out (BS)"),
            CustomerColumn.ASKED: translate("CustomerExport", "Last asked"),
            CustomerColumn.TOLD: translate("CustomerExport", "Told"),
            CustomerColumn.PAID: translate("CustomerExport", "Last paid"),
            CustomerColumn.OFFER: translate("CustomerExport", "Package or bill last time"),
        },
        sheet=translate("CustomerExport", "Customers"),
        description=description,
        yes=translate("CustomerExport", "yes"),
        companies=companies,
    )


def _write(
    lines: Iterable[CustomerLine],
    words: Callable[[], CustomerWords],
    path: Path,
    count: Callable[[int], None],
) -> None:
    from desktop_app.exports.customers import write_customers
    from desktop_app.exports.table import ExportKind

    write_customers(path, ExportKind.EXCEL, lines, words(), count)
