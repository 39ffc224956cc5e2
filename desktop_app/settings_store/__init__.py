"""The settings file, and overrides of one run."""
