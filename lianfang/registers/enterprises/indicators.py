"""What is counted of firms: how many the county has."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Firm


def _stands(at):
    return Q(made_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


ALL = [Indicator("firms", {"zh": "登记企业", "en": "firms on record"},
                 {"zh": "登记在册、没有注销的企业", "en": "firms registered and not closed"}, Firm, _stands, "enterprises:firms")]
