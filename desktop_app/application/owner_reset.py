"""Sets an owner's forgotten PIN anew. Every method may wait, for the keyring too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.operators import PinAnswer, PinOutcome
from desktop_app.core.pin_reset import ResetState, ResetWay, same_token

if TYPE_CHECKING:
    from desktop_app.application.operators import Operators
    from desktop_app.application.tokens import TokenVault
    from desktop_app.core.clock import Clock

_WAYS = {Environment.LIVE: ResetWay.LIVE_TOKEN, Environment.TEST: ResetWay.TEST_TOKEN}


class OwnerReset:
    """The way to a new PIN: the token of LIVE, else that of TEST, else a day of waiting."""

    def __init__(self, operators: Operators, vault: TokenVault, clock: Clock) -> None:
        self._operators = operators
        self._vault = vault
        self._clock = clock

    def state(self, operator_id: str) -> ResetState:
        """How the PIN of that owner can be set anew now. Raises ``VaultError``."""
        way, _ = self._kept()
        notice = self._operators.people().notice
        asked = notice is not None and not notice.is_set and notice.operator_id == operator_id
        return ResetState(way, notice.at if notice is not None and asked else None)

    def ask(self, operator_id: str) -> ResetState:
        """Begin to wait, in a shop that keeps no token. It is told to everybody at the counter."""
        state = self.state(operator_id)
        if state.way is ResetWay.WAITING and state.asked_at is None:
            self._operators.note_reset_asked(operator_id)
            return self.state(operator_id)
        return state

    def set_anew(self, operator_id: str, token: str, pin: str) -> PinAnswer:
        """Set the PIN, if the token is the shop's, or the time of waiting is over."""
        way, kept = self._kept()
        if way is ResetWay.WAITING:
            if not self.state(operator_id).is_over(self._clock.now()):
                return PinAnswer(PinOutcome.LOCKED)
            return self._operators.set_pin_anew(operator_id, pin, lambda: True, way)
        return self._operators.set_pin_anew(operator_id, pin, lambda: same_token(token, kept), way)

    def _kept(self) -> tuple[ResetWay, str]:
        """The way, and the token that it needs."""
        for environment, way in _WAYS.items():
            token = self._vault.token(environment)
            if token:
                return way, token
        return ResetWay.WAITING, ""
