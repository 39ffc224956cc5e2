"""Enforces one running program per data folder: lock, ipc, claim, requests."""
