"""Marks a text for translation where it stands in a table; translated when it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text itself. Qt's function of this name does the same, untyped."""
    return text
