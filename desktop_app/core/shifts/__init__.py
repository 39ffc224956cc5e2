"""A shift's figures."""
