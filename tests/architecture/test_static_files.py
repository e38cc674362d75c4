"""Every static file a page names exists, and every npm file is the one the lock names."""
import re

import pytest
from django.contrib.staticfiles import finders

from lianfang.config.static_files import NPM, NpmFiles
from tools.checkout import files, name

NAMED = re.compile(r"""\{%\s*static\s+["']([^"'{]+)["']""")


def named():
    """Each static file with the template that names it."""
    for template in files("lianfang/*.html", "lianfang/*.svg"):
        for path in NAMED.findall(template.read_text(encoding="utf-8")):
            yield pytest.param(path, id=f"{name(template)} {path}")


@pytest.mark.parametrize("path", list(named()))
def test_a_named_file_exists(path):
    assert finders.find(path)


def test_npm_files_are_found_under_the_names_they_are_served_by():
    finder = NpmFiles()
    assert finder.check() == []
    assert {served for served, _ in finder.list([])} == set(NPM)
    for served, storage in finder.list([]):
        assert storage.exists(served) and storage.size(served) > 5_000
        assert storage.path(served) == finder.find(served)


def test_nothing_else_of_npm_is_served():
    assert not finders.find("vendor/tabler.css") and not finders.find("echarts/dist/echarts.js")
    assert NpmFiles().find("echarts/dist/echarts.js", find_all=True) == []
