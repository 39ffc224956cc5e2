"""Breaks of what is sent with a payment, and of how it is asked for later (rules 6, 7 and 14)."""

from __future__ import annotations

from tests.mutants.mutant import AMOUNTS, Mutant

_ALL = "desktop_app/core/payments/reference_lookup.py"
_DESK = "desktop_app/core/payments/desk.py"
_INQUIRY = "desktop_app/core/payments/inquiry.py"
_INQUIRY_FLOW = "desktop_app/core/inquiry_flow.py"
_ACCOUNTS = "desktop_app/core/billing/accounts.py"
_ORDER = "desktop_app/core/payments/order.py"
_MIGRATION = "desktop_app/ledger/sqlite/migrations/versions/0005_references.py"

REFERENCES = ("tests/unit/test_references.py", "tests/unit/test_middle_reads.py")
OLD_FILES = ("tests/unit/test_ledger_customers.py",)
ENDPOINTS = ("tests/unit/test_endpoints.py",)
LATEST_READ = ("tests/contract/test_latest_read.py",)

SEAM = ("tests/unit/test_provider_seam.py",)

IN_REFERENCES = (
    Mutant(
        "a doubt under one reference hides behind what is open under another",
        "6",
        _ALL,
        "        return 0\n",
        "        return 2\n",
        REFERENCES,
    ),
    Mutant(
        "a choice whose call was refused leaves the one before it to be paid",
        "14",
        _INQUIRY,
        "replace(self._asked(call), is_ahead=True).back()",
        "self._asked(call).back()",
        REFERENCES,
    ),
    Mutant(
        "another amount than was entered is paid",
        "14",
        "desktop_app/core/billing/replay.py",
        "                    price = turn.amount(entry.name)\n",
        "                    pass\n",
        SEAM,
    ),
    Mutant(
        "a look-up asks for one reference",
        "6",
        _ALL,
        "in order.sent_references:",
        "in order.sent_references[:1]:",
        REFERENCES,
    ),
    Mutant(
        "one that is not known is enough",
        "6",
        _ALL,
        "            unknown.append((judgement, answer))\n",
        "            return judgement, answer\n",
        REFERENCES,
    ),
    Mutant(
        "a refusal under the commit's own reference counts before another is asked for",
        "6",
        _ALL,
        "    return reference == order.reference and judgement.verdict is not Verdict.REFUSED\n",
        "    return reference == order.reference\n",
        REFERENCES,
    ),
    Mutant(
        "a commit whose page lists no reference is sent none",
        "6",
        _ORDER,
        "sends_reference = call.with_reference or info.sends_unlisted_reference",
        "sends_reference = call.with_reference",
        REFERENCES,
    ),
    Mutant(
        "a commit that takes no reference is sent one because no page lists it",
        "6",
        _ORDER,
        "sends_reference = call.with_reference or info.sends_unlisted_reference",
        "sends_reference = True",
        REFERENCES,
    ),
    Mutant(
        "a refusal under one reference counts before what is open under another",
        "6",
        _ALL,
        "    return 1 if judgement.verdict is Verdict.UNKNOWN else 2\n",
        "    return 1 if judgement.verdict is Verdict.REFUSED else 2\n",
        REFERENCES,
    ),
    Mutant(
        "a Success under another reference is not seen",
        "6",
        _ALL,
        "        elif judgement.verdict is Verdict.PAID or _decides_alone(",
        "        elif True or _decides_alone(",
        REFERENCES,
    ),
    Mutant(
        "a Success without an amount under a read's reference counts",
        "6",
        _ALL,
        "judgement.verdict is Verdict.PAID and match is AmountMatch.SILENT:",
        "False:",
        REFERENCES,
    ),
    Mutant(
        "a read's failure ends a payment that may still be on its way",
        "6",
        _ALL,
        "judgement.verdict is Verdict.REFUSED and not may_be_final:",
        "False:",
        REFERENCES,
    ),
    Mutant(
        "the reference of a call in the middle is dropped",
        "6",
        _INQUIRY,
        "references=(*self.references, *sent)",
        "references=self.references or sent",
        REFERENCES,
    ),
    Mutant(
        "a reference that was never sent is asked for",
        "6",
        "desktop_app/core/payments/payment.py",
        "own = (self.reference,) if self.sends_reference else ()",
        "own = (self.reference,)",
        REFERENCES,
    ),
    Mutant(
        "a commit that takes no reference is sent one",
        "6",
        "desktop_app/core/payments/execution.py",
        "Call(order.path, order.fields, order.sends_reference)",
        "Call(order.path, order.fields)",
        REFERENCES,
    ),
    Mutant(
        "what could never be looked up is sent",
        "6",
        _ORDER,
        "    if not (sends_reference or references):\n",
        "    if False:\n",
        REFERENCES,
    ),
    Mutant(
        "what the service was asked last is not compared before sending",
        "14",
        _DESK,
        "is_latest = inquiry.is_current and self._lookups.is_latest(inquiry)",
        "is_latest = self._lookups.is_latest(inquiry)",
        REFERENCES,
    ),
    Mutant(
        "an older value of an inquiry is paid after a later read",
        "14",
        _DESK,
        "is_latest = inquiry.is_current and self._lookups.is_latest(inquiry)",
        "is_latest = inquiry.is_current",
        LATEST_READ,
    ),
    Mutant(
        "a read that was begun and not answered is no later read",
        "14",
        "desktop_app/core/payments/lookups.py",
        "            self._note_read(inquiry.id, None)\n",
        "",
        LATEST_READ,
    ),
    Mutant(
        "the flow pays another choice than the service was asked about last",
        "14",
        _INQUIRY_FLOW,
        " or (inquiry.is_ahead and isinstance(step, Ready))",
        "",
        REFERENCES,
    ),
    Mutant(
        "going back forgets what the service was asked",
        "14",
        _INQUIRY,
        "is_ahead=self.is_ahead or dropped)",
        "is_ahead=self.is_ahead)",
        REFERENCES,
    ),
    Mutant(
        "a read without an answer is forgotten",
        "14",
        _INQUIRY,
        "replace(self._asked(call), is_broken=True)",
        "self._asked(call)",
        REFERENCES,
    ),
    Mutant(
        "another token goes on with a session",
        "10",
        "desktop_app/core/payments/lookups.py",
        "        _reject_other_connection(inquiry, stamp)\n",
        "",
        REFERENCES,
    ),
    Mutant(
        "an account without session and reference is paid once a run",
        "7",
        _INQUIRY,
        "    id: str = field(default_factory=new_reference)",
        '    id: str = "None"',
        REFERENCES,
    ),
    Mutant(
        "what waits at another endpoint of the brand stands in nobody's way",
        "7",
        "desktop_app/core/payments/duplicates.py",
        "    if _is_moved(earlier, order):\n        return True\n",
        "",
        ENDPOINTS,
    ),
    Mutant(
        "a brand goes to another endpoint though nobody chose it",
        "14",
        "desktop_app/providers/__init__.py",
        'chosen.get(one.info.slug, "")), one)',
        'chosen.get(one.info.slug, "genius")), one)',
        ENDPOINTS,
    ),
    Mutant(
        "an amount that is not on the list is paid",
        "14",
        _ACCOUNTS,
        "return not self.allowed or amount in self.allowed",
        "return True",
        AMOUNTS,
    ),
    Mutant(
        "an amount between two steps is paid",
        "14",
        _ACCOUNTS,
        "if self.step and amount.paisa % self.step.paisa:",
        "if False:",
        AMOUNTS,
    ),
    Mutant(
        "an amount above the most is paid",
        "14",
        _ACCOUNTS,
        "if self.maximum is not None and amount > self.maximum:",
        "if False:",
        AMOUNTS,
    ),
    Mutant(
        "an older payment that the service has known is not known any more",
        "6",
        _MIGRATION,
        "UPDATE payments SET acknowledged = 1 WHERE EXISTS",
        "UPDATE payments SET acknowledged = 0 WHERE EXISTS",
        OLD_FILES,
    ),
    Mutant(
        "what the service has known once can be unknown again",
        "6",
        _MIGRATION,
        "NEW.acknowledged IS NOT OLD.acknowledged AND NEW.acknowledged IS NOT 1",
        "NEW.acknowledged NOT IN (0, 1)",
        OLD_FILES,
    ),
)
