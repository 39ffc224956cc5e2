"""Makes a payment's documents on a worker: preview, print, PDF."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import Event, Payment, PaymentState
from desktop_app.core.payments.print_counter import CountedPaper, PrintCounter
from desktop_app.core.settings import Language, Settings
from desktop_app.printing.complaint import ComplaintSheet, complaint_sheet
from desktop_app.printing.content import Copy, held_slip, receipt, return_slip
from desktop_app.printing.drawing import picture
from desktop_app.printing.logo import load_logo
from desktop_app.printing.output import Printer, PrintError, PrintProblem
from desktop_app.printing.texts import Wording
from desktop_app.ui.payment_kit.history import is_company_at_work
from desktop_app.ui.runtime.translation import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.core.clock import Clock
    from desktop_app.printing.blocks import Document
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.ports import CatalogPort, OnAccountPort


@dataclass(frozen=True, slots=True)
class DocumentMaker:
    """Makes papers under the settings in force; every method is for a worker."""

    settings: Settings
    printer: Printer
    clock: Clock
    folder: Path
    logo_file: Path | None = None
    """The shop's logo, where it has one."""
    catalog: CatalogPort | None = None
    """Knows the companies that tell nothing of an account, and those that confirm later."""
    on_account: OnAccountPort | None = None
    """Knows who owes what is on account."""

    @staticmethod
    def under(context: AppContext, settings: Settings | None = None) -> DocumentMaker:
        """The maker under these settings; under those in force now where none are given."""
        settings = settings or context.session.settings
        return DocumentMaker(
            settings,
            context.printer,
            context.clock,
            context.pdf_folder,
            context.logo_file,
            context.catalog,
            context.on_account,
        )

    def document(self, payment: Payment, label: FieldLabel | None, *, copy: int = 0) -> Document:
        """Return the receipt of a paid payment, or the slip of any other."""
        info = self._info(payment)
        make: Callable[..., Document]
        match payment.state:
            case PaymentState.PAID:
                counted = Copy(copy, self.clock.now(), self.settings.operator) if copy else None
                logo = None if self.logo_file is None else load_logo(self.logo_file)
                make = partial(receipt, copy=counted, logo=logo)
            case PaymentState.NOT_PAID:
                make = return_slip
            case _:
                make = partial(held_slip, confirms_later=is_company_at_work(payment, info))
        return make(
            payment,
            receipt_wording(self.settings),
            paper=self.settings.paper,
            account_label=label,
            is_checked=info is None or info.knows_customer,
            debtor=self._debtor(payment),
        )

    def _info(self, payment: Payment) -> ProviderInfo | None:
        """The company of a payment, if this version of the program knows it."""
        known = () if self.catalog is None else self.catalog.providers()
        return next((p.info for p in known if p.info.slug == payment.order.provider), None)

    def _debtor(self, payment: Payment) -> str:
        """Who owes a part of a bill; empty where nobody does."""
        order = payment.order
        if self.on_account is None or not order.on_account:
            return ""
        return self.on_account.name_of_debtor(order.environment, order.other_tenders)

    def complaint(
        self, payment: Payment, events: Sequence[Event], label: FieldLabel | None
    ) -> ComplaintSheet:
        """The sheet for the service's support about a payment without an outcome."""
        wordings = (
            Wording.of(Language.ENGLISH, None),
            Wording.of(Language.NEPALI, load(Language.NEPALI)),
        )
        return complaint_sheet(
            payment, events, wordings, paper=self.settings.paper, account_label=label
        )

    def preview(self, payment: Payment, label: FieldLabel | None, ratio: float) -> QImage:
        """A picture for the screen; ``ratio`` is the screen's device pixel ratio."""
        return picture(self.document(payment, label), scale=1.0, device_pixel_ratio=ratio)

    def print(
        self, prints: PrintCounter, payment: Payment, label: FieldLabel | None
    ) -> CountedPaper:
        """Print: the original first, then Copy 1, 2 and so on. Raises ``PrintError``."""
        with self._counted(prints, payment, label, as_file=False) as (counted, document):
            self.printer.print(document, self.settings.printer)
        return counted

    def print_complaint(
        self, prints: PrintCounter, payment: Payment, document: Document
    ) -> CountedPaper:
        """Print a complaint; it is told in the payment's history. Raises ``PrintError``."""
        with _told(prints, payment, document.title, as_file=False) as counted:
            self.printer.print(document, self.settings.printer)
        return counted

    def save_complaint(
        self, prints: PrintCounter, payment: Payment, document: Document
    ) -> tuple[CountedPaper, Path]:
        """Write a complaint as PDF into the folder for papers. Raises ``PrintError``."""
        with _told(prints, payment, document.title, as_file=True) as counted:
            path = self._save(document)
        return counted, path

    def save_pdf(
        self, prints: PrintCounter, payment: Payment, label: FieldLabel | None
    ) -> tuple[CountedPaper, Path]:
        """Write a PDF into the folder for papers; its path. Raises ``PrintError``.

        It is counted as a paper: the original, or a copy with a separate name.
        """
        with self._counted(prints, payment, label, as_file=True) as (counted, document):
            path = self._save(document)
        return counted, path

    def copy_picture(
        self, prints: PrintCounter, payment: Payment, label: FieldLabel | None
    ) -> tuple[CountedPaper, QImage]:
        """Draw a paper to be pasted; it is counted as a file is."""
        with self._counted(prints, payment, label, as_file=True) as (counted, document):
            drawn = picture(document, scale=1.0)
        return counted, drawn

    def _save(self, document: Document) -> Path:
        path = self.folder / f"{_file_name(document.title)}.pdf"
        save_paper(self.printer, document, path)
        return path

    @contextmanager
    def _counted(
        self, prints: PrintCounter, payment: Payment, label: FieldLabel | None, *, as_file: bool
    ) -> Iterator[tuple[CountedPaper, Document]]:
        """Count the paper that the block brings out; it is not counted where that goes wrong."""
        is_receipt = payment.state is PaymentState.PAID
        original = self.document(payment, label)
        title = original.title
        with _told(prints, payment, title, is_receipt=is_receipt, as_file=as_file) as counted:
            copy = counted.copy
            yield counted, self.document(payment, label, copy=copy) if copy else original


def receipt_wording(settings: Settings) -> Wording:
    """The words and digits that the shop's papers have."""
    language = settings.receipt_language
    translator = None if language is Language.ENGLISH else load(language)
    return Wording.of(language, translator, nepali_digits=settings.nepali_digits)


def save_paper(printer: Printer, document: Document, path: Path) -> None:
    """Write a PDF, and make its folder where there is none. Raises ``PrintError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = type(error).__name__
        raise PrintError(PrintProblem.FILE_REFUSED, path=str(path.parent), reason=reason) from error
    printer.save_pdf(document, path)


@contextmanager
def _told(
    prints: PrintCounter, payment: Payment, title: str, *, as_file: bool, is_receipt: bool = False
) -> Iterator[CountedPaper]:
    """Tell the record of the paper that the block brings out, or that it failed to."""
    counted = prints.count(payment, title, is_receipt=is_receipt, as_file=as_file)
    try:
        yield counted
    except BaseException:
        prints.take_back(counted.payment, title, is_receipt=is_receipt, as_file=as_file)
        raise


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The end of a print or a save: a paper and where it was saved, or why there is none.

    ``picture`` is the paper itself where it is to be pasted.
    """

    paper: CountedPaper | None = None
    path: Path | None = None
    picture: QImage | None = None
    trouble: PrintError | None = None


def printed(
    papers: DocumentMaker, prints: PrintCounter, payment: Payment, label: FieldLabel | None
) -> PrintResult:
    """Print; trouble with the printer comes back as a value."""
    try:
        return PrintResult(paper=papers.print(prints, payment, label))
    except PrintError as error:
        return PrintResult(trouble=error)


def printed_once(
    papers: DocumentMaker, prints: PrintCounter, payment: Payment, label: FieldLabel | None
) -> PrintResult:
    """Print the original of a receipt if it has not come out yet; a slip has none."""
    if payment.state is PaymentState.PAID and prints.copies(payment):
        return PrintResult(paper=CountedPaper(payment, 0))
    return printed(papers, prints, payment, label)


def saved(
    papers: DocumentMaker, prints: PrintCounter, payment: Payment, label: FieldLabel | None
) -> PrintResult:
    """Save; trouble with the file comes back as a value."""
    try:
        paper, path = papers.save_pdf(prints, payment, label)
        return PrintResult(paper=paper, path=path)
    except PrintError as error:
        return PrintResult(trouble=error)


def pictured(
    papers: DocumentMaker, prints: PrintCounter, payment: Payment, label: FieldLabel | None
) -> PrintResult:
    """Draw a paper to be pasted."""
    paper, drawn = papers.copy_picture(prints, payment, label)
    return PrintResult(paper=paper, picture=drawn)


def complaint_printed(
    papers: DocumentMaker, prints: PrintCounter, payment: Payment, document: Document
) -> PrintResult:
    """Print a complaint; trouble with the printer comes back as a value."""
    try:
        return PrintResult(paper=papers.print_complaint(prints, payment, document))
    except PrintError as error:
        return PrintResult(trouble=error)


def complaint_saved(
    papers: DocumentMaker, prints: PrintCounter, payment: Payment, document: Document
) -> PrintResult:
    """Save a complaint; trouble with the file comes back as a value."""
    try:
        paper, path = papers.save_complaint(prints, payment, document)
        return PrintResult(paper=paper, path=path)
    except PrintError as error:
        return PrintResult(trouble=error)


def _file_name(title: str) -> str:
    """``Receipt-2083-84-000123``: a title as a name that is no path."""
    return title.replace(" ", "-").replace("/", "-")
