"""Reads the window as a screen reader does: the tree of roles, names, values and descriptions.

What is painted is asked of the paint itself (``contrast_kit``): each text that is seen must be the
name, the value or the description of something that is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHeaderView,
    QLineEdit,
    QListView,
    QProgressBar,
    QWidget,
)

from desktop_app.ui.setup_forms.company_table import CompanyTable
from desktop_app.ui.widgets import (
    Button,
    Cell,
    ChoiceList,
    FieldState,
    MoneyTable,
    RecentItem,
    TextField,
    TileItem,
)
from desktop_app.ui.widgets.page_body import PageBody
from tests.gui.contrast_kit import Painted
from tests.gui.fit_kit import label_of, seen, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

_Role, _Text = QAccessible.Role, QAccessible.Text
READ = frozenset(
    (
        *(_Role.StaticText, _Role.Button, _Role.RadioButton, _Role.CheckBox, _Role.ComboBox),
        *(_Role.EditableText, _Role.ButtonMenu, _Role.ButtonDropDown, _Role.ProgressBar),
        *(_Role.Table, _Role.List, _Role.ListItem, _Role.Cell, _Role.ColumnHeader, _Role.Switch),
    )
)
"""Roles whose name a screen reader reads. It passes over boxes and whatever has no role."""


@dataclass(slots=True)
class Node:
    """Something in the tree that belongs to a widget."""

    widget: QWidget
    role: QAccessible.Role
    name: str
    value: str
    description: str
    inside: list[str] = field(default_factory=list)
    """Names of what is in it and is no widget, such as the cells of a table."""

    @property
    def said(self) -> str:
        return _flat(" ".join((self.name, self.value, self.description, *self.inside)))


def silent(window: QWidget, painted: Painted | None = None) -> list[str]:
    """All that a screen reader would not read, or would read as what it is not.

    ``painted``: what was just painted, by a window that has settled.
    """
    if painted is None:
        settle(window)
        painted = Painted()
    nodes = list(tree(window))
    known = {node.widget: node for node in nodes}
    found = [why for node in nodes for why in _wrong(node)]
    for widget in seen(window):
        found += _unread(widget, painted.words(widget), known)
    return [*found, *_disorder([node.widget for node in nodes])]


def tree(window: QWidget) -> Iterator[Node]:
    """The widgets of the tree that can be seen, in the order in which they are read."""
    root = QAccessible.queryAccessibleInterface(window)
    yield from _walk(root)


def _walk(at: QAccessibleInterface) -> Iterator[Node]:
    for number in range(at.childCount()):
        child = at.child(number)
        if child.state().invisible:
            continue
        widget = child.object()
        if not isinstance(widget, QWidget):
            continue
        node = _node(widget, child)
        if node.role in (_Role.Table, _Role.List):
            parts = (child.child(n) for n in range(child.childCount()))
            node.inside = [part.text(_Text.Name) for part in parts]
        yield node
        yield from _walk(child)


def _node(widget: QWidget, at: QAccessibleInterface) -> Node:
    name, value, description = (
        at.text(kind) for kind in (_Text.Name, _Text.Value, _Text.Description)
    )
    return Node(widget, at.role(), name, value, description)


def _wrong(node: Node) -> Iterator[str]:
    """A role, a name or a reason that something a person can use does not have."""
    widget, label = node.widget, label_of(node.widget)
    wanted = wanted_role(widget)
    if wanted is not None and node.role is not wanted:
        yield f"{label}: is a {node.role.name}, not a {wanted.name}"
    usable = isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView)
    if usable and not isinstance(widget, QHeaderView) and not node.name.strip():
        yield f"{label}: a {node.role.name} without a name"
    off = not widget.isEnabled()
    if isinstance(widget, QAbstractButton) and off and not node.description:
        yield f"{label}: is off, and does not say why"
    if isinstance(widget, ChoiceList):
        yield from _wrong_list(widget)
    invalid = isinstance(widget, TextField) and widget.state is FieldState.INVALID
    if invalid and not node.description:
        yield f"{label}: is not accepted, and does not say why"


def _wrong_list(view: ChoiceList) -> Iterator[str]:
    """An item that is not said as one, or does not say whether it is chosen; a list that is off
    and does not say why.
    """
    label, listed = label_of(view), QAccessible.queryAccessibleInterface(view)
    if not view.isEnabled() and not listed.text(_Text.Description):
        yield f"{label}: is off, and does not say why"
    if listed.childCount() != len(view.items):
        yield f"{label}: {listed.childCount()} of {len(view.items)} items are read"
        return
    chosen = {index.row() for index in view.selectionModel().selectedRows()}
    for number, item in enumerate(view.items):
        child = listed.child(number)
        name, state = child.text(_Text.Name), child.state()
        if child.role() is not _Role.ListItem:
            yield f"{label}: {item.words!r} is a {child.role().name}, not a ListItem"
        if not name.strip() or item.words not in name:
            yield f"{label}: {item.words!r} is said as {name!r}"
        if bool(state.selected) is not (number in chosen):
            yield f"{label}: {item.words!r} does not say whether it is chosen"
        if not state.selectable or not state.focusable:
            yield f"{label}: {item.words!r} cannot be chosen"


def wanted_role(widget: QWidget) -> QAccessible.Role | None:
    """What a control is; None for what is no control."""
    if isinstance(widget, QAbstractButton):
        if not widget.isCheckable():
            return _Role.ButtonMenu if _has_menu(widget) else _Role.Button
        return _Role.RadioButton if _is_one_of_several(widget) else _Role.CheckBox
    if isinstance(widget, QLineEdit):
        return _Role.EditableText
    if isinstance(widget, QProgressBar):
        return _Role.ProgressBar
    if isinstance(widget, QDialog):
        return _Role.Dialog
    if isinstance(widget, QListView):
        return _Role.List
    return None


def _is_one_of_several(button: QAbstractButton) -> bool:
    group: QButtonGroup | None = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def _has_menu(button: QAbstractButton) -> bool:
    menu = getattr(button, "menu", None)
    return callable(menu) and menu() is not None


def _unread(widget: QWidget, words: list[str], known: dict[QWidget, Node]) -> Iterator[str]:
    """Texts that are painted and never said."""
    if not words:
        return
    node = known.get(_spoken_for(widget))
    label = label_of(widget)
    if node is None:
        yield f"{label}: {words} is not in the tree"
        return
    if node.role not in READ:
        yield f"{label}: {words} belongs to a {node.role.name}, which is not read"
        return
    aside = _aside(widget)
    for text in words:
        parts = [part for part in _flat(text).split("…") if part]
        if text not in aside and not all(part in node.said for part in parts):
            yield f"{label}: {text!r} is not said: {node.name!r} {node.value!r}"


def _aside(widget: QWidget) -> set[str]:
    """What need not be said: letters that stand for a name beside them, and keys of what is off."""
    if isinstance(widget, Button) and not widget.isEnabled():
        return {widget.key}
    table = widget.parentWidget()
    if isinstance(table, ChoiceList):
        return {item.letters for item in table.items if isinstance(item, RecentItem | TileItem)}
    if isinstance(table, CompanyTable):
        return {row.letters for row in table.rows}
    if not isinstance(table, MoneyTable):
        return set()
    cells = [cell for row in table.rows for cell in row.cells if isinstance(cell, Cell)]
    return {cell.monogram[0] for cell in cells if cell.monogram}


def _spoken_for(widget: QWidget) -> QWidget:
    """What says a text: a table its head, its cells and what stands in them, all else itself."""
    at: QWidget | None = widget
    found = widget
    while at is not None:
        if isinstance(at, QAbstractItemView) and not isinstance(at, QHeaderView):
            found = at
        at = at.parentWidget()
    return found


def _disorder(order: list[QWidget]) -> Iterator[str]:
    """Read first: the body of the page, then its footer, then the rail."""
    at = {widget.objectName(): number for number, widget in enumerate(order)}
    footers = [name for name in at if name.endswith(".footer")]
    bodies = [n for n, widget in enumerate(order) if isinstance(widget, PageBody)]
    for name in footers:
        if not any(number < at[name] for number in bodies):
            yield f"{name} is read before the page"
    rail = at.get("nav")
    if rail is not None and any(at[name] > rail for name in footers):
        yield "the rail is read before the page"


def _flat(text: str) -> str:
    return "".join(text.split())
