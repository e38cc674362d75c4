"""Addresses of the bare view."""
from .checks import addresses

urlpatterns = addresses()
