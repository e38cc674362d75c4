"""Serving: the notice is handed over at the door."""
from lianfang.ground.workflow.actions import advance


def serve(*, orders, by, at):
    """The person has the notice; the order runs."""
    orders = list(orders)
    for order in orders:
        order.served_at = at
    return advance(orders, "serve", flow="order", by=by, at=at, also=("served_at",))
