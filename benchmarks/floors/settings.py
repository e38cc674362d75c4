"""Ours without anything between the server and the view."""
from lianfang.config.settings import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "benchmarks.floors.urls"
