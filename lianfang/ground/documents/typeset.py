"""PDF from a Typst template and plain values: PDF/A-2b, the same bytes from the same values."""
import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import typst

from . import fonts
from .county import own_version
from .faults import PaperFault
from .marks import Mark, qr_svg
from .values import plain, printable

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 946684800  # 2000-01-01: a fixed creation time keeps a reprint identical
BULKY = 200_000  # characters of values; what such a paper leaves in the compiler's memory is dropped at once
GENERATIONS = 10  # the compiler forgets what that many later papers did not use
_at_work = Lock()


def pdf(template: Path, values: dict, *, accessible: bool = True, foot: str = "") -> bytes:
    """The filled paper as PDF/A-2b; texts are printed as they stand, never read as markup.

    A template reads its values by `json(bytes(sys.inputs.values))` and may import `/ground/documents/paper.typ`.
    An accessible paper carries tags for reading aloud; sheets of labels by the thousand do without. `foot` stands below every page.
    """
    written = json.dumps(printable({**values, "foot": foot}, _drawn, _typed), ensure_ascii=False)
    with _at_work:
        try:
            made = _compiler().compile(
                input=own_version(template).read_bytes(), format="pdf", sys_inputs={"values": written},
                pdf_standards="a-2b", pdf_tags=accessible, timestamp=EPOCH,
            )
            return cast(bytes, made)
        except typst.TypstError as error:
            raise PaperFault(template, error.message) from error
        finally:
            if len(written) > BULKY:
                _forget()


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=ROOT, font_paths=fonts.shelf(), ignore_system_fonts=True)


def _forget() -> None:
    for _ in range(GENERATIONS + 1):
        _compiler().compile(input=b"", format="pdf", sys_inputs={})


def _drawn(mark: Mark) -> str:
    return qr_svg(mark.text)


def _typed(text: str) -> str:
    return fonts.with_missing_marked(plain(text))
