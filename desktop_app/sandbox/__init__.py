"""The practice service: the contract of the real one, invented customers, no money.

``practice.PracticeService`` is the service without sockets, ``transport.PracticeTransport`` serves
it inside the program, ``server.SandboxServer`` over real HTTP. README.md lists the customers.
"""
