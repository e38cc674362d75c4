"""Python's collector of cyclic garbage walks all rows of a large roster again and again, and finds nothing: a fifth of an import."""
import gc
from contextlib import contextmanager

SELDOM = (500_000, 20, 50)
LASTING = 2  # the steps that make what stays to the end: the rows read, the addresses of the first chunk


@contextmanager
def seldom():
    """Collect less often inside; what is kept aside is given back at the end."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def each(steps):
    """The steps of an import; what the first ones have made is kept aside from the collector."""
    for n, step in enumerate(steps):
        if n < LASTING:
            gc.freeze()
        yield step
