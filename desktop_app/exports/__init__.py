"""Payments as files for others: a workbook for Excel, and CSV."""
