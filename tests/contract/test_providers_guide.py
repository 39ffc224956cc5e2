"""The guide for shop owners lists the companies that the program can pay, as they are."""

from __future__ import annotations

from desktop_app.core.billing.forms import FieldLabel
from desktop_app.providers import all_providers
from tests import providers_guide


def test_the_list_of_companies_is_the_programs() -> None:
    text = providers_guide.GUIDE.read_text(encoding="utf-8")
    assert providers_guide.with_table(text) == text, "run: python3 dev.py providers --guide"


def test_the_list_has_a_line_for_each_company_in_use() -> None:
    lines = providers_guide.table().splitlines()
    in_use = [one.info for one in all_providers() if not one.info.retired]
    assert len(lines) == 2 + len(in_use)
    assert len({line.count("|") for line in lines}) == 1


def test_whatever_is_asked_has_words_in_the_guide() -> None:
    assert set(FieldLabel) - set(providers_guide.BROUGHT) == {FieldLabel.AMOUNT}
