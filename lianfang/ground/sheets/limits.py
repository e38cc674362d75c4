"""How large a sheet may be; fixed, since a setting would let one county's server fall over where another's does not."""

MEGABYTE = 1 << 20

MAX_BYTES = 64 * MEGABYTE  # a roster of 100 000 rows is about 6 MB; 64 MB is a county's whole register with room
MAX_INFLATED = 640 * MEGABYTE  # sheets shrink by 10 to 30 in a zip, and never all of the file is one sheet
MAX_RATIO = 250  # the most repetitive honest sheets reach about 100
FREE_INFLATED = 8 * MEGABYTE  # below this nobody is hurt, whatever the ratio
MAX_CELLS = 6_000_000  # 300 000 rows of 20 columns: about 200 MB while it is read
MAX_FIELD = MEGABYTE  # one cell of a text file; more is a quotation mark that was never closed
