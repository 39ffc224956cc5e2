"""The window, its navigation, status bar and notices."""
