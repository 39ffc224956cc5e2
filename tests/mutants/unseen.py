"""Breaks of what is told of a write: where the clerk is, each of them, and with the right sums."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_WATCHED = "desktop_app/ui/runtime/watched_jobs.py"
_DRAWER = "desktop_app/ui/shift/drawer_actions.py"

UNSEEN = ("tests/gui/test_unseen_writes.py",)
PAPERS = ("tests/gui/test_unseen_papers.py",)
CLOSING = ("tests/gui/test_closing_while_recording.py",)
LATER = ("tests/gui/test_recorded_later.py",)
ABOVE = ("tests/gui/test_told_above.py",)
CARDS = ("tests/gui/test_two_cards.py",)

ON_WRITES = (
    Mutant(
        "unseen: what could not be recorded is not told to a clerk who has gone elsewhere",
        "money",
        _WATCHED,
        "        return not watched.is_seen() or any(",
        "        return any(",
        UNSEEN,
    ),
    Mutant(
        "unseen: the next write covers what could not be recorded before it",
        "money",
        _WATCHED,
        " or any(at is watched.place for at in others)",
        "",
        UNSEEN,
    ),
    Mutant(
        "unseen: a page that was left, or a dialog that was closed, counts as seen",
        "money",
        "desktop_app/ui/widgets/overlay.py",
        "    if place is None or not isValid(place) or not is_uncovered(place):\n"
        "        return False\n",
        "    if place is None or not isValid(place) or not is_uncovered(place):\n"
        "        return True\n",
        UNSEEN,
    ),
    Mutant(
        "unseen: of two things that could not be recorded the first is forgotten",
        "money",
        "desktop_app/ui/shell/error_banner.py",
        "        self._unreported.append(unreported)\n",
        "        self._unreported = [unreported]\n",
        UNSEEN,
    ),
    Mutant(
        "unseen: what was recorded while nobody looked is put away before it is read",
        "money",
        "desktop_app/ui/kit/saved_file.py",
        "        self._is_news = not self.isVisible()\n",
        "        self._is_news = False\n",
        UNSEEN,
    ),
    Mutant(
        "unseen: a second movement is dropped while the first is being recorded",
        "money",
        _DRAWER,
        "        record_watched(self._context, self._page, moving, then, name)\n",
        "        self._record_once(moving, then, name)\n",
        UNSEEN,
    ),
    Mutant(
        "unseen: a movement is recorded twice by two presses",
        "money",
        "desktop_app/ui/shift/movement_dialog.py",
        "        if self.isHidden() or amount is None",
        "        if amount is None",
        UNSEEN,
    ),
    Mutant(
        "unseen: a shift is opened twice by two presses",
        "money",
        _DRAWER,
        "        self._is_busy = True\n",
        "",
        UNSEEN,
    ),
    Mutant(
        "unseen: what is still owed is taken from a list that is old",
        "money",
        "desktop_app/ui/customers/on_account.py",
        "        entry, left = settled.entry, settled.left\n",
        "        entry, left = settled.entry, customer.owed + settled.entry.amount\n",
        UNSEEN,
    ),
    Mutant(
        "unseen: a receipt that did not come out is told to nobody once the next one is served",
        "money",
        "desktop_app/ui/payment_kit/watched_paper.py",
        "        return isValid(self.shown_by) and is_in_front(self.place)\n",
        "        return True\n",
        PAPERS,
    ),
    Mutant(
        "unseen: a receipt of the customer before is told of by a page about the next one",
        "money",
        "desktop_app/ui/payment_kit/watched_paper.py",
        "isValid(self.shown_by) and is_in_front(self.place)",
        "is_in_front(self.place)",
        PAPERS,
    ),
    Mutant(
        "unseen: who comes back to a result gives the same cash back again",
        "money",
        "desktop_app/ui/wizard/result_page.py",
        "        if self.shows(payment):\n            # The clerk",
        "        if False:\n            # The clerk",
        PAPERS,
    ),
    Mutant(
        "unseen: the record tells what was owed before a part was settled",
        "money",
        "desktop_app/ledger/sqlite/on_account.py",
        "owed - settling.amount)",
        "owed)",
        ("tests/unit/test_tenders.py",),
    ),
    Mutant(
        "unseen: cash that is recorded at last is still told as not recorded",
        "money",
        "desktop_app/ui/wizard/result_records.py",
        "                self._message.take_back((payment.key, CASH_RETURNED))\n",
        "                pass\n",
        LATER,
    ),
    Mutant(
        "unseen: what was put right elsewhere is still news on its page",
        "money",
        "desktop_app/ui/kit/saved_file.py",
        "            self._is_news = False\n            self.hide()\n",
        "            pass\n",
        LATER,
    ),
    Mutant(
        "unseen: opening cash that is not recorded is told nowhere",
        "money",
        "desktop_app/ui/shift/opening_questions.py",
        'Job("open a shift", work), self._begun, write)',
        'Job("open a shift", work), self._begun, None)',
        ABOVE,
    ),
    Mutant(
        "unseen: that a paid bill came back is not recorded, and told nowhere",
        "money",
        "desktop_app/ui/payments/reversal_record.py",
        "self._context.tasks.record(job, self._take, write)",
        "self._context.tasks.record(job, self._take, None)",
        ABOVE,
    ),
    Mutant(
        "unseen: a bill that is still in cash is only to be noted on paper",
        "money",
        "desktop_app/ui/wizard/tender_choice.py",
        "line, _still_cash_advice)",
        "line)",
        ABOVE,
    ),
    Mutant(
        "unseen: what comes late of one customer's card is taken for the next one's",
        "money",
        "desktop_app/ui/customers/card_actions.py",
        "        # The card of another customer may be open by now, and is none of this one's.\n"
        "        if asked_in is not None and asked_in is self._dialog.shown:\n",
        "        asked_in = self._dialog.shown\n        if asked_in is not None:\n",
        CARDS,
    ),
    Mutant(
        "unseen: the window closes on cash that is being recorded",
        "money",
        "desktop_app/ui/shell/window.py",
        "is_sending or self.closing.holds()",
        "is_sending",
        CLOSING,
    ),
    Mutant(
        "unseen: the window closes on cash that could not be recorded",
        "money",
        "desktop_app/ui/shell/closing.py",
        "        if not was_recorded:\n            self.stay()\n        elif self",
        "        if self",
        CLOSING,
    ),
    Mutant(
        "unseen: a record that hangs holds the window for ever",
        "money",
        "desktop_app/ui/shell/closing.py",
        "        self._has_hung = True\n",
        "",
        CLOSING,
    ),
    Mutant(
        "unseen: that another customer has the cash back takes the first one's caution away",
        "money",
        "desktop_app/ui/kit/watched_write.py",
        "(self.environment, self.subject) == (other.environment, other.subject)",
        "self.environment == other.environment",
        LATER,
    ),
    Mutant(
        "unseen: the second of two that were under way takes the first one's caution away",
        "money",
        _WATCHED,
        "number > self.last and watched",
        "watched",
        LATER,
    ),
    Mutant(
        "unseen: what is recorded at last is still told above all pages",
        "money",
        "desktop_app/ui/shell/error_banner.py",
        "            self._unreported.remove(mended[-1])\n",
        "            pass\n",
        LATER,
    ),
    Mutant(
        "unseen: help over the page has what could not be recorded told twice",
        "money",
        _WATCHED,
        "            self.failing.emit()\n",
        "            pass\n",
        LATER,
    ),
    Mutant(
        "unseen: what is closed gives the keyboard to the button that gives cash back",
        "money",
        "desktop_app/ui/shell/window.py",
        "        if self._keyboard.takes_over():\n            return True\n",
        "",
        ("tests/gui/test_keyboard_kept.py",),
    ),
    Mutant(
        "unseen: what is not recorded is out of sight in the smallest window",
        "money",
        "desktop_app/ui/wizard/result_room.py",
        "            if self._message.content().kind is not BannerKind.CAUTION:\n    ",
        "",
        LATER,
    ),
)
