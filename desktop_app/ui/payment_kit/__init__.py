"""What several sections show of one payment."""
