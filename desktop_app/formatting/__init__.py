"""Dates, amounts in words, digits and numbers as texts, without Qt."""
