"""All mutants, and what is common to applying and to checking them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutants.amounts import IN_AMOUNTS
from tests.mutants.answers import IN_ANSWERS
from tests.mutants.audit import OF_AUDIT
from tests.mutants.cash import IN_CASH
from tests.mutants.credit import IN_CREDIT
from tests.mutants.customers import OF_CUSTOMERS
from tests.mutants.desk import IN_DESK
from tests.mutants.drawer import IN_DRAWER
from tests.mutants.families import IN_FAMILIES
from tests.mutants.line import IN_LINE
from tests.mutants.outside import OUTSIDE
from tests.mutants.people import ON_PEOPLE
from tests.mutants.receipts import IN_RECEIPTS
from tests.mutants.records import IN_RECORDS
from tests.mutants.references import IN_REFERENCES
from tests.mutants.reversals import OF_REVERSALS
from tests.mutants.tenders import IN_TENDERS
from tests.mutants.unseen import ON_WRITES
from tests.mutants.waiting import IN_WAITING

if TYPE_CHECKING:
    from tests.mutants.mutant import Mutant

ROOT = Path(__file__).resolve().parents[2]

MUTANTS = (
    *IN_DESK,
    *IN_AMOUNTS,
    *IN_CASH,
    *IN_ANSWERS,
    *IN_WAITING,
    *IN_LINE,
    *OUTSIDE,
    *IN_RECORDS,
    *OF_CUSTOMERS,
    *IN_REFERENCES,
    *IN_FAMILIES,
    *IN_RECEIPTS,
    *ON_PEOPLE,
    *OF_AUDIT,
    *IN_DRAWER,
    *IN_TENDERS,
    *IN_CREDIT,
    *OF_REVERSALS,
    *ON_WRITES,
)


def broken(mutant: Mutant, root: Path) -> str:
    """The text of the mutant's file with the break in it.

    Raises:
        ValueError: the old text does not stand there exactly once.
    """
    text = (root / mutant.file).read_text(encoding="utf-8")
    found = text.count(mutant.old)
    if found != 1 or mutant.old == mutant.new:
        raise ValueError(f"{mutant.file} has the old text of {mutant.name!r} {found} times")
    return text.replace(mutant.old, mutant.new)
