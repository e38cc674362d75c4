"""A person's own page: what stands against him, why, until when, and who looked; by the code on his notice and his birthday."""
