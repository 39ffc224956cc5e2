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
    from desktop_app.core.billing.provider import ProviderInfo


@dataclass
class FormEntries:
    """The values that are entered for one provider, and those that were for the ones before."""

    _info: ProviderInfo | None = None
    _kept: dict[str, dict[str, str]] = field(default_factory=dict)

    def turn_to(self, info: ProviderInfo) -> None:
        """Go on with the entries of this provider."""
        self._info = info
        self._kept.setdefault(info.slug, {})

    def clear(self) -> None:
        """Forget everything: the next customer must not find another's number."""
        self._info = None
        self._kept.clear()

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
        return values[name] != before

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


def without_amounts(fields: tuple[EntryField, ...], values: Values) -> Values:
    """The values with empty amounts, which are entered anew for each payment."""
    amounts = {one.name for one in fields if isinstance(one, AmountEntry)}
    return {name: "" if name in amounts else text for name, text in values.items()}
