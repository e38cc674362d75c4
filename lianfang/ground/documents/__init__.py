"""Paper: PDF and Word from a template and plain values, QR marks, short signed codes, and the wording of official documents."""
from .codes import check_code, sign, verify
from .faults import PaperFault
from .handing import check_form, handed_out
from .marks import Mark, qr_png, qr_svg
from .typeset import pdf
from .word import docx

__all__ = ["Mark", "PaperFault", "check_code", "check_form", "docx", "handed_out", "pdf", "qr_png", "qr_svg", "sign", "verify"]
