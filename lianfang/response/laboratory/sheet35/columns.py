"""Which heading of a result sheet is which field."""
from lianfang.ground.sheets.headings import squeezed

from .vocabulary import ALSO
from .vocabulary import COLUMNS as LISTED

COLUMNS = [heading for heading, _field in LISTED]
HEADINGS = {field: heading for heading, field in LISTED if field}
FIELDS = tuple(HEADINGS)
KNOWN = {squeezed(heading): field for heading, field in LISTED if field}
for _field, _headings in ALSO.items():
    KNOWN.update({squeezed(heading): _field for heading in _headings})
