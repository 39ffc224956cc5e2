"""Deliberate breaks of the payment rules outside ``core/``."""

from __future__ import annotations

from tests.mutants.mutant import AMOUNTS, DUPLICATES, RULES, Mutant

_CLIENT = "desktop_app/service/client.py"
_WORLDLINK = "desktop_app/providers/worldlink.py"
_VIANET = "desktop_app/providers/vianet.py"
_TABLES = "desktop_app/ledger/sqlite/migrations/versions/0001_first.py"
_CUSTOMERS = "desktop_app/ledger/sqlite/migrations/versions/0002_customers.py"
_OPEN_STATES = "desktop_app/ledger/sqlite/migrations/versions/0007_open_states.py"
_CONTENT = "desktop_app/printing/content.py"

_LEDGER_RULES = ("tests/unit/test_ledger_rules.py",)
_LEDGER_CUSTOMERS = ("tests/unit/test_ledger_customers.py",)
_PROVIDER_WORLDLINK = ("tests/unit/test_provider_worldlink.py",)
_JOBS = "desktop_app/ui/runtime/jobs.py"
_SWITCH = ("tests/gui/test_switch_under_way.py",)

OUTSIDE = (
    # --- the ledger (rules 2, 5, 7, 8 and 9) ----------------------------------------------
    Mutant(
        "a payment is not flushed to the disk",
        "2",
        "desktop_app/ledger/sqlite/connections.py",
        '"PRAGMA synchronous = FULL"',
        '"PRAGMA synchronous = NORMAL"',
        ("tests/unit/test_ledger_durability.py", "-k", "every_connection"),
    ),
    Mutant(
        "what is read for a payment ends early after a search on the same connection",
        "3",
        "desktop_app/ledger/sqlite/connections.py",
        "driver.set_progress_handler(None, 0)",
        "pass",
        ("tests/unit/test_given_up_searches.py", "-k", "pays_and_records"),
    ),
    Mutant(
        "unfinished payments are left at start",
        "5",
        "desktop_app/application/environments.py",
        "        desk.recover()\n",
        "",
        RULES,
    ),
    Mutant(
        "a payment is paid in the environment that is chosen when its turn comes",
        "10",
        _JOBS,
        "return self.work(self.environments.desk(self.environment), report)",
        "return self.work(self.environments.desk(self.environments.with_records()[0]), report)",
        (*_SWITCH, "-k", "paid_in_test"),
    ),
    Mutant(
        "a payment is sent while another environment is about to be shown",
        "10",
        "desktop_app/ui/runtime/context.py",
        "return self.session.switching_to is not None or self.is_elsewhere",
        "return self.is_elsewhere",
        (*_SWITCH, "-k", "nothing_is_paid"),
    ),
    Mutant(
        "a payment is sent from pages of an environment that is not in force any more",
        "10",
        "desktop_app/ui/runtime/context.py",
        "return self.session.switching_to is not None or self.is_elsewhere",
        "return self.session.switching_to is not None",
        (*_SWITCH, "-k", "an_enter_before"),
    ),
    Mutant(
        "an account is looked up in the environment that is chosen when its turn comes",
        "10",
        _JOBS,
        "return self.work(self.environments.desk(self.environment))",
        "return self.work(self.environments.desk(self.environments.with_records()[0]))",
        (*_SWITCH, "-k", "looked_up or made_in_test"),
    ),
    Mutant(
        "the index of open payments is not unique",
        "7",
        _OPEN_STATES,
        '"second_open"],\n        unique=True,',
        '"second_open"],\n        unique=False,',
        (*_LEDGER_RULES, "-k", "index_alone"),
    ),
    Mutant(
        "the trigger of open payments compares what was typed",
        "7",
        _OPEN_STATES,
        '" AND company = NEW.company AND account_key = NEW.account_key"',
        '" AND provider = NEW.provider AND account_id = NEW.account_id"',
        (*_LEDGER_RULES, "-k", "raw_sql"),
    ),
    Mutant(
        "the index of open payments compares what was typed",
        "7",
        _OPEN_STATES,
        '["environment", "company", "account_key", "offer_id", "second_open"],',
        '["environment", "provider", "account_id", "offer_id", "second_open"],',
        (*_LEDGER_RULES, "-k", "index_alone"),
    ),
    Mutant(
        "an old file keeps its spellings",
        "7",
        _CUSTOMERS,
        "    _name_customers()\n    _part",
        "    _part",
        _LEDGER_CUSTOMERS,
    ),
    Mutant(
        "an old file with one customer open twice does not open",
        "7",
        _CUSTOMERS,
        "    _part_open_ones()\n    op",
        "    op",
        _LEDGER_CUSTOMERS,
    ),
    Mutant(
        "the ledger takes a payment of nothing",
        "14",
        _CUSTOMERS,
        '"NEW.amount <= 0"',
        '"NEW.amount < 0"',
        AMOUNTS,
    ),
    Mutant(
        "the old and the new Vianet are two companies",
        "7",
        _VIANET,
        "        company=COMPANY,\n",
        "",
        DUPLICATES,
    ),
    Mutant(
        "the trigger lets cash go back twice",
        "8",
        _TABLES,
        " number = NEW.payment AND state = 'not_paid' AND cash_returned_at IS NULL)\"",
        ' number = NEW.payment)"',
        (*_LEDGER_RULES, "-k", "cash or raw_sql"),
    ),
    Mutant(
        "cash that was given back stays on the list",
        "8",
        "desktop_app/ledger/schema/payments.py",
        "state = 'not_paid' AND cash_returned_at IS NULL",
        "state = 'not_paid'",
        ("tests/unit/test_desk.py", "-k", "cash"),
    ),
    Mutant(
        "events can be edited",
        "9",
        _TABLES,
        '("events_keep", "BEFORE UPDATE ON events", "1", "append_only"),',
        '("events_keep", "BEFORE UPDATE ON events", "0", "append_only"),',
        (*_LEDGER_RULES, "-k", "raw_sql"),
    ),
    Mutant(
        "practice and live share a file",
        "10",
        "desktop_app/data_folder.py",
        'Environment.PRACTICE: "practice.db"',
        'Environment.PRACTICE: "payments.db"',
        ("tests/unit/test_settings_file.py",),
    ),
    Mutant(
        "two programs have one folder",
        "5",
        "desktop_app/system/posix.py",
        "fcntl.LOCK_EX | fcntl.LOCK_NB",
        "fcntl.LOCK_SH | fcntl.LOCK_NB",
        ("tests/e2e/test_one_program.py", "-k", "one_at_a_time"),
    ),
    # --- the service (rules 3, 4 and 10 to 12) --------------------------------------------
    Mutant(
        "the client sends again when the line breaks",
        "3",
        _CLIENT,
        "                response = transport.handle_request(request)\n",
        """                try:
                    response = transport.handle_request(request)
                except httpx.TransportError:
                    response = transport.handle_request(request)
""",
        ("tests/unit/test_service_sending.py",),
    ),
    Mutant(
        "redirects are followed",
        "3, 12",
        _CLIENT,
        "                response = transport.handle_request(request)\n",
        """                response = transport.handle_request(request)
                if response.has_redirect_location:
                    response.close()
                    again = request.url.join(response.headers["location"])
                    response = transport.handle_request(httpx.Request("GET", again))
""",
        ("tests/unit/test_service_answers.py", "-k", "redirect"),
    ),
    Mutant(
        "a line that breaks before the answer counts as not sent",
        "4",
        "desktop_app/service/outcome.py",
        "unsent = never_connected or not track.handed_over",
        "unsent = never_connected or not track.received",
        ("tests/unit/test_service_sending.py",),
    ),
    Mutant(
        "the token of a look-up's URL is logged",
        "11",
        _CLIENT,
        "return self._carry_out(name, lambda: self._lookup(form, reference))",
        "return self._carry_out("
        "str(self._lookup(form, reference).url), lambda: self._lookup(form, reference))",
        ("tests/unit/test_service_secrecy.py",),
    ),
    Mutant(
        "tokens in tracebacks are not blotted out",
        "11",
        "desktop_app/redaction/tokens.py",
        "setattr(record, name, redact(value))",
        "setattr(record, name, value)",
        ("tests/unit/test_service_redaction.py", "-k", "further_on"),
    ),
    Mutant(
        "a look-up is made with another token",
        "10",
        "desktop_app/service/registry.py",
        "if service is None or service.connection_id != order.connection_id:",
        "if service is None:",
        RULES,
    ),
    Mutant(
        "plain http goes anywhere",
        "12",
        "desktop_app/core/environment.py",
        ' or (parts.scheme == "http" and host in _LOOPBACK)',
        ' or parts.scheme == "http"',
        ("tests/unit/test_environment.py",),
    ),
    Mutant(
        "numbers of the service become floats",
        "money",
        "desktop_app/service/decoding.py",
        "dict[str, object], float_hook=_number",
        "dict[str, object], float_hook=float",
        ("tests/unit/test_service_decoding.py", "-k", "exact"),
    ),
    # --- what a bill costs -----------------------------------------------------------------
    Mutant(
        "the due is added to the current package",
        "money",
        _WORLDLINK,
        "quote=_quote(rate, None if is_current else due),",
        "quote=_quote(rate, due),",
        _PROVIDER_WORLDLINK,
    ),
    Mutant(
        "the due is not added to another package",
        "money",
        _WORLDLINK,
        "quote=_quote(rate, None if is_current else due),",
        "quote=_quote(rate, None),",
        _PROVIDER_WORLDLINK,
    ),
    Mutant(
        "Vianet's total is rate and VAT",
        "money",
        _VIANET,
        'quote=Quote(total=parsing.amount(bill.get("grand_total")), lines=lines),',
        "quote=Quote(total=sum((line.amount for line in lines), parsing.ZERO), lines=lines),",
        ("tests/unit/test_provider_vianet.py",),
    ),
    Mutant(
        "a bill is sent without its paisa",
        "money",
        _VIANET,
        '"amount": offer.total.number}',
        '"amount": int(offer.total.decimal)}',
        ("tests/contract/test_providers.py",),
    ),
    # --- screens and papers (rules 3, 4, 8 and 10) ----------------------------------------
    Mutant(
        "a waiting payment gives a receipt",
        "4",
        _CONTENT,
        "if payment.state is not PaymentState.PAID or payment.receipt is None:",
        "if payment.receipt is None:",
        ("tests/unit/test_printing_content.py", "-k", "receipt"),
    ),
    Mutant(
        "a practice paper is headed like a receipt",
        "10",
        _CONTENT,
        "Environment.PRACTICE: texts.PRACTICE_SLIP,",
        "Environment.PRACTICE: texts.PAYMENT_RECEIPT,",
        ("tests/unit/test_printing_content.py", "-k", "not_live"),
    ),
    Mutant(
        "the practice bar is missing",
        "10",
        "desktop_app/ui/widgets/environment.py",
        "self.band.setVisible(not live)",
        "self.band.setVisible(False)",
        ("tests/gui/test_widgets_window.py", "-k", "environment"),
    ),
    Mutant(
        "the window closes while a payment is sent",
        "3",
        "desktop_app/ui/shell/window.py",
        "is_sending = self.flow.sending and not self.flow.is_answered\n",
        "is_sending = False\n",
        ("tests/gui/test_wizard_payment.py", "-k", "while_sending"),
    ),
    Mutant(
        "a held Enter presses Pay",
        "3",
        "desktop_app/ui/shell/enter_key_filter.py",
        "repeats = event.isAutoRepeat() and event.key() in ENTER_KEYS",
        "repeats = False",
        (*RULES, "-k", "enter"),
    ),
    Mutant(
        "a hasty Space presses Pay",
        "3",
        "desktop_app/ui/shell/enter_key_filter.py",
        " and is_typing(QApplication.focusWidget()):",
        ":",
        ("tests/gui/test_hasty_keys.py", "-k", "space"),
    ),
    Mutant(
        "Enter alone gives cash back",
        "8",
        "desktop_app/ui/widgets/button.py",
        """            if self.variant is Variant.DANGER or event.modifiers() & _OF_PAGES:
                event.ignore()
            elif not""",
        "            if not",
        ("tests/gui/test_widgets_keys.py", "-k", "cash_back"),
    ),
)
