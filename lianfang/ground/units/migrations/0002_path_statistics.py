"""PostgreSQL keeps a finer picture of paths: a grid among 200 000 doors is otherwise taken for a single row, and planned for as one."""
from django.db import migrations


def look_closer(apps, schema_editor):
    """A county's paths in steps of a hundred."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE units_unit ALTER COLUMN path SET STATISTICS 2000")


class Migration(migrations.Migration):
    dependencies = [("units", "0001_initial")]
    operations = [migrations.RunPython(look_closer, migrations.RunPython.noop)]
