"""Forms that the first run and the settings share."""
