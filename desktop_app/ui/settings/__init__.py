"""The place Settings: one file a page."""
