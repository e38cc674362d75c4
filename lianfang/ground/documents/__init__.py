"""Paper: PDF and Word from a template and plain values, QR marks, short signed codes, and the wording of official documents."""
from .codes import check_code, sign, verify
from .faults import PaperFault
from .marks import Mark, qr_png, qr_svg
from .typeset import pdf
from .word import docx

__all__ = ["Mark", "PaperFault", "check_code", "docx", "pdf", "qr_png", "qr_svg", "sign", "verify"]
