"""Interfaces that the installer relies on: running marks, closing, removing data."""
