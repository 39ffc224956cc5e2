"""One payment to a company of each family of flows, and what is sent for it.

Most are the program's own companies. Those that the program does not know yet are here as their
pages document them, for the tests alone: they show that the seam carries every flow that the
service has. A company that is built for good moves to ``desktop_app/providers``.
"""
