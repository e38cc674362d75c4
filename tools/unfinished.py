"""Nothing is left half done: the words that say so appear nowhere in lianfang/."""
import re

from tools.checkout import ROOT, end, files, name

WORDS = re.compile(r"\b(TODO|FIXME|NotImplementedError)\b")
READ = ("*.py", "*.html", "*.js", "*.css", "*.md", "*.csv", "*.po", "*.typ", "*.txt")


def faults(root=ROOT):
    """Every line that has one of the words."""
    for path in files(*(f"lianfang/{pattern}" for pattern in READ), root=root):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := WORDS.search(line):
                yield f"{name(path, root)}:{number}: {found[0]}"


if __name__ == "__main__":
    end(faults())
