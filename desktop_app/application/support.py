"""The bundle for support: what somebody needs to help, and nothing that must stay in the shop."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.errors import VaultError
from desktop_app.data_folder import ledger_path

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.application.environments import Environments
    from desktop_app.core.clock import Clock
    from desktop_app.core.ports import Vault
    from desktop_app.core.settings import Settings
    from desktop_app.redaction.tokens import Redactor


class Support:
    """Writes the support bundle."""

    def __init__(
        self,
        data_folder: Path,
        clock: Clock,
        environments: Environments,
        vault: Vault,
        redactor: Redactor,
    ) -> None:
        self._data_folder = data_folder
        self._clock = clock
        self._environments = environments
        self._vault = vault
        self._redactor = redactor

    def save_bundle(self, environment: Environment, settings: Settings, folder: Path) -> Path:
        """Write the bundle about an environment into a folder; its path.

        It holds no token, and no name or phone number of a customer.
        """
        from desktop_app.diagnostics.support_bundle import BundleRequest, save_bundle

        with suppress(VaultError):
            for one in (Environment.TEST, Environment.LIVE):
                # Seen once, a token is known to the redactor.
                self._vault.token(one)
        backups = self._environments.maintenance(environment).overview
        ledger = ledger_path(self._data_folder, environment)
        request = BundleRequest(settings, self._data_folder, ledger, backups, self._clock.now())
        return save_bundle(folder, request, self._redactor)
