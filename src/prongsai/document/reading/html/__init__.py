"""Web pages read."""
