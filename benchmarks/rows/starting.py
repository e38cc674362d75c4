"""How long a second `make run` takes until the sign-in form is there."""
import os

from benchmarks.county import Server


def measure(county) -> dict:
    """Start, wait for the form, stop."""
    server = Server(["make", "-s", "run"], {**os.environ, **county.environment})
    server.stop()
    return {"ours": {"restart": server.seconds_to_start}}
