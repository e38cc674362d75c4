"""Addresses of tracing."""
app_name = "tracing"
urlpatterns = []
