"""The rules of the checker, each a small function from facts to findings."""
