"""The papers of this room: the weekly bulletin and the release."""
