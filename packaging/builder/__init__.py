"""Builds the Windows program and its installer, and tries both. ``python -m builder --help``."""
