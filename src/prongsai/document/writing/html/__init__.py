"""Web pages written."""
