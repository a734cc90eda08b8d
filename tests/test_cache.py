"""A kept phrasebook is the one that was compiled, and never a reason to fail."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from linter import Linter
from phrasebook import cache, compiling
from phrasebook.loading import load
from phrasebook.packing import packed, unpacked
from phrasebook.problems import PhrasebookError
from tests.books import RULE, write


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty cache folder of our own."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "home" / name)
    return tmp_path / "home" / "huashu"


@pytest.fixture
def compiled(monkeypatch):
    """The times something was compiled."""
    times = []
    compile_layers = compiling.compile_layers
    monkeypatch.setattr(compiling, "compile_layers", lambda *given: times.append(1) or compile_layers(*given))
    return times


def test_packing_keeps_everything():
    book = load()
    assert book.rules
    assert book.patterns
    assert unpacked(packed(book).encode()) == book


def test_the_second_load_compiles_nothing(tmp_path, home, compiled):
    (path,) = write(tmp_path, f=RULE)
    assert load(path, builtin=False) == load(path, builtin=False)
    assert compiled == [1]
    assert len(list(home.glob("rules-*.txt"))) == 1


def test_a_kept_phrasebook_needs_no_yaml(tmp_path, home):
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    code = "import sys; from phrasebook.loading import load; load(); sys.exit('yaml' in sys.modules)"
    codes = [
        subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode
        for _ in range(2)
    ]
    assert codes == [1, 0]


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(RULE.replace("推诿", "推脱")),
        lambda path: path.rename(path.with_name("g.yaml")),
    ],
)
def test_other_content_or_another_path_is_another_phrasebook(tmp_path, home, compiled, change):
    (path,) = write(tmp_path / ".", f=RULE)
    load(path, builtin=False)
    change(path)
    (rule,) = load(*tmp_path.glob("*.yaml"), builtin=False).rules
    assert compiled == [1, 1]
    assert rule.at.path == str(next(tmp_path.glob("*.yaml")))


def test_names_of_guards_are_checked_again(tmp_path, home, compiled):
    (path,) = write(tmp_path, f=RULE)
    load(path, builtin=False, guards=["subject"])
    load(path, builtin=False, guards=["quotation"])
    assert compiled == [1, 1]


def test_a_broken_phrasebook_is_not_kept(tmp_path, home):
    with pytest.raises(PhrasebookError):
        load(*write(tmp_path, f="rules: ["), builtin=False)
    assert not list(tmp_path.glob("home/**/*.json"))


DAMAGE = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"[[],[],[],[],{}]",
    b'{"a": 1}',
    b"[1,2,3,4,5,6]",
    b"\xff\xfe",
    b"[" * 100_000,
    b'[[["x"]],[],[],[],{},{}]',
]


@pytest.mark.parametrize("damage", DAMAGE, ids=[damage[:20] for damage in DAMAGE])
def test_a_damaged_file_is_written_again(tmp_path, home, compiled, damage):
    (path,) = write(tmp_path, f=RULE)
    first = load(path, builtin=False)
    (kept,) = home.glob("rules-*.txt")
    kept.write_bytes(damage)
    assert load(path, builtin=False) == first
    assert compiled == [1, 1]
    assert kept.read_bytes() == packed(first).encode()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_only_the_owner_may_read(tmp_path, home):
    load(*write(tmp_path, f=RULE), builtin=False)
    (kept,) = home.glob("rules-*.txt")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="owners of POSIX")
def test_another_users_file_is_not_believed(tmp_path, home, compiled, monkeypatch):
    (path,) = write(tmp_path, f=RULE)
    load(path, builtin=False)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    load(path, builtin=False)
    assert compiled == [1, 1]


def test_a_home_that_cannot_be_written_to(tmp_path, monkeypatch):
    (tmp_path / "home").write_text("a file, where a folder should be")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "home" / name)
    assert load(*write(tmp_path, f=RULE), builtin=False).rules


def test_a_user_without_a_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: Path("~") / name)
    assert Linter(load(*write(tmp_path, f=RULE), builtin=False)).check("x") == ()
    assert [each.name for each in tmp_path.iterdir()] == ["f.yaml"]


def test_a_full_disk_leaves_nothing_half_written(tmp_path, home, monkeypatch):
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert load(*write(tmp_path, f=RULE), builtin=False).rules
    assert list(home.iterdir()) == []


def test_old_phrasebooks_are_forgotten(tmp_path, home):
    for number in range(cache.KEPT + 3):
        load(*write(tmp_path, f=RULE.replace("推诿", f"推诿{number}")), builtin=False)
    assert len(list(home.iterdir())) == cache.KEPT
