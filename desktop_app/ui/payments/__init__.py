"""The place Payments."""
