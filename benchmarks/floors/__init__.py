"""The least that the same work can be: bare scripts and a bare Django view, measured beside ours."""
