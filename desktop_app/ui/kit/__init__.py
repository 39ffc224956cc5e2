"""Parts that several sections are built of."""
