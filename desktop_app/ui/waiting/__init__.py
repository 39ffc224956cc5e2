"""The place Waiting."""
