"""Crash handler, log, support bundle, components."""
