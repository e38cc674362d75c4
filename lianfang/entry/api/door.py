"""Who may call: the session of the browser and its CSRF token, the same rights and the same scope as pages; and how a refusal is said."""
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from lianfang.ground.accounts.scope import reach_of, through
from lianfang.ground.days import now

from . import standing


class Refusal(Exception):
    """An answer that is none: its status, what is said, the field it concerns, how to mend it, and whether the phone must forget."""

    def __init__(self, status: int, says: str, *, field: str | None = None, mend: str | None = None, forget: bool = False):
        self.status, self.says, self.field, self.mend, self.forget = status, says, field, mend, forget

    def as_json(self) -> dict:
        """As every error is written."""
        return {"says": self.says, "field": self.field, "mend": self.mend, "forget": self.forget}


class Holder(APIKeyCookie):
    """A session whose account holds a right; who holds it no more, or was shut out, is told to forget what his phone carries. A session
    that has only ended makes no phone forget: it goes on without contact for as long as the table of phones says."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, right: str):
        self.right = right
        super().__init__()

    def __call__(self, request: HttpRequest) -> Any:
        """The account; raises Refusal."""
        if not request.user.is_authenticated:
            if standing.is_shut_out(request, now()):
                raise Refusal(403, _("您的账号或这部手机已经停用：手机里的名单会收起。请找本单位管账号的人。"), mend="revoked", forget=True)
            raise Refusal(401, _("登录已经结束：请重新登录。"), mend=resolve_url(settings.LOGIN_URL))
        if check_csrf(request):
            raise Refusal(403, _("页面放得太久了：请刷新再试。"), mend="csrf")
        if self.right not in request.rights and self.right in request.withheld:
            raise Refusal(403, _("这台手机还要再验证一次身份。"), mend=resolve_url(settings.STRENGTHEN_URL))
        if self.right not in request.rights:
            raise Refusal(403, _("您的账号现在没有职责：请找本单位管账号的人。"), forget=True)
        return request.user

    def authenticate(self, request, key):
        """Not asked: `__call__` answers."""


def within(right: str):
    """Queries of the decorated operation see what lies where its caller holds this right and may look."""

    def guard(operation):
        @wraps(operation)
        def guarded(request, *args, **kwargs):
            request.reach = reach_of(request.assignments, right)
            with through(reach_of(request.assignments, right, "look")):
                return operation(request, *args, **kwargs)

        return guarded

    return guard
