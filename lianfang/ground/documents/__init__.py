"""Paper: PDF and Word from a template and plain values, QR marks, short signed codes, and the wording of official documents."""
from .checking import faults_of
from .codes import check_code, sign, verify
from .county import is_own, own_version, place_of, put_version
from .faults import PaperFault
from .handing import check_form, handed_out
from .marks import Mark, qr_png, qr_svg
from .typeset import pdf
from .word import docx

__all__ = ["Mark", "PaperFault", "check_code", "check_form", "docx", "faults_of", "handed_out", "is_own", "own_version", "pdf", "place_of",
           "put_version", "qr_png", "qr_svg", "sign", "verify"]
