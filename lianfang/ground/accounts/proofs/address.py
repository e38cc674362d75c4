"""Where a request comes from: the address failures are counted under, and the coarse word that is kept of it."""
from ipaddress import ip_address, ip_network

from django.conf import settings

HERE, INSIDE, OUTSIDE = PLACES = "here", "inside", "outside"


def client_address(request) -> str:
    """The address of whoever asks; behind the proxy that ends TLS it is the one that the proxy itself saw."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_TLS else ""
    return seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def place_of(request) -> str:
    """A network the county has named, else this machine, the networks inside, or outside; the address itself is not kept."""
    try:
        found = ip_address(client_address(request))
    except ValueError:
        return OUTSIDE
    for name, network in settings.NETWORKS.items():
        if found in ip_network(network, strict=False):
            return name
    return HERE if found.is_loopback else INSIDE if found.is_private else OUTSIDE
