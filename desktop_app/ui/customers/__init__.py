"""The place Customers."""
