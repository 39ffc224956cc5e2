"""Use cases that run on workers."""
