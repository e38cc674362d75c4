"""A recall that will not be answered."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance


@everything()
def drop_recall(*, recall, why, by, at):
    """He will not be sampled again here (in hospital, out of the county): why; whatever he is under stands."""
    if not why.strip():
        raise Refused(_("请写明为什么不再复采。"))
    recall.why, recall.closed_at = why.strip(), at
    with transaction.atomic():
        return advance([recall], "drop_recall", flow="recall", by=by, at=at, also=("why", "closed_at"))
