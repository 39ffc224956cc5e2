"""The place Day close."""
