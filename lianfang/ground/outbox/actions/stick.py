"""The sealed file that a phone without a signal has saved, carried to a desk: boxes and photos are taken in like those of the wire."""
import base64
import json
from collections import Counter
from uuid import UUID

from django.utils.translation import gettext as _

from ...workflow import Refused
from .boxed import receive_boxes
from .photos import take_piece
from .posted import TooMany

AT_ONCE = 50


def take_file(*, content, by, assignments, at) -> Counter:
    """Take in what such a file holds, each once; how many are `held` or there already by state, and of photos `photos` and `spoilt`.

    Raises Refused for a file of another kind.
    """
    boxes, photos = _read(content)
    found: Counter = Counter()
    for first in range(0, len(boxes), AT_ONCE):
        receipts = receive_boxes(boxed=boxes[first:first + AT_ONCE], by=by, assignments=assignments, at=at)
        found.update(receipt.state for receipt in receipts)
    for ident, box, sealed in photos:
        try:
            take_piece(ident=ident, offset=0, size=len(sealed), content=sealed, by=by, unit_id=assignments[0].unit_id, at=at, box=box)
        except TooMany:
            raise
        except Refused:
            found["spoilt"] += 1
        else:
            found["photos"] += 1
    return found


def _read(content):
    try:
        told = json.loads(content)
        boxes = [(UUID(one["id"]), _bytes(one["box"])) for one in told["boxes"]]
        photos = [(UUID(one["id"]), _bytes(one["box"]), _bytes(one["bytes"])) for one in told["photos"]]
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        raise Refused(_("这不是手机存出来的密封文件（lianfang-outbox.json）。")) from None
    if not boxes and not photos:
        raise Refused(_("这个文件里没有记录。"))
    return boxes, photos


def _bytes(text) -> bytes:
    return base64.b64decode(text, validate=True)
