"""A callback has an owner that lives: any other is refused when it is given, not lost later."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from desktop_app.ui.runtime.tasks import Result, Tasks
from tests.gui.tasks_kit import KINDS, Gate, Listener, Named, until

if TYPE_CHECKING:
    from collections.abc import Iterator


class Nobody:
    """Has a method, and is no object of Qt."""

    def take(self, done: object) -> None:
        pass


def take(*_: object) -> None:
    """Belongs to nobody."""


def ownerless() -> list[Any]:
    gone = Listener()
    late = gone.take
    delete(gone)
    heard: list[object] = []
    return [
        take,
        lambda done: None,
        partial(take, 1),
        partial(partial(take, 1), 2),
        heard.append,
        Nobody().take,
        partial(Nobody().take),
        late,
        partial(late),
    ]


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    made.begin()
    yield made
    made.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_callback_without_a_living_owner_is_refused(tasks: Tasks, kind: str) -> None:
    listener = Listener()
    ran: list[object] = []
    for then in ownerless():
        with pytest.raises(TypeError, match="living QObject"):
            if kind == "pay":
                tasks.pay(Named(ran.append), then, listener.note)
            else:
                told = (None,) if kind == "record" else ()
                getattr(tasks, kind)(Named(partial(ran.append, 1)), then, *told)
    assert tasks.is_idle
    tasks.read(Named(lambda: 7), listener.take)
    until(lambda: listener.values == [7])
    assert ran == [], "the job of a callback that was refused"


def test_a_listener_without_a_living_owner_is_refused(tasks: Tasks) -> None:
    listener = Listener()
    ran: list[object] = []
    for progress in ownerless():
        with pytest.raises(TypeError, match="living QObject"):
            tasks.pay(Named(ran.append), listener.take, progress)
    assert tasks.is_idle
    assert ran == []


def test_another_one_to_call_back_needs_a_living_owner_too(tasks: Tasks) -> None:
    gate, listener = Gate(), Listener()
    number = tasks.read(gate, listener.take)
    for then in ownerless():
        with pytest.raises(TypeError, match="living QObject"):
            tasks.redirect(number, then)
    gate.open()
    until(lambda: len(listener.heard) == 1)


def test_a_method_with_further_arguments_is_called_back(tasks: Tasks) -> None:
    class Page(QObject):
        heard: tuple[object, ...] = ()

        def take(self, first: int, second: int, done: Result[object]) -> None:
            self.heard = (first, second, done.value)

    page = Page()
    tasks.read(Named(lambda: 3), partial(partial(page.take, 1), 2))
    until(lambda: page.heard == (1, 2, 3))


def test_whoever_is_gone_when_the_job_ends_is_not_called(tasks: Tasks) -> None:
    gate, gone, listener = Gate(), Listener(), Listener()
    tasks.read(gate, gone.take)
    delete(gone)
    gc.collect()
    gate.open()
    tasks.read(Named(lambda: 7), listener.take)
    until(lambda: listener.values == [7] and tasks.is_idle)
    assert gone.heard == []
