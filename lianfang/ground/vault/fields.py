"""A model field whose text lies encrypted in the database."""
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from .sealed import Sealed


class SealedAttribute(DeferredAttribute):
    """Text is sealed the moment it is assigned."""

    def __set__(self, instance, value):
        """Keep only the envelope."""
        instance.__dict__[self.field.attname] = value if isinstance(value, Sealed) else Sealed.of(self.field.purpose, value or "")


class SealedText(models.BinaryField):
    """Assign a str, read a Sealed; `purpose` is bound into the ciphertext, so name it "app.field"."""

    descriptor_class = SealedAttribute

    def __init__(self, purpose, **options):
        self.purpose = purpose
        super().__init__(**{"default": b"", "blank": True, **options})

    def deconstruct(self):
        """For migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, [self.purpose], options

    def from_db_value(self, value, expression, connection):
        """What lies in the column."""
        return Sealed(self.purpose, value or b"")

    def to_python(self, value):
        """Text is sealed as soon as a form or fixture gives it."""
        return value if isinstance(value, Sealed) else Sealed.of(self.purpose, value or "")

    def get_default(self):
        """Nothing sealed."""
        return Sealed(self.purpose, b"")

    @staticmethod
    def quick_value(value):
        """The envelope's bytes, for rows inserted in bulk."""
        return value.content

    def get_db_prep_value(self, value, connection, prepared=False):
        """The envelope's bytes."""
        return super().get_db_prep_value(self.to_python(value).content, connection, prepared)
