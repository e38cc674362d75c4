"""A small checkout in which faults can be planted."""
import subprocess

import pytest


class House:
    """An empty checkout that files can be put into."""

    def __init__(self, root):
        self.root = root

    def put(self, path, text=""):
        """Write a file, folders included."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file


@pytest.fixture
def house(tmp_path):
    """One for each test, under git as a checkout is."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return House(tmp_path)
