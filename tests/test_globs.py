"""Which paths a pattern of the settings fits."""

import pytest

from linter.settings.globs import fits


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.csv", "a.csv"),
        ("*.csv", "x/y/a.csv"),
        ("x/*.csv", "x/a.csv"),
        ("x/**", "x/y/a.csv"),
        ("**/y/*", "x/y/a"),
        ("**/y/*", "y/a"),
        ("x/**/a", "x/a"),
        ("旧", "甲/旧/乙.txt"),
        ("旧/", "旧/乙.txt"),
        ("./x/a", "x/a"),
        ("/x", "x"),
        ("a?.txt", "a1.txt"),
        ("a[12].txt", "a1.txt"),
        ("a[!12].txt", "a3.txt"),
        ("a+(b).txt", "a+(b).txt"),
        ("快捷短语/*.xlsx", "快捷短语/一.xlsx"),
    ],
)
def test_fits(pattern, path):
    assert fits(path, (pattern,))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.csv", "a.csvx"),
        ("x/*.csv", "x/y/a.csv"),
        ("x/*.csv", "z/x/a.csv"),
        ("a?.txt", "a/.txt"),
        ("a[12].txt", "a3.txt"),
        ("旧", "旧的/乙.txt"),
        ("", "a"),
    ],
)
def test_does_not_fit(pattern, path):
    assert not fits(path, (pattern,))
