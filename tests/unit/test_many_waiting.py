"""A long list of waiting payments is looked up with few requests, and linear work."""

from __future__ import annotations

from tests.bench.waiting import counted


def test_a_look_up_reads_the_list_in_two_questions_however_long_it_is() -> None:
    requests_of_few, statements_of_few = counted(40)
    requests, statements = counted(120)
    assert (requests_of_few, requests) == (1, 3)
    # One call's own statements, and the same for each payment.
    assert statements <= 3 * statements_of_few
