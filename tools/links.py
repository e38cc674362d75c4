"""No page of the documentation points into nothing: files and headings behind every relative link."""
import re
from urllib.parse import unquote

from tools.checkout import ROOT, end, files, name

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)|\b(?:href|src)=\"([^\"]+)\"")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:|//")


def anchors(text):
    """The names of a page's headings, as the web shows them."""
    for heading in HEADING.findall(FENCE.sub("", text)):
        plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        yield re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def links(text):
    """The targets of a page, code left out."""
    plain = CODE.sub("", FENCE.sub("", text))
    return [markdown or html for markdown, html in LINK.findall(plain)]


def faults(root=ROOT):
    """Every relative link without a file or heading behind it."""
    for page in files("*.md", root=root):
        for link in links(page.read_text(encoding="utf-8")):
            if ELSEWHERE.match(link):
                continue
            path, _, anchor = unquote(link).partition("#")
            target = (page.parent / path).resolve() if path else page
            if not target.exists():
                yield f"{name(page, root)}: {link} leads nowhere"
            elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text(encoding="utf-8")):
                yield f"{name(page, root)}: {link} names no heading"


if __name__ == "__main__":
    end(faults())
