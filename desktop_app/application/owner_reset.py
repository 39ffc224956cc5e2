"""Sets an owner's forgotten PIN anew. Every method may wait, for the keyring too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.operators import PinAnswer, PinOutcome
from desktop_app.core.pin_reset import RESET_WAIT, ResetState, ResetWay, same_token

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.application.operators import Operators
    from desktop_app.application.tokens import TokenVault
    from desktop_app.core.clock import Clock


class OwnerReset:
    """The way to a new PIN: the token of LIVE, else a day of waiting."""

    def __init__(self, operators: Operators, vault: TokenVault, clock: Clock) -> None:
        self._operators = operators
        self._vault = vault
        self._clock = clock
        # A clock set forward, or right again, ends a wait of the record; this one it does not.
        self._not_before: dict[str, float] = {}

    def state(self, operator_id: str) -> ResetState:
        """How the PIN of that owner can be set anew now. Raises ``VaultError``."""
        way = self._way(self._kept())
        asked_at = self._operators.reset_asked_at(operator_id)
        if asked_at is None:
            return ResetState(way)
        return ResetState(way, asked_at, self._measured(operator_id))

    def ask(self, operator_id: str) -> ResetState:
        """Begin to wait, in a shop without a token of LIVE. Everybody at the counter is told."""
        state = self.state(operator_id)
        if state.way is ResetWay.WAITING and state.asked_at is None:
            self._operators.note_reset_asked(operator_id)
            self._not_before[operator_id] = self._clock.monotonic() + RESET_WAIT.total_seconds()
            return self.state(operator_id)
        return state

    def set_anew(self, operator_id: str, token: str, pin: str) -> PinAnswer:
        """Set the PIN, if the token is the shop's, or the time of waiting is over."""
        kept = self._kept()
        way = self._way(kept)
        if way is ResetWay.WAITING:
            if not self.state(operator_id).is_over(self._clock.now()):
                return PinAnswer(PinOutcome.LOCKED)
            return self._operators.set_pin_anew(operator_id, pin, lambda: True, way)
        return self._operators.set_pin_anew(operator_id, pin, lambda: same_token(token, kept), way)

    def _measured(self, operator_id: str) -> datetime | None:
        """When a wait ends that began while this program runs; None where none is left of it."""
        left = self._not_before.get(operator_id, 0.0) - self._clock.monotonic()
        return self._clock.now() + timedelta(seconds=left) if left > 0 else None

    def _kept(self) -> str:
        """The token of LIVE; empty where none is kept."""
        return self._vault.token(Environment.LIVE) or ""

    def _way(self, token: str) -> ResetWay:
        return ResetWay.LIVE_TOKEN if token else ResetWay.WAITING
