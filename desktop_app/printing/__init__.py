"""Receipt and slip content, and how it reaches paper or PDF."""
