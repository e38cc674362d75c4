"""Which subject of the county's sign-on opens which account."""
from allauth.socialaccount.models import SocialAccount

from .issuer import PROVIDER


def link_of(account) -> SocialAccount | None:
    """The link of an account, if it has one."""
    return SocialAccount.objects.filter(provider=PROVIDER, user=account).first()
