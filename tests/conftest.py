"""What tests share: the built-in linter, and the documents' catalogue where a developer has it."""

from pathlib import Path

import pytest

from linter import Linter

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT.parent / "shared" / "seeds" / "catalogue.yaml"


@pytest.fixture(scope="session")
def linter() -> Linter:
    return Linter.load()


@pytest.fixture(scope="session")
def catalogue() -> dict:
    if not CATALOGUE.exists():
        pytest.skip("the documents' catalogue is not here")
    import yaml

    return yaml.load(CATALOGUE.read_text("utf-8"), yaml.CSafeLoader)
