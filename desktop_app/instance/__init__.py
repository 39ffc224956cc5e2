"""One program per data folder: lock, ipc, claim, requests."""
