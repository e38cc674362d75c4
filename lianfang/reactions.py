"""When this happens there, do that here: the only place where loops meet."""

REACTIONS = []
