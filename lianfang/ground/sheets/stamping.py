"""A sheet made before anybody took it: its foot says who did only when it is handed out."""
import io
import zipfile
from xml.sax.saxutils import escape

LATER = "@@foot@@"  # what stands in the foot until then


def stamp(content: bytes, foot: str) -> bytes:
    """The same workbook with its foot filled."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as stamped:
        for part in made.infolist():
            found = made.read(part)
            if part.filename.startswith("xl/worksheets/"):
                found = found.replace(LATER.encode(), escape(foot.replace("&", "&&")).encode())
            stamped.writestr(part, found)
    return out.getvalue()
