"""What tests of several packages stand on: an example, and folders of rules written for one test."""

from pathlib import Path

import pytest
from hypothesis import settings

from folders import ROOT, Laid, lay
from prongsai.pipeline import Way, start

# A busy machine is no fault of the code: speed is measured in bench/.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def mae_sot() -> Way:
    """Mae Sot city municipality, fiscal year 2568."""
    return start(ROOT / "examples" / "mae-sot-2568.yaml")


@pytest.fixture
def laid(tmp_path: Path) -> Laid:
    """Writes a folder of rules for this test."""
    return lambda texts: lay(tmp_path / "rules", texts)
