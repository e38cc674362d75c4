"""The words people write in rosters: headings, days, documents, states of health, and the many ways to say nothing."""
