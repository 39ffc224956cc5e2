"""The operating system: files, message box, taskbar."""
