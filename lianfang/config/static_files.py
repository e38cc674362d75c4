"""The npm files we serve, named one by one, and the storage that gives every static file a hashed name."""
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import Error
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

NPM = {
    "vendor/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "vendor/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "vendor/htmx.min.js": "htmx.org/dist/htmx.min.js",
    "vendor/echarts.min.js": "echarts/dist/echarts.min.js",
    "vendor/lit-html.js": "lit-html/lit-html.js",
    "vendor/idb.js": "idb/build/index.js",
    "vendor/zxing-reader.js": "zxing-wasm/dist/iife/reader/index.js",
    "vendor/zxing_reader.wasm": "zxing-wasm/dist/reader/zxing_reader.wasm",
}


class NpmFiles(BaseFinder):
    """Exactly the files of NPM, straight out of node_modules; whole packages would be 90 MB."""

    def check(self, **kwargs):
        """Each named file must lie there."""
        missing = [source for source in NPM.values() if not (_modules() / source).exists()]
        return [Error(f"{source} is not in node_modules", hint="make setup", id="static_files.E001") for source in missing]

    def find(self, path, find_all=False, **kwargs):
        """The file behind a served name; a list when `find_all`, and an empty one when there is none, as Django asks."""
        found = [str(_modules() / NPM[path])] if path in NPM else []
        if find_all:
            return found
        return found[0] if found else []

    def list(self, ignore_patterns):
        """Every served name with the storage that reads it."""
        storage = OneByOne(location=_modules())
        for name in NPM:
            yield name, storage


class OneByOne(FileSystemStorage):
    """Reads a file of NPM by its served name."""

    prefix = None

    def path(self, name):
        """Where the package keeps it."""
        return super().path(NPM[name])


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed names, compressed; source maps are not served, so what refers to them is left as it is."""

    patterns = tuple(
        (glob, tuple(rule for rule in rules if "sourceMapping" not in str(rule)))
        for glob, rules in CompressedManifestStaticFilesStorage.patterns
    )


def _modules() -> Path:
    return Path(settings.NODE_MODULES)
