"""Takes over customers of an older list: read from a file, tried first, and taken in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.old_lists.taking import Choice, read_rows
from desktop_app.core.old_lists.text import (
    MAX_BYTES,
    ListError,
    ListTrouble,
    OldList,
    read_list,
)
from desktop_app.exports.rejected_rows import write_rejected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.application.catalog import Catalog
    from desktop_app.application.environments import Environments
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.old_lists.taking import Plan, Read, Rejected


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """Where the rows go that are not taken over, and the words of the column that says why."""

    path: Path
    reason_head: str
    reason_text: Callable[[Rejected], str]


class OldLists:
    """Older lists, for the record of each environment. Every method may wait."""

    def __init__(self, environments: Environments, catalog: Catalog, clock: Clock) -> None:
        self._environments = environments
        self._catalog = catalog
        self._clock = clock

    def read(self, path: Path) -> OldList:
        """Read a file.

        Raises:
            ListError: no row of it can be read.
        """
        try:
            if path.stat().st_size > MAX_BYTES:
                raise ListError(ListTrouble.TOO_LARGE)
            data = path.read_bytes()
        except OSError as error:
            raise ListError(ListTrouble.NOT_THERE) from error
        return read_list(data)

    def plan(self, environment: Environment, rows: OldList, choice: Choice) -> Plan:
        """Tell what would be taken over. Nothing is written."""
        read = self._read(environment, rows, choice)
        return self._environments.old_lists(environment).plan(read)

    def take(
        self,
        environment: Environment,
        rows: OldList,
        choice: Choice,
        rejected: RejectedFile,
        on_progress: Callable[[int], None],
    ) -> Plan:
        """Take it over, and write the file of the rows that are not taken, if there are any.

        That file comes first, for nothing is taken where it cannot be written; and again at the
        end, if another customer was changed meanwhile.

        Returns:
            What was decided of; fewer rows than the list has where nobody waits for it any more.

        Raises:
            ListError: the file cannot be written; nothing is taken over, or all of it with
                ``NOT_REWRITTEN``.
            LedgerError: the record cannot be written; the parts before are taken over.
        """
        read = self._read(environment, rows, choice)
        head = rows.rows[0] if choice.has_header else ()
        taker = self._environments.old_lists(environment)
        tried = taker.plan(read)
        _write_rejected(rejected, head, tried, ListTrouble.NOT_WRITTEN)
        taken = taker.take(read, self._clock.now(), on_progress)
        if taken.rejected != tried.rejected:
            _write_rejected(rejected, head, taken, ListTrouble.NOT_REWRITTEN)
        return taken

    def _read(self, environment: Environment, rows: OldList, choice: Choice) -> list[Read]:
        providers = {one.info.slug: one for one in self._catalog.providers()}
        return list(read_rows(rows.rows, choice, providers, environment))


def _write_rejected(
    file: RejectedFile, head: tuple[str, ...], plan: Plan, trouble: ListTrouble
) -> None:
    """Write the file; where no row is rejected there is none."""
    try:
        if not plan.rejected:
            file.path.unlink(missing_ok=True)
            return
        file.path.parent.mkdir(parents=True, exist_ok=True)
        write_rejected(file.path, head, plan.rejected, file.reason_head, file.reason_text)
    except OSError as error:
        raise ListError(trouble) from error
