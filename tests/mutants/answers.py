"""Breaks of what an answer proves (rule 4)."""

from __future__ import annotations

from tests.mutants.mutant import RULES, Mutant

_AMOUNTS = "desktop_app/core/amounts.py"
_DECODING = "desktop_app/service/decoding.py"
_STATUS_LOOKUP = "desktop_app/service/status_lookup.py"
_VERDICT = "desktop_app/core/payments/verdict.py"
_RECONCILING = "desktop_app/core/payments/reconciler.py"
_MEMORY = "desktop_app/core/payments/check_memory.py"

COMMIT = ("tests/unit/test_verdict.py",)
DECODING = ("tests/unit/test_service_decoding.py",)
STATUS_LOOKUP = ("tests/unit/test_status_lookup.py",)
BULK = ("tests/unit/test_bulk_lookups.py",)
RECONCILER_THREADS = ("tests/unit/test_reconciler_threads.py",)
AMOUNTS = ("tests/unit/test_amounts.py",)
LOOKUP = ("tests/unit/test_verdict_lookup.py",)

IN_ANSWERS = (
    Mutant(
        "a code beside a state that is no refusal is looked up as a refusal",
        "4",
        _VERDICT,
        '("state" not in answer.body and code != "")',
        'code != ""',
        COMMIT,
    ),
    Mutant(
        "of a payment that is listed twice the first entry counts",
        "6",
        _VERDICT,
        "if len(ours) != 1:",
        "if not ours:",
        BULK,
    ),
    # --- what an answer proves (rule 4) ---------------------------------------------------
    Mutant(
        "a Success with status false is paid",
        "4",
        _VERDICT,
        'state == "Success" and answer.accepted is True:',
        'state == "Success":',
        COMMIT,
    ),
    Mutant(
        "a Success with any HTTP status is paid",
        "4",
        _VERDICT,
        'if answer.http_status == _OK and state == "Success" and',
        'if state == "Success" and',
        COMMIT,
    ),
    Mutant(
        "1013 is a refusal like any other",
        "4",
        _VERDICT,
        "if not is_refusal or code == _REFERENCE_USED_BEFORE:",
        "if not is_refusal:",
        COMMIT,
    ),
    Mutant(
        "an answered refusal is not looked up",
        "4",
        _VERDICT,
        "    return needs_lookup\n\n\ndef _contradicts_itself",
        "    return Judgement(Verdict.REFUSED, code=code)\n\n\ndef _contradicts_itself",
        COMMIT,
    ),
    Mutant(
        "a timeout of the pay call is a refusal",
        "4, 6",
        _VERDICT,
        "_NOT_FOUND):\n        return unknown\n",
        "_NOT_FOUND):\n        return Judgement(Verdict.REFUSED)\n",
        COMMIT,
    ),
    Mutant(
        "a pay call's answer about another payment counts",
        "4",
        _VERDICT,
        'if references and not answer.lacks("reference", *references):',
        "if False:",
        RULES,
    ),
    Mutant(
        "a known code beside status true gives the cash back",
        "4",
        _VERDICT,
        "if code in SHOP_REFUSED and not _contradicts_itself(answer):",
        "if code in SHOP_REFUSED and answer.http_status != _NOT_FOUND:",
        COMMIT,
    ),
    Mutant(
        "a Success beside an error code is paid",
        "4",
        _VERDICT,
        '        if not answer.lacks("error_code"):\n            # An error code beside',
        "        if False:\n            # An error code beside",
        COMMIT,
    ),
    Mutant(
        "a list or object where a code or reference belongs is none",
        "4, 6",
        "desktop_app/core/payments/response.py",
        'return value is None or (isinstance(value, str) and value.strip() in ("", *but))',
        'return self.text(name) in ("", *but)',
        (*COMMIT, *LOOKUP),
    ),
    Mutant(
        "a bulk answer that names an error is its list",
        "6",
        _VERDICT,
        '        and answer.lacks("error_code")\n        and isinstance',
        "        and isinstance",
        BULK,
    ),
    Mutant(
        "a payment beside an error code of a look-up is known",
        "6",
        _VERDICT,
        '        and answer.lacks("error_code")\n        and answer.text("reference") == reference',
        '        and answer.text("reference") == reference',
        LOOKUP,
    ),
    Mutant(
        "002 beside a status that is neither true nor false says that it is not known",
        "6",
        _VERDICT,
        "        and _is_error(answer)\n        and answer.lacks",
        "        and answer.accepted is not True\n        and answer.lacks",
        LOOKUP,
    ),
    Mutant(
        "an answer that was cut off is not looked up at once",
        "4",
        _VERDICT,
        "if answer.cut_off and answer.http_status == _OK:",
        "if False:",
        COMMIT,
    ),
    Mutant(
        "any cut counts as answered",
        "4",
        _VERDICT,
        "if answer.cut_off and answer.http_status == _OK:",
        "if answer.cut_off:",
        COMMIT,
    ),
    Mutant(
        "a payment's answer is read up to its cut",
        "4",
        _DECODING,
        "    if pairs is None and _closes(text):\n",
        "    if pairs is None:\n",
        DECODING,
    ),
    Mutant(
        "a look-up is read up to its fault",
        "4",
        "desktop_app/service/outcome.py",
        "body = decode_as_far_as_possible(data) if paying else decode(data)",
        "body = decode_as_far_as_possible(data)",
        ("tests/unit/test_service_answers.py", "-k", "side_field"),
    ),
    Mutant(
        "a page that is cut off counts as answered",
        "4",
        "desktop_app/service/outcome.py",
        "    cut = begins_object(data)\n",
        "    cut = True\n",
        ("tests/unit/test_service_answers.py", "-k", "cut_off"),
    ),
    Mutant(
        "a payment that is not known in the path form alone is not paid",
        "6",
        _STATUS_LOOKUP,
        "        return form is LookupForm.BODY and says_not_known(answer, reference)\n",
        "        return says_not_known(answer, reference)\n",
        STATUS_LOOKUP,
    ),
    Mutant(
        "what the path form alone does not know is handed on",
        "6",
        _STATUS_LOOKUP,
        "return other if unproven else answer",
        "return answer",
        STATUS_LOOKUP,
    ),
    Mutant(
        "the other form of a look-up is never tried",
        "6",
        _STATUS_LOOKUP,
        "        if not unproven and not _may_be_the_form(answer):\n",
        "        if True:\n",
        STATUS_LOOKUP,
    ),
    Mutant(
        "002 ends a call that may be on its way",
        "6",
        _VERDICT,
        "    if not may_be_final:\n        return nothing\n",
        "",
        LOOKUP,
    ),
    Mutant(
        "002 ends what was acknowledged",
        "6",
        _VERDICT,
        "    if acknowledged:\n        return _doubtful(nothing, ReviewReason.FORGOTTEN)\n",
        "",
        LOOKUP,
    ),
    Mutant(
        "a look-up of another reference counts",
        "4",
        _VERDICT,
        '        and answer.text("reference") == reference\n    )\n\n\ndef says_not_known',
        "    )\n\n\ndef says_not_known",
        LOOKUP,
    ),
    Mutant(
        "another amount counts",
        "4",
        _VERDICT,
        "    if match is AmountMatch.OTHER:\n",
        "    if False:\n",
        LOOKUP,
    ),
    Mutant(
        "an amount that cannot be read counts as ours",
        "4",
        _VERDICT,
        "    if match is AmountMatch.UNCLEAR:\n",
        "    if False:\n",
        LOOKUP,
    ),
    Mutant(
        "another amount given as text is not compared",
        "4",
        _AMOUNTS,
        "        return AmountMatch.SAME if read_amount(value) == ours else AmountMatch.OTHER\n",
        "        return AmountMatch.SAME if Money.read(value) == ours else AmountMatch.OTHER\n",
        AMOUNTS,
    ),
    Mutant(
        "a float's noise makes another amount",
        "money",
        _AMOUNTS,
        "whole)) >= _NOISE:",
        "whole)) > 0:",
        AMOUNTS,
    ),
    Mutant(
        "parts of a paisa are rounded away",
        "money",
        _AMOUNTS,
        "whole)) >= _NOISE:",
        "whole)) > 1:",
        AMOUNTS,
    ),
    Mutant(
        "a decimal comma counts as grouping",
        "money",
        _AMOUNTS,
        '_BY_LAKHS = "[0-9]{1,2}(?:,[0-9]{2}){0,10},[0-9]{3}"',
        '_BY_LAKHS = "[0-9]{1,2}(?:,[0-9]{2}){0,10},[0-9]{2,3}"',
        AMOUNTS,
    ),
    Mutant(
        "another currency counts as rupees",
        "money",
        _AMOUNTS,
        "(?:npr|nrs|rs|",
        "(?:npr|nrs|rs|usd|",
        AMOUNTS,
    ),
    Mutant(
        "a refunded payment is paid",
        "4",
        _VERDICT,
        "if verdict is Verdict.PAID and _refund_signs(answer):",
        "if False:",
        LOOKUP,
    ),
    Mutant(
        "a look-up that timed out is a refusal",
        "6",
        _VERDICT,
        "        return nothing\n    if says_not_known",
        "        return Judgement(Verdict.REFUSED)\n    if says_not_known",
        LOOKUP,
    ),
    Mutant(
        "a Success in bulk is paid",
        "6",
        _VERDICT,
        "    entry = ServiceResponse(_OK, ours[0])\n",
        """    entry = ServiceResponse(_OK, ours[0])
    if entry.state == "Success":
        return Judgement(Verdict.PAID)
""",
        RULES,
    ),
    Mutant(
        "a bulk call that did not work counts as a look-up",
        "6",
        _RECONCILING,
        "            if judgement is not None and not judgement.needs_lookup:\n",
        "            judgement = judgement or Judgement(Verdict.UNKNOWN)\n"
        "            if judgement is not None and not judgement.needs_lookup:\n",
        BULK,
    ),
    Mutant(
        "what a bulk call knew is ended by 002",
        "6",
        _RECONCILING,
        "acknowledged=is_known or self._memory.was_known(payment.number),",
        "acknowledged=is_known,",
        BULK,
    ),
    Mutant(
        "what was listed is looked up though it is not due any more",
        "6",
        _RECONCILING,
        "return one if _is_due(one) else None",
        "return one",
        BULK,
    ),
    Mutant(
        "bulk calls that do not work are made again and again",
        "6",
        _MEMORY,
        "return now >= self._bulk_from and number not in self._singly",
        "return number not in self._singly",
        BULK,
    ),
    Mutant(
        "a look-up that cannot be recorded stops all others",
        "6",
        _MEMORY,
        "return self._troubled.get(number, now) <= now",
        "return True",
        BULK,
    ),
    Mutant(
        "what is remembered of look-ups is shared without a lock",
        "6",
        "desktop_app/core/payments/check_schedule.py",
        """        with self._lock:
            self._first_seen.setdefault(number, monotonic)

""",
        """        self._first_seen.setdefault(number, monotonic)

""",
        RECONCILER_THREADS,
    ),
)
