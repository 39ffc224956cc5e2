"""An answer that is not understood: the sentence says why, where that helps a person."""

from __future__ import annotations

from desktop_app.core.errors import NotUnderstood, Problem, ServiceError
from desktop_app.ui.texts.problems import problem_sentence
from tests.tables import each


@each(
    ("reason", "words"),
    [
        ("not_whole_rupees", "The amount has paisa, which this company does not take."),
        ("duplicate_offer", "It names two prices for the same thing."),
        ("has_due", "It names a due, and not whether the due is paid as well."),
        (
            "several_services",
            "This customer has several services, and it does not say which one is paid.",
        ),
        ("other_account", "It is about another customer."),
    ],
)
def test_the_reason_stands_before_the_advice(reason: str, words: str) -> None:
    plain = problem_sentence(NotUnderstood("unasked_turn"))
    told = problem_sentence(NotUnderstood(reason))
    assert (told.what, told.advice) == (plain.what, f"{words} {plain.advice}")
    assert "do not take cash" in told.what


def test_the_words_of_the_service_are_no_reason_of_the_program() -> None:
    refused = ServiceError(Problem.REFUSED, reason="bad_amount")
    assert "could not be read" not in problem_sentence(refused).advice
