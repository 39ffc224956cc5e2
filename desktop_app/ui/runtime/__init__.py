"""Tasks, context, ports, translation and timers of the window."""
