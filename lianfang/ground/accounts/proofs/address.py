"""Where a request comes from: the address failures are counted under, and the coarse word that is kept of it."""
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

HERE, INSIDE, OUTSIDE = "here", "inside", "outside"
LONGEST = 40  # signs of a place's name


def networks(said: str) -> dict:
    """The networks of name=network;name=network, as an installation names them; what cannot be read stops the start."""
    found = {}
    for pair in filter(None, map(str.strip, said.split(";"))):
        name, _sign, network = (part.strip() for part in pair.partition("="))
        try:
            found[name] = ip_network(network, strict=False)
        except ValueError:
            raise ImproperlyConfigured(f"LIANFANG_NETWORKS is written name=10.1.0.0/16;name=…, which {pair} is not") from None
        if not 0 < len(name) <= LONGEST:
            raise ImproperlyConfigured(f"LIANFANG_NETWORKS: the name in {pair} has {len(name)} signs, not 1 to {LONGEST}")
    return found


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
        if found in network:
            return name
    return HERE if found.is_loopback else INSIDE if found.is_private else OUTSIDE
