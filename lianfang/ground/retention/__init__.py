"""How records end: which class each is kept under, what is due, and the sweep that deletes it or takes the person out of it."""
