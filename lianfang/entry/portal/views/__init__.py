"""The portal's pages: the door and the person's own page, what he enters there, and what he asks to be looked at again."""
