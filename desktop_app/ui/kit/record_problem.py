"""Words trouble with a record, which may be another environment's than that in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.errors import Problem
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.environments import act_there_text, environment_word
from desktop_app.ui.texts.problems import problem_sentence

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.ui.runtime.context import AppContext

_OF_A_RECORD = frozenset(
    {
        Problem.LEDGER_LOCKED,
        Problem.LEDGER_READ_ONLY,
        Problem.LEDGER_DAMAGED,
        Problem.LEDGER_NEWER,
        Problem.LEDGER_FAILED,
        Problem.PAYMENT_GONE,
    }
)


def record_problem(
    context: AppContext, error: BhuktaniError, environment: Environment | None = None
) -> Sentence:
    """Word an error of the environment on the screen, or of this one."""
    environment = environment or context.environment
    if environment is context.session.environment:
        return problem_sentence(error)
    return elsewhere_problem(error, environment)


def elsewhere_problem(error: BhuktaniError, environment: Environment) -> Sentence:
    """Word an error of an environment that is not in force: its record is named.

    Its backups are not where the advice would lead to: who went there would replace the record in
    force, which has no fault, by an older one.
    """
    sentence = problem_sentence(error)
    if error.problem not in _OF_A_RECORD:
        return sentence
    if error.problem is Problem.LEDGER_DAMAGED:
        sentence = Sentence(sentence.what, act_there_text(environment))
    return sentence.named(environment_word(environment))
