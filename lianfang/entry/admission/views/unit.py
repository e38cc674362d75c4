"""What a unit does for, and to, the way its accounts sign in: sessions, devices, locks, lost factors."""
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now

from ..reach import account_or_404
from .accounts import back


@may("staff")
@require_POST
def end_sessions(request, account):
    """Sign an account out everywhere."""
    found = account_or_404(request, account)
    actions.end_sessions(account=found, by=request.user, at=now())
    return back(request, found, _("这个账号在各处的登录都已退出。"))


@may("staff")
@require_POST
def end_session(request, account, session):
    """Sign one browser of an account out."""
    found = account_or_404(request, account)
    actions.end_session(session=get_object_or_404(found.sessions, pk=session), by=request.user, at=now())
    return back(request, found, _("这一处已退出。"))


@may("staff")
@require_POST
def end_device(request, account, device):
    """One device of an account is known no more."""
    found = account_or_404(request, account)
    actions.end_device(device=get_object_or_404(found.devices, pk=device), by=request.user, at=now())
    return back(request, found, _("这台设备已解除绑定，再用它要新的登录条。"))


@may("readmit")
@require_POST
def reset_factors(request, account):
    """Factors, devices and sessions of somebody who lost them go; a new slip lets him in again."""
    found = account_or_404(request, account)
    actions.reset_factors(account=found, by=request.user, at=now())
    return back(request, found, _("第二道验证已重置，各处都已退出。请重发一张登录条交给本人。"))


@may("readmit")
@require_POST
def unlock(request, account):
    """Whoever mistyped too often may try again."""
    found = account_or_404(request, account)
    actions.unlock(account=found, by=request.user, at=now())
    return back(request, found, _("解锁了，现在就能再登录。"))
