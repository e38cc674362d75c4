"""When the database is away or busy, the disk is full, or everything about people is being deleted: a page that says so and when to
try again."""
import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

from lianfang.ground.keeping import room
from lianfang.ground.retention.halt import Deleting

AGAIN, MEANWHILE = 10, 120  # seconds
FULL = "disk is full"


class DeletingMiddleware:
    """What nobody said of a refusal while all about people is deleted is said here."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, fault):
        """The page, where the view had no place for the sentence."""
        if isinstance(fault, Deleting):
            page = render_to_string("deleting.html", {"says": str(fault)})
            return HttpResponse(page, status=503, headers={"Retry-After": str(MEANWHILE)})
        return None


def failed(request):
    """Django's answer to a fault nobody caught; asks the database nothing."""
    status = status_of(sys.exc_info()[1])
    if status is None:
        return server_error(request)
    if status == 507:
        room.refused()
    return HttpResponse(render_to_string(f"{status}.html"), status=status, headers={"Retry-After": str(AGAIN), "Cache-Control": "no-store"})


def status_of(fault) -> int | None:
    """507 for a full disk, 503 for a database that does not answer, None for a fault of our own."""
    while fault is not None:
        if isinstance(fault, OSError) and fault.errno in (errno.ENOSPC, errno.EDQUOT):
            return 507
        if isinstance(fault, OperationalError | InterfaceError):
            return 507 if FULL in str(fault) or "No space left" in str(fault) else 503
        fault = fault.__cause__ or fault.__context__
    return None
