"""What somebody shows at the door beside a password: a device that is known, a second factor; and how often he may try."""
