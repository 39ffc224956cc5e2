"""One payment: order, desk, verdict, lookups, reconciliation."""
