"""The service over HTTP: its client, the reading of its answers, and the keeping of tokens."""
