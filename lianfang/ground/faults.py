"""What an error may say aloud: databases quote the rows they refuse, and rows are people."""
import logging
import re

# What PostgreSQL adds to its first line, up to the next part of a traceback; values may run over several lines.
AFTERWARDS = r"(?=^\s*$|^Traceback |^During handling|^The above exception|\Z)"
QUOTED = re.compile(rf"^\s*(?:DETAIL|CONTEXT|HINT|QUERY|STATEMENT|WHERE|LINE \d+):.*?{AFTERWARDS}", re.MULTILINE | re.DOTALL)
VALUE = re.compile(rf'^((?:psycopg|django\.db)[\w.]*: [^"\n]*): ".*?{AFTERWARDS}', re.MULTILINE | re.DOTALL)
FIRST_VALUE = re.compile(r': ".*')


def discreet(text: str) -> str:
    """A message or traceback without the values that a database quotes in it."""
    return VALUE.sub(r"\1\n", QUOTED.sub("", text)).rstrip()


def said(fault: BaseException) -> str:
    """The type of an error and the first line of what it says."""
    first = str(fault).strip().split("\n", 1)[0]
    return f"{type(fault).__name__}: {FIRST_VALUE.sub('', first)}".removesuffix(": ")


def refused(record) -> bool:
    """Whether a record tells of a request that was refused or found nothing: no fault, so one line without address or traceback."""
    return 400 <= getattr(record, "status_code", 0) < 500 and hasattr(record, "request")


def _route(request) -> str:
    """The pattern of an address, never what stood in it: codes and typed numbers do; "-" where no page was asked for."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else "-"


class Discreet(logging.Filter):
    """On a handler: everything it writes is discreet."""

    def filter(self, record):
        """Cut the message and the traceback of a record; none is held back."""
        if refused(record):
            record.msg, record.args = f"{record.status_code} {record.request.method} {_route(record.request)}", ()
            record.exc_info = record.exc_text = None
        record.msg, record.args = discreet(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = discreet(record.exc_text)
        return True
