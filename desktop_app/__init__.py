"""Bhuktani: take cash at the counter and pay customers' internet bills."""

__version__ = "0.1.0"
