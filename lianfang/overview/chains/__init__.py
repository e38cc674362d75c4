"""How an outbreak went: who infected whom, how many fell ill when, how fast it spread, and where it comes together."""
