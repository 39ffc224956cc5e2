"""The guides for shop owners list the companies that the program can pay, as they are."""

from __future__ import annotations

import re

import pytest

from desktop_app.core.billing.forms import FieldLabel
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.providers import all_providers
from tests.providers_guide import GUIDES, Guide, table, with_table

guides = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.path.name)


@guides
def test_the_list_of_companies_is_the_programs(guide: Guide) -> None:
    text = guide.path.read_text(encoding="utf-8")
    assert with_table(guide, text) == text, "run: python3 dev.py providers --guide"


@guides
def test_the_list_has_a_line_for_each_company_in_use(guide: Guide) -> None:
    lines = table(guide).splitlines()
    in_use = [one.info for one in all_providers() if not one.info.retired]
    assert len(lines) == 2 + len(in_use)
    assert len({line.count("|") for line in lines}) == 1


@guides
def test_whatever_is_asked_and_paid_has_words_in_the_guide(guide: Guide) -> None:
    assert set(FieldLabel) - set(guide.brought) == {FieldLabel.AMOUNT}
    assert set(guide.paid) == set(OfferStyle)


@guides
def test_each_link_within_a_guide_has_its_heading_and_the_guides_have_the_same(
    guide: Guide,
) -> None:
    text = guide.path.read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert links == [heading.lower().replace(" ", "-") for heading in headings]
    other = next(one for one in GUIDES if one is not guide)
    assert f"]({other.path.name})" in text
    others = re.findall(r"^## ", other.path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(headings) == len(others)
