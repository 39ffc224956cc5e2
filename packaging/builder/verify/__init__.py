"""Tries the installer in a Windows of its own (Wine): every claim is seen, not hoped."""
