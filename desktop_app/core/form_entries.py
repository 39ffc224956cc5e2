"""What the clerk enters in the form of a provider: kept, checked, and handed to the dialogue.

Qt-free. Each provider has its own entries until the customer is served: a clerk who tries another
company and comes back finds them again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.core.billing.forms import NO_VALUES, AmountEntry, EntryField, FieldError, Values
from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.billing.forms import EnteredFact
    from desktop_app.core.billing.provider import Provider, ProviderInfo


@dataclass
class FormEntries:
    """The values that are entered for one provider, and those that were for the ones before."""

    _info: ProviderInfo | None = None
    _kept: dict[str, dict[str, str]] = field(default_factory=dict)
    _proposed: dict[str, str] = field(default_factory=dict)
    """What is in the fields because this customer gave it the last time."""

    def turn_to(self, info: ProviderInfo) -> None:
        """Go on with the entries of this provider."""
        if self._info is not None and self._info.slug != info.slug:
            self._withdraw()
        self._info = info
        self._kept.setdefault(info.slug, {})

    def clear(self) -> None:
        """Forget everything: the next customer must not find another's number."""
        self._info = None
        self._kept.clear()
        self._proposed = {}

    @property
    def values(self) -> Values:
        """What is entered, by the name of the field."""
        return NO_VALUES if self._info is None else MappingProxyType(self._kept[self._info.slug])

    @property
    def account_id(self) -> str:
        """What is entered in the field of the account id."""
        return "" if self._info is None else self.values.get(self._info.account_field.name, "")

    @property
    def account_error(self) -> FieldError | None:
        """The reason why the account id cannot be looked up, or None."""
        return None if self._info is None else self._info.account_field.validate(self.account_id)

    def keep(self, text: str, name: str = "") -> bool:
        """Keep what is typed in a field, and return whether it is another value than before.

        Without a name it is the field of the account id.
        """
        if self._info is None:
            return False
        values, name = self._kept[self._info.slug], name or self._info.account_field.name
        before, values[name] = values.get(name, ""), typed_code(text)
        if values[name] != before and name == self._info.account_field.name:
            self._withdraw()
        return values[name] != before

    def propose(self, fields: tuple[EntryField, ...], values: Values) -> None:
        """Fill the fields that are still empty with what this customer gave the last time.

        It is taken back as soon as another account is entered.
        """
        if self._info is None:
            return
        kept, account = self._kept[self._info.slug], self._info.account_field.name
        for one in fields:
            value = values.get(one.name, "")
            is_open = one.name != account and not kept.get(one.name)
            is_valid = bool(value) and one.validate(value) is None
            if is_open and is_valid and not isinstance(one, AmountEntry):
                kept[one.name] = self._proposed[one.name] = value

    def note_proposed(self, values: Values) -> None:
        """All these were taken over from the last time."""
        account = "" if self._info is None else self._info.account_field.name
        self._proposed = {name: text for name, text in values.items() if name != account}

    def is_proposed(self, name: str) -> bool:
        """The field holds what this customer gave the last time."""
        return bool(self.values.get(name)) and self._proposed.get(name) == self.values.get(name)

    def _withdraw(self) -> None:
        """Another customer: what the last one gave is no longer entered."""
        if self._info is not None:
            kept = self._kept[self._info.slug]
            for name in [one for one in self._proposed if self.is_proposed(one)]:
                kept[name] = ""
        self._proposed = {}

    def filled(self, fields: tuple[EntryField, ...]) -> dict[str, str]:
        """The values of these fields, without those that are still empty."""
        typed = ((one.name, self.values.get(one.name, "")) for one in fields)
        return {name: value for name, value in typed if value}

    def of_customer(
        self, fields: tuple[EntryField, ...], account_id: str, values: Values
    ) -> Values:
        """What to enter for a customer of before.

        All that was entered then, if all of it is still asked for: another service of the company
        may ask for other things. Otherwise only the account id.
        """
        if self._info is None:
            return NO_VALUES
        is_asked = bool(values) and {one.name for one in fields} >= set(values)
        known = values if is_asked else {self._info.account_field.name: account_id}
        return without_amounts(fields, known)


def entered_before(provider: Provider, facts: Iterable[EnteredFact]) -> Values:
    """Return what an earlier payment's facts say of a provider's fields, by their names."""
    by_label = {fact.label: fact.value for fact in facts}
    return {
        one.name: by_label[one.label.value]
        for one in provider.info.fields
        if one.label.value in by_label
    }


def without_amounts(fields: tuple[EntryField, ...], values: Values) -> Values:
    """The values with empty amounts, which are entered anew for each payment."""
    amounts = {one.name for one in fields if isinstance(one, AmountEntry)}
    return {name: "" if name in amounts else text for name, text in values.items()}
