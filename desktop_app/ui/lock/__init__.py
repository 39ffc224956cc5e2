"""The locked counter, and the question for an owner's PIN."""
