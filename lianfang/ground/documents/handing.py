"""A paper as it is handed out: Word or PDF, with its foot, under its name."""
from urllib.parse import quote

from django.http import Http404, HttpResponse

TYPES = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def check_form(form):
    """Raise Http404 for a form in which no paper is handed out: asked before anything is written down."""
    if form not in TYPES:
        raise Http404


def handed_out(paper, form, name, foot) -> HttpResponse:
    """A PDF opens in the browser, a Word document is kept; `foot` says who has it, when, and under which number."""
    answer = HttpResponse(paper.pdf(foot) if form == "pdf" else paper.docx(foot), content_type=TYPES[form])
    answer["Content-Disposition"] = f"{'inline' if form == 'pdf' else 'attachment'}; filename*=UTF-8''{quote(f'{name}.{form}')}"
    return answer
