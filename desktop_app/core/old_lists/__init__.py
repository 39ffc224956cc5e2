"""Customers of an older list, such as a spreadsheet: what it says, and what is taken of it."""
