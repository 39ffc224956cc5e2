"""Searches for a customer while letters are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.ledger.sqlite.accounts import SqliteAccounts
from tests.clerk import ENTER
from tests.gui.tasks_kit import Gate

if TYPE_CHECKING:
    import pytest

    from desktop_app.core.customers import AccountFilter, KnownAccount
    from desktop_app.core.environment import Environment
    from tests.clerk import Clerk


def test_of_letters_typed_during_a_search_only_the_last_is_searched_for(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each search takes the interpreter from the window, and from the look-up that follows."""
    known, gate, searched = SqliteAccounts.known, Gate(), list[set[str]]()

    def held(
        accounts: SqliteAccounts,
        environment: Environment,
        wanted: AccountFilter | None = None,
        *,
        most: int | None = None,
    ) -> tuple[KnownAccount, ...]:
        parts = {part for some in (wanted or {}).values() for part in some}
        if parts:
            searched.append(parts)
            gate()
        return known(accounts, environment, wanted, most=most)

    clerk.has_paid("online_renew")
    monkeypatch.setattr(SqliteAccounts, "known", held)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("online_r")
    assert gate.entered.wait(15)
    gate.open()
    clerk.until_idle()
    assert searched == [{"o"}, {"online_r"}]
    found = clerk.find("customer.suggestion.list").items
    assert [item.id for item in found] == ["online_renew"]
