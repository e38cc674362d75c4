import django.db.models.deletion
import lianfang.ground.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('units', '0002_path_statistics'),
    ]

    operations = [
        migrations.CreateModel(
            name='Codes',
            fields=[
                ('unit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='units.unit')),
                ('data_set', models.CharField(blank=True, default='', max_length=11)),
                ('attribute_combo', models.CharField(blank=True, default='', max_length=11)),
                ('elements', models.JSONField(default=dict)),
                ('places', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Cut',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('edition', models.CharField(blank=True, default='', max_length=10)),
                ('cut_off_at', models.DateTimeField()),
                ('made_at', models.DateTimeField()),
                ('journal_position', models.BigIntegerField(default=0)),
                ('journal_hash', models.CharField(blank=True, default='', max_length=64)),
                ('check_code', models.CharField(max_length=20)),
                ('signed_name', models.CharField(blank=True, default='', max_length=80)),
                ('signed_at', models.DateTimeField(null=True)),
                ('says_now', models.JSONField(default=dict)),
                ('compared_at', models.DateTimeField(null=True)),
                ('signed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'on'], name='cut_by_day')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'cut_off_at'), name='one_cut_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=200)),
                ('state', models.CharField(default='asked', max_length=10)),
                ('name', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('second_name', models.CharField(blank=True, default='', max_length=80)),
                ('ended_at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('second', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('cut', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='ledger.cut')),
            ],
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('figures', models.JSONField()),
                ('cut', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='ledger.cut')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cut', 'unit'), name='one_line_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='Changed',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('was', models.IntegerField()),
                ('value', models.IntegerField()),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='ledger.change')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('change', 'unit', 'code'), name='one_change_a_figure')],
            },
        ),
    ]
