"""Ours without anything between the server and the view, but for what a library refuses to start without."""
from lianfang.config.settings import *  # noqa: F403

MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
ROOT_URLCONF = "benchmarks.floors.urls"
