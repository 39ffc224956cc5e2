"""The drawer: movements, shifts and their reports; the shop's credit and what it earns."""
