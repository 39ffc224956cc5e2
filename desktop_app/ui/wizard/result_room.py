"""The room of the result: what gives way where the page would have to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from desktop_app.ui.widgets import BannerKind
from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from desktop_app.ui.kit.saved_file import MessageBanner
    from desktop_app.ui.widgets import ResultPanel
    from desktop_app.ui.widgets.page_body import PageBody
    from desktop_app.ui.wizard.result_body import ResultBody


class ResultRoom:
    """Gives the parts of the result their room on a page.

    What stands elsewhere too is hidden first, then the facts fold.
    """

    def __init__(
        self, page: PageBody, panel: ResultPanel, body: ResultBody, message: MessageBanner
    ) -> None:
        self._page = page
        self._panel = panel
        self._body = body
        self._message = message

    def fit(self) -> None:
        """Show as much as the page has room for without scrolling."""
        self._set_low(False)
        self._body.fold_facts(False)
        if self._scrolls():
            self.give_way()
        # At once: nothing of this page is ever painted in less room than it needs.
        self._lay_out()
        # What was only now shown, such as the buttons beside a saved file, is measured by then.
        if self._scrolls():
            self.give_way()
            self._lay_out()
        if self._scrolls():
            self._body.fold_facts(True)
            self._lay_out()
        self._keep_state_in_sight()

    def show_message(self) -> None:
        """Scroll to what is said, where the page scrolls: it stands below all that it is about.

        What could not be recorded is seen even where the state then is not: the state says that the
        cash is still to be given back, which may be done already.
        """
        self.fit()
        if self._message.isVisible() and self._page.isVisible():
            bring_into_view(self._message, across=False, margin=0)
            if self._message.content().kind is not BannerKind.CAUTION:
                self._keep_state_in_sight()

    def _keep_state_in_sight(self) -> None:
        """What is to be done with the cash follows from the state."""
        word = self._panel.header.word
        if word.isVisible() and word.visibleRegion().boundingRect().height() < word.height():
            bring_into_view(word, across=False, margin=0)

    def give_way(self) -> None:
        """Hide what stands elsewhere too."""
        self._set_low(True)

    def _set_low(self, low: bool) -> None:
        self._panel.set_low(low)
        self._body.set_low(low)
        self._message.set_low(low)

    def _scrolls(self) -> bool:
        return self._page.needed_now() > self._page.height()

    def _lay_out(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
