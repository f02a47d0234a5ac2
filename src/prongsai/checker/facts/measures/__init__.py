"""Measures and their progress, out of tables and prose."""
