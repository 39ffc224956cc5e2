"""Breaks of how a payment is recorded, sent once and confirmed (rules 1 to 3 and 7)."""

from __future__ import annotations

from tests.mutants.mutant import DUPLICATES, RULES, Mutant

_DESK = "desktop_app/core/payments/desk.py"
_EXECUTION = "desktop_app/core/payments/execution.py"
_FLOW = "desktop_app/core/payment_flow.py"
_CONFIRMATIONS = "desktop_app/core/confirmations.py"
_DUPLICATES = "desktop_app/core/payments/duplicates.py"
_INQUIRY_FLOW = "desktop_app/core/inquiry_flow.py"

DESK = ("tests/unit/test_desk.py", "tests/unit/test_desk_full_disk.py")
FLOW = ("tests/unit/test_flow.py", "tests/unit/test_flow_any_order.py")
SENDING = ("tests/unit/test_money_sending.py",)
NEVER_SENT = ("tests/unit/test_desk_never_sent.py",)
TELLING = ("tests/unit/test_telling.py",)
GIVEN_UP = ("tests/unit/test_given_up.py",)

IN_DESK = (
    # --- recorded, sent once (rules 1 to 3) -----------------------------------------------
    Mutant(
        "sent before it is written as sending",
        "2",
        _EXECUTION,
        """            return self._mark_sending(payment)
        except BaseException:""",
        """            self.service.commit(
                Call(self.order.path, self.order.fields), self.order.reference
            )
            return self._mark_sending(payment)
        except BaseException:""",
        DESK,
    ),
    Mutant(
        "what was given up before sending owes its cash",
        "8",
        "desktop_app/core/payments/payment.py",
        "has_cash = self.cash_returned_at is None and not self.abandoned",
        "has_cash = self.cash_returned_at is None",
        NEVER_SENT,
    ),
    Mutant(
        "what could not be given up waits for the next start",
        "5",
        _DESK,
        """        self._end_unsent()
        service = self._lookups.service()
""",
        """        service = self._lookups.service()
""",
        NEVER_SENT,
    ),
    Mutant(
        "a used reference gives up the payment that was sent with it",
        "5",
        "desktop_app/core/payments/unsent.py",
        "*([PaymentState.SENDING] if was_recorded else [])",
        "PaymentState.SENDING",
        NEVER_SENT,
    ),
    Mutant(
        "the ledger gives up what was answered",
        "5",
        "desktop_app/ledger/steps.py",
        "event.state is PaymentState.NOT_PAID and before.state in _UNANSWERED",
        "event.state is PaymentState.NOT_PAID and before.state is not PaymentState.PAID",
        NEVER_SENT,
    ),
    Mutant(
        "a payment that is only recorded counts as held",
        "8",
        "desktop_app/ledger/queries.py",
        "IS_OPEN, _P.state != PaymentState.RECORDED",
        "IS_OPEN",
        NEVER_SENT,
    ),
    Mutant(
        "the desk sends again without an answer",
        "3",
        _EXECUTION,
        "                judgement = judge_commit(",
        """                if answer.problem is not None:
                    answer = self.service.commit(Call(order.path, order.fields), order.reference)
                judgement = judge_commit(""",
        DESK,
    ),
    Mutant(
        "a look-up that the end of the program cuts off counts as made",
        "6",
        "desktop_app/core/payments/reference_lookup.py",
        "    if answer.problem is not None and is_given_up():\n",
        "    if False:\n",
        GIVEN_UP,
    ),
    Mutant(
        "an answer is thrown away because the program ends",
        "6",
        "desktop_app/core/payments/reference_lookup.py",
        "    if answer.problem is not None and is_given_up():\n",
        "    if is_given_up():\n",
        GIVEN_UP,
    ),
    Mutant(
        "an update may begin while a payment is sent",
        "3",
        _DESK,
        "        with sending_marker(self._sending):\n",
        "        with sending_marker(nullcontext):\n",
        TELLING,
    ),
    Mutant(
        "what others are told ends a payment",
        "3",
        "desktop_app/core/payments/progress.py",
        """            telling.close()
        except BaseException:
""",
        """            telling.close()
        except ZeroDivisionError:
""",
        TELLING,
    ),
    Mutant(
        "the cash is recorded in place of the amount",
        "2",
        "desktop_app/core/payments/order.py",
        "amount=offer.total,",
        "amount=request.cash_due,",
        DESK,
    ),
    Mutant(
        "the environment of a look-up is not compared",
        "10",
        _DESK,
        "same = stamp.environment is environment is request.counter.environment",
        "same = True",
        DESK,
    ),
    Mutant(
        "another package is paid while one waits",
        "7",
        _DESK,
        "if duplicates.open is not None:",
        "if False:",
        SENDING,
    ),
    Mutant(
        "something that breaks after sending gives the cash back",
        "4",
        _EXECUTION,
        "        except BaseException as error:\n            # The call may have left",
        "        except ZeroDivisionError as error:\n            # The call may have left",
        SENDING,
    ),
    Mutant(
        "a library's exit after sending gives the cash back",
        "4",
        _EXECUTION,
        "        except BaseException as error:\n            # The call may have left",
        "        except Exception as error:\n            # The call may have left",
        SENDING,
    ),
    Mutant(
        "what breaks behind a recorded answer makes the answer lost",
        "4",
        _EXECUTION,
        "            if known is lost:\n",
        "            known = lost\n            if known is lost:\n",
        SENDING,
    ),
    Mutant(
        "an answer at which the record breaks is lost",
        "4",
        _EXECUTION,
        "        except BaseException as error:\n            self.unwritten.answers.keep(",
        "        except LedgerError as error:\n            self.unwritten.answers.keep(",
        SENDING,
    ),
    Mutant(
        "a listener's exit ends a payment",
        "3",
        "desktop_app/core/payments/progress.py",
        """        progress(payment)
    except BaseException:
""",
        """        progress(payment)
    except Exception:
""",
        TELLING,
    ),
    Mutant(
        "a look-up ends a review",
        "5",
        "desktop_app/core/payments/reconciler.py",
        "waits = one.payment.state is PaymentState.WAITING",
        "waits = True",
        SENDING,
    ),
    Mutant(
        "a look-up with another token is paid from",
        "10",
        _DESK,
        "if not same or stamp.connection_id != service.connection_id or",
        "if not same or",
        DESK,
    ),
    Mutant("a stale look-up is paid from", "7", _DESK, " or age > STALE_AFTER:", ":", DESK),
    Mutant(
        "a look-up is paid from twice",
        "7",
        _DESK,
        "if inquiry.id in self._unwritten.spent:",
        "if False:",
        RULES,
    ),
    Mutant(
        "paying again is not asked for",
        "7",
        _DESK,
        "if duplicates.paid_today is not None and not order.duplicate_confirmed:",
        "if False:",
        DESK,
    ),
    Mutant(
        "another letter case is another customer",
        "7",
        "desktop_app/core/billing/account_key.py",
        "typed.casefold().split()",
        "typed.split()",
        DUPLICATES,
    ),
    Mutant(
        "blanks and unseen characters make another customer",
        "7",
        "desktop_app/core/billing/account_key.py",
        "typed_code(account_id)",
        "account_id",
        DUPLICATES,
    ),
    Mutant(
        "only the calendar day is asked about",
        "7",
        _DUPLICATES,
        "return min(clock.start_of_day(), clock.now() - ASKED_FOR)",
        "return clock.start_of_day()",
        DUPLICATES,
    ),
    Mutant(
        "another package is not asked about",
        "7",
        _DUPLICATES,
        "    return not (_is_bill(earlier) and _is_bill(order))\n",
        "    return False\n",
        DUPLICATES,
    ),
    Mutant(
        "a bill with another id at the other service is another bill",
        "7",
        _DUPLICATES,
        " or earlier.provider != order.provider:",
        ":",
        DUPLICATES,
    ),
    Mutant(
        "a question that must be asked is asked about the amount too",
        "7",
        _DUPLICATES,
        "if may_repeat(p.order, order)",
        "if may_repeat(p.order, order) and p.order.amount == order.amount",
        DUPLICATES,
    ),
    Mutant(
        "an open package lets another begin",
        "7",
        _DUPLICATES,
        "return earlier.offer_id == order.offer_id or not _is_bill(order)",
        "return earlier.offer_id == order.offer_id",
        DUPLICATES,
    ),
    Mutant(
        "who pays again agrees to another bill",
        "7",
        _DESK,
        "not order.another_bill:",
        "not (order.another_bill or order.duplicate_confirmed):",
        DUPLICATES,
    ),
    Mutant(
        "who says that it is another bill pays again",
        "7",
        _DESK,
        "and not order.duplicate_confirmed:",
        "and not (order.duplicate_confirmed or order.another_bill):",
        DUPLICATES,
    ),
    Mutant(
        "what was agreed to about one payment counts for the next",
        "7",
        _CONFIRMATIONS,
        "        if _number(duplicates.paid_today) != _number(self.duplicates.paid_today):\n"
        "            self.duplicate_confirmed = False\n",
        "",
        FLOW,
    ),
    # --- the clerk's way (rules 1, 3 and 7) -----------------------------------------------
    Mutant("Pay counts twice", "3", _FLOW, "            and not self.sending\n", "", RULES),
    Mutant(
        "Enter pays while cash is missing",
        "8",
        _FLOW,
        "            and self.taken.pays(due)\n",
        "",
        FLOW,
    ),
    Mutant(
        "a late answer is taken",
        "3",
        "desktop_app/core/read_tickets.py",
        "if self._awaited != ticket:",
        "if self._awaited is None:",
        FLOW,
    ),
    Mutant(
        "a payment of today raises no question",
        "7",
        _CONFIRMATIONS,
        "or (self.duplicates.paid_today is not None and not self.duplicate_confirmed)",
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
)
