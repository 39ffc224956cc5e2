"""Deliberate breaks of what keeps a payment's bytes from leaving twice, or never (rule 3)."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_CLIENT = "desktop_app/service/client.py"
_CONNECTING = ("tests/unit/test_service_connecting.py",)
_THREADS = ("tests/unit/test_desk_threads.py",)

IN_LINE = (
    Mutant(
        "a commit is repeated on another connection",
        "3",
        _CLIENT,
        "        if once:\n            # Once, and never given up (rule 3).\n",
        "        if False:\n",
        (*_CONNECTING, "-k", "payment_is_never"),
    ),
    Mutant(
        "a payment that nobody waits for is given up",
        "3",
        _CLIENT,
        "track = CallProgress(self._timeouts.commit_total)\n",
        "track = CallProgress(self._timeouts.commit_total, cancellation())\n",
        (*_CONNECTING, "-k", "payment_is_never"),
    ),
    Mutant(
        "the addresses get the bytes again when one breaks",
        "3",
        "desktop_app/service/transport.py",
        "            answer = self._pool.handle_request(carried)\n",
        """            try:
                answer = self._pool.handle_request(carried)
            except Exception:
                answer = self._pool.handle_request(carried)
""",
        (*_CONNECTING, "-k", "second_address"),
    ),
    Mutant(
        "the second address gets the bytes as well",
        "3",
        "desktop_app/service/transport.py",
        "                connection, address = connect_first(found, left)\n",
        """                connection, address = connect_first(found, left)
                for other in found[1:]:
                    connect_first([other], left)[0].sendall(b"POST")
""",
        (*_CONNECTING, "-k", "second_address"),
    ),
    Mutant(
        "a look-up settles what is being sent",
        "6",
        "desktop_app/core/payments/reconciler.py",
        "        with self._claims.holding((payment.number,)):\n            yield\n",
        "        yield\n",
        (*_THREADS, "-k", "being_sent"),
    ),
    Mutant(
        "two threads settle the same payment",
        "6",
        "desktop_app/core/payments/claims.py",
        "(number for number in numbers if number not in self._held)",
        "(numbers)",
        (*_THREADS, "-k", "two_threads"),
    ),
    Mutant(
        "sockets that lost the race stay open",
        "3",
        "desktop_app/service/connecting.py",
        "        for loser in self._running:\n            loser.close()\n",
        "",
        (*_CONNECTING, "-k", "losers"),
    ),
)
