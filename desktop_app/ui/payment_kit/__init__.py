"""Widgets and texts of a payment that several sections share."""
