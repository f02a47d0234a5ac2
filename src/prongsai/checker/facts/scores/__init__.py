"""Scores and what is said about them, out of tables and sentences."""
