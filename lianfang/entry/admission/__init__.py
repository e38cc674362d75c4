"""Who is let in: sign-in, one-time slips, one's own sessions, and the accounts of a unit."""
