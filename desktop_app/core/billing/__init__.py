"""Accounts, offers, quotes and the seam of providers."""
