"""Chapters about the installed program: it starts, pays, is updated while it runs, and goes on."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING

from builder.places import NAME
from builder.tools import say
from builder.verify.installing import see_installed
from builder.verify.shop import Shop, see
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from builder.machine import Machine
    from builder.source import Source
    from desktop_app.sandbox.replies import Reply

TOKEN = "LIVE:VerifyVerifyVerify12"
EXIT_PAYMENT = 3
_HELD_SECONDS = 50.0
"""Less than the minute for which the program waits for an answer."""

_ASK_VAULT = """
from keyring.backends.Windows import WinVaultKeyring
print(WinVaultKeyring().get_password("Bhuktani", "token:live"))
"""


class HeldService(PracticeService):
    """The practice service behind a real server; answers to payments can be held back."""

    def __init__(self) -> None:
        super().__init__(token=TOKEN)
        self.arrived = threading.Event()
        self._free = threading.Event()
        self._free.set()
        self.interpose = self._answer_later

    def hold(self) -> None:
        """Keep the next payment's answer until ``let_go``."""
        self.arrived.clear()
        self._free.clear()

    def let_go(self) -> None:
        """Answer what was held back."""
        self._free.set()

    def _answer_later(
        self, _method: str, path: str, _body: bytes, answer: Callable[[], Reply]
    ) -> Reply:
        reply = answer()
        if "/commit/" in path:
            self.arrived.set()
            self._free.wait(_HELD_SECONDS)
        return reply


def smoke_test(shop: Shop, version: str) -> None:
    """The installed program pays a practice bill; it says one line, and not a word more."""
    process = shop.wine.start(shop.program, "--smoke-test")
    output = process.communicate(timeout=120)[0].decode("utf-8", "replace").strip()
    see(process.returncode == 0, f"the smoke test pays: {output}")
    start = f"smoke test: {NAME} {version} paid Rs. "
    see(output.startswith(start) and len(output.splitlines()) == 1, f"nothing else: {output}")
    say(f"   {output}")


def pays_and_is_not_disturbed(shop: Shop, setup: Path, machine: Machine) -> None:
    """First start from the start menu, token, look-up, cash, PAID: with keys, over real sockets.

    While the second payment is being sent, a newer installer is refused.
    """
    service = HeldService()
    with SandboxServer(service) as server:
        shop.data.mkdir(parents=True, exist_ok=True)
        settings = shop.data / "settings.json"
        settings.write_text(json.dumps({"live_url": server.url}))
        shop.open_from_menu()
        shop.eyes.picture("first-start")
        _connect(shop)
        _pay(shop, "online_renew", is_first=True)
        shop.wait(lambda: shop.states() == ["paid"], "the payment is PAID in the ledger")
        shop.eyes.picture("paid")
        see(TOKEN not in settings.read_text(), "the token is not in the settings")
        see(_kept_token(shop, machine) == TOKEN, "the token is in Windows Credential Manager")

        before = shop.installed()
        service.hold()
        shop.go("Return")
        _pay(shop, "online_due_and_package")
        shop.wait(service.arrived.is_set, "the second payment is at the service")
        window = shop.open(setup, "/LANG=en")
        shop.go("Return")
        shop.eyes.picture("refused-payment")
        see(shop.leave(window, setup.name, "Escape") == EXIT_PAYMENT, "the installer is refused")
        see(shop.installed() == before, "the refused installer changed nothing")
        service.let_go()
        shop.wait(lambda: shop.states() == ["paid", "paid"], "the second payment is PAID")
        see(len(service.payments) == len(shop.payments()), "the service was paid as often")
    _see_quiet(shop)


def is_updated_while_open(shop: Shop, setup: Path, folder: Path, version: str) -> None:
    """A silent upgrade closes the program, replaces it, and leaves every payment as it was."""
    see(shop.is_running, "the program is open")
    payments, settings = shop.payments(), (shop.data / "settings.json").read_bytes()
    see(shop.run(setup, "/S") == 0, "the upgrade ends well")
    see(not shop.is_running, "the program was closed")
    see_installed(shop, folder)
    see(shop.registered("DisplayVersion") == version, "Apps & features knows the new version")
    see(shop.payments() == payments, "the payments are the same")
    see((shop.data / "settings.json").read_bytes() == settings, "the settings are the same")
    shop.open_from_menu()
    shop.go("F3")
    shop.eyes.picture("payments-after-upgrade")
    shop.go("F1")
    shop.go("Tab", "Tab", "Return")
    shop.eyes.picture("about")
    shop.close_program()
    see(shop.payments() == payments, "the new program left the payments alone")
    _see_quiet(shop)


def closes_while_starting(shop: Shop) -> None:
    """Asked at any moment of its start, "none runs any more" is true when it is said."""
    for tenths in (2, 6, 10, 20):
        process = shop.wine.start(shop.program)
        shop.wait(lambda: shop.is_running, "the program begins")
        time.sleep(tenths / 10)  # the moments need not be exact
        code = shop.run(shop.program, "--close")
        see(code == 0, f"closed {tenths / 10} s after its start, it says so: {code}")
        see(shop.ends(process, shop.program.name) == 0, "it ended by itself")
        see(not shop.has_folder, "nobody works with the data folder")


def knows_its_language(shop: Shop, machine: Machine, source: Source) -> None:
    """Check that the first start uses the language of the installer."""
    python = machine.packages.parents[1] / "python.exe"
    question = "import sys; sys.path.insert(0, sys.argv[1]); "
    question += (
        "from desktop_app.installer.setup_language import setup_language; print(setup_language())"
    )
    said = shop.wine.run(python, "-c", question, machine.path(source.folder)).strip()
    see(said == "ne", f"the program is told the language of the installer: {said}")


def says_that_it_cannot_start(shop: Shop) -> None:
    """A program with a missing file says a sentence, and leaves the details in the log."""
    (shop.folder / "_internal/resources/fonts/NotoSans-Regular.ttf").unlink()
    shop.open_from_menu()
    shop.eyes.picture("cannot-start")
    crash = (shop.data / "logs/crash.log").read_text("utf-8")
    see("NotoSans-Regular.ttf" in crash, "the log names what is missing")
    shop.eyes.press("Return")
    shop.wait(lambda: not shop.is_running, "the program ends when the sentence was read")


def forgot_token(shop: Shop, machine: Machine) -> None:
    """The token went with the data."""
    see(_kept_token(shop, machine) == "None", "no token is left in Windows Credential Manager")


def _kept_token(shop: Shop, machine: Machine) -> str:
    """The token in this Windows' Credential Manager; "None" if there is none."""
    python = machine.packages.parents[1] / "python.exe"
    return shop.wine.run(python, "-c", _ASK_VAULT).strip()


def _connect(shop: Shop) -> None:
    """Go through the first start, from the welcome to the provider page."""
    shop.go("2")
    shop.enter("Verify Shop")
    shop.enter(TOKEN)
    shop.go("Return")  # the token works: on to the companies of the street
    shop.go("Return")  # none is named, so that all are on
    shop.go("Return")  # no printer is chosen
    shop.eyes.picture("first-start-ready")
    shop.go("Return")


def _pay(shop: Shop, account: str, *, is_first: bool = False) -> None:
    """Pay with the chosen provider, up to the answer or the wait for it.

    Before the first cash of a day it is asked what lies in the drawer; the shop goes on without.
    """
    shop.go("Return")
    shop.enter(account)
    shop.go("1", "Return")
    if is_first:
        shop.eyes.picture("opening-question")
        shop.go("Escape")
    shop.go("F8", "Return")
    shop.go("Return")


def _see_quiet(shop: Shop) -> None:
    """The log has no token, and nothing unexpected happened."""
    for log in (shop.data / "logs").iterdir():
        see(TOKEN.encode() not in log.read_bytes(), f"the token is not in {log.name}")
    see(not (shop.data / "logs/crash.log").exists(), "nobody was surprised")
    faults = (shop.data / "logs/fault.log").read_text("utf-8").splitlines()
    see(all(line.startswith("-- ") for line in faults), f"nothing crashed: {faults}")
    for line in (shop.data / "logs/bhuktani.log").read_text("utf-8").splitlines():
        # After the upgrade nobody serves at that address any more, and the program says so.
        is_trouble = " ERROR " in line or (" WARNING " in line and "no_network" not in line)
        see(not is_trouble, f"no trouble in the log: {line}")
