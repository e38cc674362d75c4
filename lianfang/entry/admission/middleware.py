"""Every request sees what its session has proved enough for; the rest of its holder's rights are withheld until he proves more."""
from lianfang.ground.accounts.middleware import ScopeMiddleware

from .needs import met


class AdmissionMiddleware(ScopeMiddleware):
    """Sets request.withheld beside what the scope sets: rights that are the account's, but not this session's yet."""

    def held(self, request):
        """The assignments this session may use."""
        found = super().held(request)
        usable = met(request, found)
        if len(usable) < len(found):
            request.withheld = frozenset().union(*(one.rights for one in found if one not in usable))
        return usable
