"""What records of this loop have in common."""


class OfPlace:
    """A record about a place: nobody's."""

    subject_id = None
