"""Locks the counter: puts the lock page in the place of everything, and asks for owners' PINs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.keyboard import give_keyboard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from desktop_app.core.operators import Operator, PinAnswer, Proof
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.lock.lock_page import LockPage
    from desktop_app.ui.lock.pin_notice import PinNoticeBanner
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.owner_gate import OwnerRequest

_MINUTE_MS = 60_000
_SOON_MS = 500
_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class LockScreen(QObject):
    """Hides ``area`` while the counter is locked; it stays as it is, with all that was typed.

    Never while a payment is being sent: it waits for the end. Minutes without use close an open
    question as Esc does, since an owner's PIN may have opened it; any other lock waits for it.
    """

    shown = Signal(int)
    """The page has appeared: drop Enter for so many milliseconds."""
    opened = Signal()
    """What lay below the page is seen again."""

    def __init__(
        self, context: AppContext, flow: Flow, area: QWidget, content: QVBoxLayout
    ) -> None:
        super().__init__(area)
        self._context = context
        self._flow = flow
        self._area = area
        self._content = content
        self._focus: QWidget | None = None
        self._wanted: tuple[bool, str] | None = None
        self.page: LockPage | None = None
        self._is_old = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._lock_by_itself)
        self._soon = QTimer(self)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._try)
        self._watched: QWindow | None = None
        self._notice: PinNoticeBanner | None = None
        gate = context.gate
        gate.changed.connect(self._people_changed)
        gate.wanted.connect(self._ask_owner)
        context.session.changed.connect(self._watch)
        context.changes.changed.connect(self._payments_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)

    @property
    def is_locked(self) -> bool:
        """The lock page is shown."""
        return self.page is not None

    # --- locking --------------------------------------------------------------------------

    def lock(self, operator_id: str = "", *, by_itself: bool = False) -> None:
        """Lock as soon as it may be; `operator_id` is the person to be offered first."""
        if self._context.gate.is_guarded and not self.is_locked:
            self._wanted = (by_itself, operator_id)
            self._try()

    def rebuild(self) -> None:
        """Show the page anew, in the language and size in force; the area's parts are new, too.

        One that compares a PIN stays until it has the answer: nobody types it twice.
        """
        self._show_notice()
        page = self.page
        if page is not None:
            self._focus = None
            self._is_old = page.is_comparing
            if self._is_old:
                return
            chosen = page.chosen
            discard(self._content, page)
            self._show_page(chosen.id if chosen is not None else "")

    def _try(self) -> None:
        if self._wanted is None or self.is_locked:
            self._soon.stop()
            return
        if self._flow.sending or self._is_asked(drop=self._wanted[0]):
            # A timer rather than a signal: whatever holds the counter up, it ends at some time.
            self._soon.start()
            return
        self._soon.stop()
        (by_itself, operator_id), self._wanted = self._wanted, None
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        _close_help(self._area.window())
        self._focus = self._area.window().focusWidget()
        self._context.gate.leave(by_itself=by_itself)
        self._area.setEnabled(False)
        self._area.hide()
        self._show_page(operator_id)

    def _is_asked(self, *, drop: bool) -> bool:
        """A question is open above the window. One for an owner's PIN is given up, and with
        `drop` any is: nothing is done, and what was typed into it is gone.
        """
        from desktop_app.ui.lock.owner_question import OwnerQuestion

        while isinstance(modal := QApplication.activeModalWidget(), QDialog):
            if not drop and not isinstance(modal, OwnerQuestion):
                return True
            modal.reject()
            if QApplication.activeModalWidget() is modal:
                return True
        return modal is not None

    def _show_page(self, operator_id: str) -> None:
        from desktop_app.ui.lock.lock_page import LockPage

        self._is_old = False
        page = self.page = LockPage(self._context, operator_id)
        page.came.connect(self._come)
        page.refused.connect(self._refuse)
        self._content.addWidget(page)
        page.show()
        page.enter()
        self.shown.emit(400)

    def _refuse(self, person: Operator, answer: PinAnswer) -> None:
        """Build the page that waited for this answer anew, and show the answer on the new one."""
        if self._is_old and self.page is not None:
            self.rebuild()
            self.page.show_refused(person, answer)

    def _come(self, operator: Operator, proof: Proof | None) -> None:
        self._context.gate.arrive(operator, proof)
        self._name_operator(operator)
        self._unlock()

    def _name_operator(self, operator: Operator) -> None:
        """Papers and payments name who is at the counter."""
        session = self._context.session
        session.change(replace(session.settings, operator=operator.name))

    def _unlock(self) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        discard(self._content, page)
        self._area.setEnabled(True)
        self._area.show()
        focus, self._focus = self._focus, None
        give_keyboard(focus, self._area.window())
        self._watch()
        self.opened.emit()

    def _people_changed(self) -> None:
        gate = self._context.gate
        self._show_notice()
        self._context.session.operator_id = gate.proved_id
        if not gate.is_guarded:
            self._wanted = None
            self._unlock()
        elif gate.operator is None:
            if self.is_locked:
                self.rebuild()
            else:
                self.lock()
        else:
            self._name_operator(gate.operator)
        self._watch()

    def _show_notice(self) -> None:
        """Tell of PINs that were set anew, above all pages and above the locked counter."""
        notice = self._context.gate.people.notice
        if self._notice is None and notice is not None:
            from desktop_app.ui.lock.pin_notice import PinNoticeBanner

            self._notice = PinNoticeBanner(self._context)
            self._content.insertWidget(0, self._notice)
        if self._notice is not None:
            self._notice.show_notice(notice)

    def _payments_changed(self, change: PaymentsChanged) -> None:
        if change.cause is Cause.REPLACED:
            self._context.gate.read()

    # --- owners ---------------------------------------------------------------------------

    def _ask_owner(self, request: OwnerRequest) -> None:
        if self.is_locked or self._wanted is not None:
            self._context.gate.refuse(request)
            return
        from desktop_app.ui.lock.owner_question import OwnerQuestion

        OwnerQuestion(self._context, self._area.window(), request).ask()

    # --- minutes without use --------------------------------------------------------------

    def _watch(self) -> None:
        minutes = self._context.session.settings.lock_after_minutes
        if minutes and self._context.gate.is_guarded and not self.is_locked:
            self._idle.start(minutes * _MINUTE_MS)
        else:
            self._idle.stop()

    def _follow(self, window: QWindow | None) -> None:
        """Watch what a person does in the window that has the keyboard, a question among them."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A person uses the program: the minutes begin anew."""
        if event.type() in _USES and self._idle.isActive():
            self._idle.start()
        return False

    def _lock_by_itself(self) -> None:
        if self._flow.sending:
            # Its answer is to be seen: the minutes begin when it is there.
            self._watch()
        else:
            self.lock(by_itself=True)


def _close_help(window: QWidget) -> None:
    from desktop_app.ui.help.help_overlay import close_help

    close_help(window)
