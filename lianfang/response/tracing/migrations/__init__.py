"""Tables of tracing."""
