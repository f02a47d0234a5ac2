"""Documents with planted faults, their clean twins, and what the checker finds of them."""

__all__: list[str] = []
