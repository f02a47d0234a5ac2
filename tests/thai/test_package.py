"""What the package shows to others."""

import inspect

from prongsai import thai


def test_the_public_names_are_sorted_and_complete() -> None:
    public = [name for name, value in vars(thai).items() if not name.startswith("_") and not inspect.ismodule(value)]

    assert sorted(thai.__all__) == sorted(public)
    assert list(thai.__all__) == sorted(thai.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
