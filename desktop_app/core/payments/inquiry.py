"""A dialogue as it is led with the service: what its reads have left behind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import Call, Dialogue
from desktop_app.core.payments.payment import new_reference

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop_app.core.billing.accounts import Body
    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money


@dataclass(frozen=True, slots=True)
class ReadStamp:
    """The connection and the time at which an inquiry began. ``monotonic`` is in seconds."""

    environment: Environment
    connection_id: str
    at: datetime
    monotonic: float


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A dialogue with the service, valid for one attempt to pay (contract, A18).

    Attributes:
        dialogue: what was asked and said.
        stamp: set by the first step that the desk takes. Later reads belong to the same session
            and make it no younger.
        references: every reference that went with a read, in order (rule 6). Going back drops
            none: the service has heard it.
        next_reference: goes with the next read, if that takes one.
        is_ahead: the service was asked something later than what the dialogue ends with, so that
            it may have another choice in mind. The next answered read ends that.
        is_broken: a read was left without an answer, which may still be heard at any time.
        id: names the inquiry; some services give neither a session nor take a reference.
    """

    dialogue: Dialogue = field(default_factory=Dialogue)
    stamp: ReadStamp | None = None
    references: tuple[str, ...] = ()
    next_reference: str = field(default_factory=new_reference)
    is_ahead: bool = False
    is_broken: bool = False
    id: str = field(default_factory=new_reference)

    @property
    def is_current(self) -> bool:
        """True if the last read that the service answered is the last one of the dialogue."""
        return not self.is_ahead and not self.is_broken

    def entered(self, values: Mapping[str, str]) -> Inquiry:
        """The inquiry after a form was filled in."""
        return replace(self, dialogue=self.dialogue.entered(values))

    def chosen(self, offer_id: str, amount: Money | None = None) -> Inquiry:
        """The inquiry after an offer was chosen."""
        return replace(self, dialogue=self.dialogue.chosen(offer_id, amount))

    def answered(self, call: Call, body: Body, stamp: ReadStamp) -> Inquiry:
        """The inquiry after the service answered a read."""
        return replace(
            self._asked(call),
            dialogue=self.dialogue.answered(call, body),
            stamp=self.stamp or stamp,
            is_ahead=False,
        )

    def refused(self, call: Call) -> Inquiry:
        """The inquiry, before the clerk's last turn, after the service refused a read."""
        return replace(self._asked(call), is_ahead=True).back()

    def unanswered(self, call: Call) -> Inquiry:
        """The inquiry, before the clerk's last turn, after a read of which nothing was heard."""
        return replace(self._asked(call), is_broken=True).back()

    def back(self) -> Inquiry:
        """The inquiry before the clerk's last turn; a new one where nothing was answered yet."""
        dialogue = self.dialogue.back()
        if not dialogue.reads:
            return Inquiry(dialogue)
        dropped = dialogue.reads < self.dialogue.reads
        return replace(self, dialogue=dialogue, is_ahead=self.is_ahead or dropped)

    def _asked(self, call: Call) -> Inquiry:
        sent = (self.next_reference,) if call.with_reference else ()
        return replace(self, references=(*self.references, *sent), next_reference=new_reference())
