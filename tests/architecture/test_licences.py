"""What a county runs carries no licence that would bind its own code."""
import re
from importlib import metadata

import pytest

from tools.checkout import ROOT

NAME = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
BINDING = re.compile(r"\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"\bLGPL\S*|GNU (Lesser|Library) General Public[^;|]*", re.IGNORECASE)


def locked(lock):
    """The packages of a lock that are installed here."""
    for name in NAME.findall((ROOT / "requirements" / lock).read_text()):
        try:
            yield metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another platform


def licence(package):
    """What a package says of its licence, in the three places where it may; a long text, or its file's, only when it is all there is."""
    said = package.metadata
    short = [said.get("License-Expression"), *(c for c in said.get_all("Classifier", []) if c.startswith("License ::"))]
    found = "; ".join(filter(None, short))
    return found or (said.get("License") or "").split("\n\n")[0] or in_its_file(package)


def in_its_file(package):
    """The words of the licence that lies beside the package."""
    files = [file for file in package.files or () if file.name.upper().startswith("LICENSE")]
    return files[0].read_text() if files else ""


def binds(said):
    """Is it the GPL or AGPL, with no other choice offered?"""
    return bool(BINDING.search(LESSER.sub("", said))) and " OR " not in said


def test_no_package_of_the_web_lock_is_under_the_gpl():
    assert {p.name: licence(p) for p in locked("web.lock") if binds(licence(p))} == {}


def test_every_package_of_the_web_lock_names_its_licence():
    assert [p.name for p in locked("web.lock") if not licence(p)] == []


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        ("GPL-3.0-only", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
        ("AGPL-3.0", True),
        ("LGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MPL-2.0", False),
        ("MIT OR GPL-2.0", False),
        ("Apache-2.0", False),
    ],
)
def test_the_reading_of_licences(said, bound):
    assert binds(said) == bound
