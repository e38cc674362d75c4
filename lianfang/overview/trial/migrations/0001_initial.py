import django.db.models.deletion
import lianfang.ground.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('decisions', '0001_initial'),
        ('people', '0001_initial'),
        ('units', '0002_path_statistics'),
    ]

    operations = [
        migrations.CreateModel(
            name='Trial',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('table', models.CharField(max_length=60)),
                ('edition_on', models.DateField(null=True)),
                ('plan_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('was_rows', models.CharField(max_length=32)),
                ('rows', models.CharField(max_length=32)),
                ('digest', models.CharField(blank=True, default='', max_length=32)),
                ('days', models.PositiveSmallIntegerField()),
                ('looked', models.PositiveIntegerField(default=0)),
                ('free', models.PositiveIntegerField(default=0)),
                ('needs', models.JSONField(default=dict)),
                ('done_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.tableversion')),
            ],
            options={
                'indexes': [models.Index(fields=['version', 'at'], name='trial_of_version')],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('category', models.CharField(max_length=40)),
                ('fate', models.CharField(max_length=10)),
                ('old', models.CharField(max_length=31)),
                ('new', models.CharField(max_length=31)),
                ('old_minding', models.CharField(max_length=31)),
                ('new_minding', models.CharField(max_length=31)),
                ('old_tests', models.CharField(max_length=31)),
                ('new_tests', models.CharField(max_length=31)),
                ('people', models.PositiveIntegerField()),
                ('town', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('trial', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups', to='trial.trial')),
            ],
        ),
        migrations.CreateModel(
            name='TrialLine',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('group', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='trial.group')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['group', 'id'], name='trial_lines')],
            },
        ),
    ]
