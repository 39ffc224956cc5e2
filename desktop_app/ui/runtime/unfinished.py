"""What a person has begun and not ended yet: it outlives a page that is built anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.long_jobs import LongJob
    from desktop_app.ui.runtime.tasks import Result


@dataclass
class TokenTrial:
    """A token that the service is asked about. The answer may come while no page is there."""

    token: str = field(repr=False)
    environment: Environment
    job: LongJob

    @property
    def result(self) -> Result[object] | None:
        """What the service answered; None until then."""
        return self.job.result


@dataclass
class Unsaved:
    """Entries that are not saved yet: it outlives a page that is built anew.

    ``first`` and ``first_token`` are what the first start has asked for so far, at ``first_step``.
    """

    settings_page: str = ""
    shop: Settings | None = None
    first_step: int | None = None
    first: Settings | None = None
    first_token: str = field(default="", repr=False)
    first_companies: Mapping[str, str] = field(default_factory=dict)
    """Names by slug of the companies that the first start was told of, in that order; none for
    all."""
    company_search: str = ""
    """What the first start's list of companies is searched for."""
    first_refused: bool = False
    """The step was not left because of what is entered: what is wrong is said."""
    trial: TokenTrial | None = None
    cash_count: object = None
    """A count of the drawer's cash that is not recorded, for the page that counts."""


@dataclass
class LookupUnderWay:
    """The look-up of an account that was begun last: it outlives the page that began it.

    ``job`` is its number, ``ticket`` the flow's, ``began`` the clock's monotonic seconds.
    """

    job: int = 0
    ticket: int = 0
    began: float = 0.0
