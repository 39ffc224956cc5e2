"""Breaks of the clerk's and the money's way: ``core/desk.py``, ``flow.py``, ``money.py``."""

from __future__ import annotations

from tests.mutants.mutant import RULES, Mutant

_DESK = "desktop_app/core/desk.py"
_FLOW = "desktop_app/core/flow.py"
_MONEY = "desktop_app/core/money.py"

DESK = ("tests/unit/test_desk.py", "tests/unit/test_desk_full_disk.py")
FLOW = ("tests/unit/test_flow.py",)
SENDING = ("tests/unit/test_money_sending.py",)
TELLING = ("tests/unit/test_telling.py",)

IN_DESK = (
    # --- recorded, sent once (rules 1 to 3) -----------------------------------------------
    Mutant(
        "sent before it is written as sending",
        "2",
        _DESK,
        """        payment = self._mark_sending(payment)
        try:
            with self._reconciler.sending(payment):
                tell(progress, payment)
                answer = service.commit(Call(order.path, order.fields), order.reference)
""",
        """        answer = service.commit(Call(order.path, order.fields), order.reference)
        payment = self._mark_sending(payment)
        try:
            with self._reconciler.sending(payment):
                tell(progress, payment)
""",
        DESK,
    ),
    Mutant(
        "the desk sends again without an answer",
        "3",
        _DESK,
        "                return self._settle(service, payment, answer)\n",
        """                if answer.problem is not None:
                    answer = service.commit(Call(order.path, order.fields), order.reference)
                return self._settle(service, payment, answer)
""",
        DESK,
    ),
    Mutant(
        "an update may begin while a payment is sent",
        "3",
        _DESK,
        "        with told(self._sending):\n",
        "        with told(nullcontext):\n",
        TELLING,
    ),
    Mutant(
        "what others are told ends a payment",
        "3",
        "desktop_app/core/telling.py",
        """            telling.close()
        except Exception:
""",
        """            telling.close()
        except ZeroDivisionError:
""",
        TELLING,
    ),
    Mutant(
        "the cash is recorded in place of the amount",
        "2",
        "desktop_app/core/order.py",
        "amount=offer.total,",
        "amount=request.cash_due,",
        DESK,
    ),
    Mutant(
        "the environment of a look-up is not compared",
        "10",
        _DESK,
        "same = found.environment is environment is request.counter.environment",
        "same = True",
        DESK,
    ),
    Mutant(
        "another package is paid while one waits",
        "7",
        _DESK,
        "if twins.open is not None:",
        "if False:",
        SENDING,
    ),
    Mutant(
        "something that breaks after sending gives the cash back",
        "4",
        _DESK,
        "        except Exception:\n            # The call may have left",
        "        except ZeroDivisionError:\n            # The call may have left",
        SENDING,
    ),
    Mutant(
        "a look-up ends a review",
        "5",
        "desktop_app/core/reconciling.py",
        "waits = one.payment.state is PaymentState.WAITING",
        "waits = True",
        SENDING,
    ),
    Mutant("a stale look-up is paid from", "7", _DESK, " or age > STALE_AFTER:", ":", DESK),
    Mutant(
        "a look-up is paid from twice",
        "7",
        _DESK,
        "if _session(request) in self._spent:",
        "if False:",
        RULES,
    ),
    Mutant(
        "paying again is not asked for",
        "7",
        _DESK,
        "if twins.paid_today is not None and not order.pays_again:",
        "if False:",
        DESK,
    ),
    # --- the clerk's way (rules 1, 3 and 7) -----------------------------------------------
    Mutant("Pay counts twice", "3", _FLOW, "            and not self.sending\n", "", RULES),
    Mutant("Enter pays while cash is missing", "8", _FLOW, "            and enough\n", "", FLOW),
    Mutant(
        "a late answer is taken",
        "3",
        _FLOW,
        "if self._awaited != ticket:",
        "if self._awaited is None:",
        FLOW,
    ),
    Mutant(
        "a payment of today raises no question",
        "7",
        _FLOW,
        "or (self.twins.paid_today is not None and not self.pays_again)",
        "",
        FLOW,
    ),
    Mutant(
        "another attempt has the same reference",
        "1",
        _FLOW,
        "        self.sending = False\n        self.reference = new_reference()\n",
        "        self.sending = False\n",
        RULES,
    ),
    # --- money ----------------------------------------------------------------------------
    Mutant(
        "a float is money",
        "money",
        _MONEY,
        "not isinstance(value, int | Decimal | str)",
        "not isinstance(value, int | float | Decimal | str)",
        ("tests/unit/test_money.py",),
    ),
    Mutant(
        "paisa are cut off when sent",
        "money",
        _MONEY,
        "return int(value) if value == value.to_integral_value() else value",
        "return int(value)",
        ("tests/unit/test_money.py",),
    ),
)
