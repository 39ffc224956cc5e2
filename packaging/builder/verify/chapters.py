"""The chapters in the order in which a shop would meet them, and what each begins with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from builder.verify import folders, installing, using
from builder.verify.shop import Shop, see

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from builder.build import Program
    from builder.machine import Machine
    from builder.verify.traces import Traces

OLDER = "0.0.1"


class Stage(Enum):
    """The state of the computer."""

    NOTHING = "nothing"
    OLDER = "the older program"
    PAID = "the older program, which is open and has paid"
    NEWER = "the newer program"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the verification.

    Attributes:
        begins: what the chapter before leaves; brought about where that one is not run.
    """

    title: str
    begins: Stage
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Tried:
    """The programs that are tried, and the machine on which they run.

    Attributes:
        clean: what there was before anything of ours.
    """

    machine: Machine
    shop: Shop
    clean: Traces
    program: Program
    setup: Path
    older: Program
    older_setup: Path

    def bring(self, stage: Stage) -> None:
        """Bring it about, in place of the chapters before."""
        shop = self.shop
        if stage is Stage.NEWER:
            see(shop.run(self.setup, "/S") == 0, "the newer one is installed")
            shop.open_from_menu()
            shop.close_program()
        elif stage is not Stage.NOTHING:
            see(shop.run(self.older_setup, "/S") == 0, "the older one is installed")
        if stage is Stage.PAID:
            using.pays_and_is_not_disturbed(shop, self.setup, self.machine)


def chapters(it: Tried) -> Iterator[Chapter]:
    """Yield all chapters in order."""
    shop, setup, clean, machine = it.shop, it.setup, it.clean, it.machine
    new, version, old = it.program.folder, it.program.source.version, it.older.folder

    def chapter(title: str, begins: Stage, act: Callable[..., object], *given: object) -> Chapter:
        return Chapter(title, begins, lambda: act(shop, *given))

    yield chapter("Windows that is too old", Stage.NOTHING, installing.refuses_old_windows, setup)
    yield chapter("Folders of others", Stage.NOTHING, folders.keeps_off, setup)
    yield chapter("A full drive", Stage.NOTHING, folders.needs_room, setup)
    damaged = folders.refuses_what_is_damaged
    yield chapter("A damaged installer", Stage.NOTHING, damaged, setup)
    older = it.older_setup
    yield chapter("First power cut", Stage.NOTHING, installing.survives_a_first_cut, older)
    yield chapter("Silent installation", Stage.NOTHING, installing.installs, older, old, OLDER)
    yield chapter("Smoke test, older", Stage.OLDER, using.smoke_test, OLDER)
    yield chapter("A payment", Stage.OLDER, using.pays_and_is_not_disturbed, setup, machine)
    yield chapter("Power cut", Stage.PAID, installing.survives_a_power_cut, setup, old)
    yield chapter("Update", Stage.PAID, using.is_updated_while_open, setup, new, version)
    yield chapter("Closing while it starts", Stage.NEWER, using.closes_while_starting)
    yield chapter("Smoke test", Stage.NEWER, using.smoke_test, version)
    yield chapter("Older installer", Stage.NEWER, installing.refuses_older, older, setup, new)
    cut = installing.survives_a_cut_while_swapping
    yield chapter("Cut while swapping", Stage.NEWER, cut, setup, new)
    yield chapter("A missing file", Stage.NEWER, using.says_that_it_cannot_start)
    yield chapter("Repair", Stage.NEWER, installing.repairs, setup, new)
    yield chapter("Removal", Stage.NEWER, installing.uninstalls, clean)
    on_screen = installing.installs_on_screen
    yield chapter("On the screen, English", Stage.NOTHING, on_screen, setup, "en")
    yield chapter("Removal after English", Stage.NEWER, installing.uninstalls, clean)
    yield chapter("On the screen, Nepali", Stage.NOTHING, on_screen, setup, "ne")
    language = using.knows_its_language
    yield chapter("Nepali is remembered", Stage.NEWER, language, machine, it.program.source)
    yield chapter("Removal of everything", Stage.NEWER, installing.removes_everything, clean)
    yield chapter("No token is left", Stage.NOTHING, using.forgot_token, machine)


def chosen(every: list[Chapter], names: list[str]) -> list[tuple[Chapter, bool]]:
    """The chapters with one of these words in their titles, all where there is none.

    Each with whether the one before it is run too.
    """
    follows = False
    found: list[tuple[Chapter, bool]] = []
    for chapter in every:
        is_chosen = not names or any(name.casefold() in chapter.title.casefold() for name in names)
        if is_chosen:
            found.append((chapter, follows))
        follows = is_chosen
    return found
