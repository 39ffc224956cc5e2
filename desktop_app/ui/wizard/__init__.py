"""The wizard of a new payment: one file a page."""
