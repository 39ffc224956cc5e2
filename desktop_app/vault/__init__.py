"""Tokens in the keyring."""
