"""The way in for programs: version 1 of the interface, of which the phone is the first user."""
