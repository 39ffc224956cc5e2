"""Makes, judges and follows payments: order, desk, verdict, lookups, reconciliation."""
