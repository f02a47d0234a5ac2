"""Benchmarks: ours, a peer and the limit of the machine, measured in one run."""

__all__: list[str] = []
