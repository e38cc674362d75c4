"""The shell: small, whole, the same for everybody, and named file by file for the service worker."""
import gzip
import json
import re

from django.test import Client

from lianfang.entry.field import shell

MOST = 200_000  # bytes of the first visit, compressed


def lists():
    """What the worker was told."""
    said = re.findall(r"^const ([A-Z_]+) = ([\[\"].*);$", shell.worker().decode(), re.M)
    return {name: json.loads(value) for name, value in said}


def test_the_first_visit_is_small():
    sizes = {name: len(gzip.compress(shell.content(name), 6)) for name in shell.shell_files()}
    total = sum(sizes.values()) + len(gzip.compress(shell.page().encode()))
    print(f"shell: {total / 1000:.1f} kB compressed, {len(sizes)} files")
    assert total <= MOST, sizes


def test_every_file_of_the_app_is_kept_with_its_digest_and_the_scanner_apart():
    told = lists()
    kept = dict(told["FILES"])
    assert set(kept) == {"/field/", *(f"/static/{name}" for name in shell.shell_files())}
    assert all(digest == shell.digest(shell.content(url.removeprefix("/static/"))) for url, digest in kept.items() if url != "/field/")
    assert {url for url, _ in told["LATER"]} == {"/field/scanner.js", "/static/vendor/zxing-reader.js", "/static/vendor/zxing_reader.wasm"}


def test_what_a_module_imports_is_kept_too():
    kept = dict(lists()["FILES"])
    for url in kept:
        if url.endswith(".js"):
            text = shell.content(url.removeprefix("/static/")).decode()
            for found in re.findall(r"""(?:from|import)\s*\(?['"](\.[^'"]+)['"]""", text):
                parts = url.split("/")[:-1]
                for step in found.split("/"):
                    parts = parts[:-1] if step == ".." else parts if step == "." else [*parts, step]
                assert "/".join(parts) in kept, f"{url} imports {found}"


def test_the_page_is_the_same_for_everybody(db):
    pages = {Client(headers={"cookie": f"language={language}"}).get("/field/").content for language in ("zh-hans", "en")}
    assert pages == {shell.page().encode()}
    assert b"csrf" not in pages.pop()


def test_the_edition_changes_with_any_file(monkeypatch):
    before = shell.edition([["/field/", "a"], ["/static/x.js", "b"]])
    assert before != shell.edition([["/field/", "a"], ["/static/x.js", "c"]])


def test_only_the_reader_of_codes_may_compile(db):
    client = Client()
    assert "wasm-unsafe-eval" in client.get("/field/scanner.js")["Content-Security-Policy"]
    for address in ("/field/", "/field/sw.js", "/field/app.webmanifest"):
        assert "unsafe" not in client.get(address)["Content-Security-Policy"]


def test_the_phone_can_install_it(db):
    told = json.loads(Client().get("/field/app.webmanifest").content)
    assert (told["start_url"], told["display"], told["name"]) == ("/field/", "standalone", "联防")
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in told["icons"]}
