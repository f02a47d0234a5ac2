"""Word files written, and commented."""
