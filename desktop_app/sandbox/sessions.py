"""Sessions of the practice service: what a customer was told last, and may pay once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.sandbox.fields import Fields, field_text, invalid
from desktop_app.sandbox.replies import Refusal

if TYPE_CHECKING:
    from desktop_app.sandbox.customers import Answer, PriceTable, User
    from desktop_app.sandbox.records import Records

_LIFE = timedelta(minutes=30)


@dataclass(slots=True)
class Session:
    """A session with its reads so far. ``prices`` are those of the last answer; only they are paid.

    ``answer`` is that of the first read, ``selected`` what the last one was asked for,
    ``references`` those of all reads.
    """

    slug: str
    user: User
    answer: Answer
    prices: PriceTable
    opened_at: datetime
    selected: str = ""
    references: list[str] = field(default_factory=list)
    used: bool = False


class Sessions:
    """The open sessions by their number. Not thread-safe: its service holds a lock."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._sessions: dict[str, Session] = {}

    def open(self, session: Session) -> int:
        """Keep a session; its number."""
        now = session.opened_at
        known = self._sessions.items()
        self._sessions = {key: one for key, one in known if now - one.opened_at < 2 * _LIFE}
        number = self._records.next_number()
        self._sessions[str(number)] = session
        return number

    def find(self, slug: str, fields: Fields, now: datetime, *, paying: bool = False) -> Session:
        """The session that a call names. The first call that pays uses it up.

        Raises:
            Refusal: 1010 or 1011 where there is none, 4000 where it was used up or is too old.
        """
        session = self._sessions.get(field_text(fields.get("session_id"), "session_id", "any"))
        if session is None or session.slug != slug:
            raise invalid("1011", {"session_id": "Invalid session id"})
        if session.used:
            raise Refusal("4000", "Session has already been used.")
        session.used = paying
        if now - session.opened_at > _LIFE:
            raise Refusal("4000", "Session has expired.")
        return session
