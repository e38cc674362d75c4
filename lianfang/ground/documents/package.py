"""What lies in a Word file that somebody hands in: words and pictures pass; what runs, hides or is fetched from outside is named.

Each part is read as Word reads it, parsed: a name written otherwise, in another encoding or in pieces, says the same there.
"""
import io
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

MOST_BYTES, MOST_INSIDE, MOST_PARTS = 4_000_000, 40_000_000, 400
MOST_MARKS = 4000  # braces: what is looked for between them costs the square of their number
BODY, TYPES = "word/document.xml", "[Content_Types].xml"
LOCKED = b"\xd0\xcf\x11\xe0"  # a compound file: an old .doc, or a .docx with a password
WORDS = (".xml", ".rels")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp")
FONTS = (".odttf", ".ttf")
RUNS = ("vbaproject", "vbadata", "activex", "embeddings/", "macroenabled", "oleobject", "afchunk", "/control", "/package", "/subdocument",
        "/frame", ".bin", ".exe", ".js")
# fields that tell of the document itself; all others take something from outside, start something, or are not needed on a paper
FIELDS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TITLE", "SUBJECT",
          "AUTHOR", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "FILENAME", "HYPERLINK", "SYMBOL", "EQ", "IF", "=", "FORMTEXT",
          "FORMCHECKBOX", "FORMDROPDOWN"}


def faults_within(content: bytes) -> list[str]:
    """What is wrong with a Word file before anybody fills it, in a sentence with the mend; nothing where it is plain."""
    if content[:4] == LOCKED:
        return [_("这是旧的 .doc，或有密码；请去掉密码、另存为 .docx 再上传。")]
    if len(content) > MOST_BYTES:
        return [_("文件太大，模板最大 {most} MB；请去掉里面的大图片。").format(most=MOST_BYTES // 1_000_000)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _parts(archive)
    except etree.XMLSyntaxError:
        return [_("文件打不开；请用 Word 或 WPS 打开后另存为 .docx 再上传。")]
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError):
        return [_("这不是 Word 文件；请上传 .docx。")]


def _parts(archive) -> list[str]:
    members = [one for one in archive.infolist() if not one.is_dir()]
    names = [one.filename for one in members]
    if len(members) > MOST_PARTS or sum(one.file_size for one in members) > MOST_INSIDE:
        return [_("文件解开后大得不正常，为安全起见没有读取。")]
    if BODY not in names:
        return [_("这不是 Word 文件；请上传 .docx。")]
    if bad := [name for name in names if _runs(name) or ".." in name]:
        return [_runs_words(bad[0])]
    if bad := [name for name in names if not name.lower().endswith(WORDS + PICTURES + FONTS)] or _twice(names):
        return [_strange(bad[0])]
    spent = marks = 0
    for member in members:
        with archive.open(member) as part:
            content = part.read(MOST_INSIDE - spent + 1)
        spent += len(content)
        is_words = member.filename.lower().endswith(WORDS)
        marks += content.count(b"{") + content.count(b"&#") if is_words else 0
        if spent > MOST_INSIDE or marks > MOST_MARKS:
            return [_("文件解开后大得不正常，为安全起见没有读取。")]
        if is_words and (wrong := _part(member.filename, content)):
            return [wrong]
    return []


def _twice(names) -> list[str]:
    lower = [name.lower() for name in names]
    return [name for name in names if lower.count(name.lower()) > 1]


def _runs(said) -> bool:
    return any(one in said.lower() for one in RUNS)


def _runs_words(name) -> str:
    return _("模板里有宏或嵌入的程序（{name}），不能用；请另存为不带宏的 .docx。").format(name=name)


def _strange(name) -> str:
    return _("模板里有不认识的内容（{name}）；请用 Word 或 WPS 打开后另存一份。").format(name=name)


def _part(name, content) -> str:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    told = root.getroottree().docinfo
    if told.internalDTD is not None or told.doctype or (told.encoding or "UTF-8").upper() not in ("UTF-8", "US-ASCII"):
        return _strange(name)
    if name == TYPES:
        return _typed(root)
    if name.lower().endswith(".rels"):
        return _related(root)
    if found := next((said for said in fields(root) if not _is_known(said)), None):
        return _("模板里有自动取外面内容的域（{name}），不能用，请删掉。").format(name=found.split()[0][:40])
    return ""


def _typed(root) -> str:
    """What the parts say they are: nothing that runs, and words only where words are looked for."""
    for one in root.iter("{*}Override", "{*}Default"):
        kind, name = one.get("ContentType", ""), one.get("PartName") or f".{one.get('Extension', '')}"
        if _runs(kind.replace("package.", "")):
            return _runs_words(kind.rpartition(".")[2])
        if kind.endswith("xml") and not name.lower().endswith(WORDS):
            return _strange(name)
    return ""


def _related(root) -> str:
    """What a part leads to: outside only by a link that somebody presses."""
    for one in root.iter("{*}Relationship"):
        kind = one.get("Type", "")
        if one.get("TargetMode", "Internal") != "Internal" and not kind.endswith("/hyperlink"):
            return _("模板里连着外面的文件或图片；请改成插在文件里。")
        if _runs("/" + kind.rpartition("/")[2]):
            return _runs_words(kind.rpartition("/")[2])
    return ""


def fields(root) -> Iterator[str]:
    """What each field asks for, put together from the pieces it may be written in."""
    under_way = [""]
    for one in root.iter("{*}instrText", "{*}delInstrText", "{*}fldChar", "{*}fldSimple"):
        kind, said = etree.QName(one).localname, {etree.QName(name).localname: value for name, value in one.items()}
        if kind == "fldSimple":
            yield said.get("instr", "")
        elif kind != "fldChar":
            under_way[-1] += one.text or ""
        elif said.get("fldCharType") == "begin":
            under_way.append("")
        elif said.get("fldCharType") == "end" and len(under_way) > 1:
            yield under_way.pop()
    yield from under_way


def _is_known(said) -> bool:
    first = next(iter(said.split()), "")
    return not first or first.upper() in FIELDS or first.startswith("=")
