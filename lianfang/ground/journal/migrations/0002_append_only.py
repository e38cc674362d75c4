"""Lines and seals are only ever inserted: enforced by the database."""
from django.db import migrations

from ..triggers import create


def forwards(apps, schema):
    """Make the triggers of this database."""
    create(schema)


class Migration(migrations.Migration):
    """Triggers."""

    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop, elidable=False)]
