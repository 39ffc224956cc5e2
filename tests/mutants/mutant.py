"""What a deliberate break is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """One break: ``old`` stands once in ``file`` and becomes ``new``; ``tests`` must fail.

    ``rule`` is a number of the design's payment rules, ``money`` or ``people``.
    """

    name: str
    rule: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


DUPLICATES = ("tests/unit/test_duplicates.py",)
AMOUNTS = ("tests/unit/test_payable_amounts.py",)
RULES = ("tests/unit/test_money_rules.py",)
"""Tests that are there because a mutant had survived all others."""
