"""One company of each family of flows, as its page documents it, for the tests alone.

The program knows none of them. They show that the seam carries every flow that the service has, and
pay real payments against the practice service. A company that is built for good moves to
``desktop_app/providers``.
"""
