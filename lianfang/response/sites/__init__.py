"""The loop of central sites: rooms, who stays in them, what is done there every day, and the doors that report themselves."""
