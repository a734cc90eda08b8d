"""The wheel carries the rules and works where there is no checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with nothing but the wheel's contents; the libraries come from this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-cache-dir"]
    made = [*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    subprocess.run(made, check=True, capture_output=True)
    (wheel,) = folder.glob("huashu-*.whl")
    target = folder / "site"
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--target", target, wheel], check=True)
    return target


def run(installed, *command, **options):
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, *command],
        env=environment,
        cwd=installed.parent,
        capture_output=True,
        text=True,
        **options,
    )


def test_the_rules_are_in_the_wheel(installed):
    assert {path.name for path in (installed / "phrasebook" / "rules").iterdir()} == {
        "forbidden.yaml",
        "recommended.yaml",
    }


def test_the_installed_linter_is_the_one_that_runs(installed):
    code = "import phrasebook, linter; print(phrasebook.__file__, len(linter.Linter.load().phrasebook.rules))"
    done = run(installed, "-c", code, check=True)
    place, rules = done.stdout.split()
    assert place.startswith(str(installed))
    assert int(rules) > 40


def test_the_installed_command_checks(installed):
    done = run(installed, "-m", "linter.commands", "check", "-", input="这事不归我管")
    assert done.returncode == 1
    assert "not-my-job" in done.stdout
