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
            name='Paper',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('weekly', '疫情防控周报'), ('press', '新闻通稿')], max_length=10)),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=80)),
                ('on', models.DateField()),
                ('cut_off_at', models.DateTimeField()),
                ('previous_at', models.DateTimeField(null=True)),
                ('words', models.TextField()),
                ('text', models.TextField(blank=True, default='')),
                ('state', models.CharField(default='drafted', max_length=10)),
                ('check_code', models.CharField(blank=True, default='', max_length=20)),
                ('drafted_name', models.CharField(max_length=80)),
                ('drafted_at', models.DateTimeField()),
                ('approved_name', models.CharField(blank=True, default='', max_length=80)),
                ('approved_at', models.DateTimeField(null=True)),
                ('published_name', models.CharField(blank=True, default='', max_length=80)),
                ('published_at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('approved_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('drafted_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'kind', 'year', 'number'), name='one_paper_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('cut_off_at', models.DateTimeField()),
                ('value', models.IntegerField()),
                ('shown', models.CharField(max_length=20)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='papers.paper')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('paper', 'unit', 'code', 'cut_off_at'), name='one_telling_a_figure')],
            },
        ),
        migrations.CreateModel(
            name='ZeroReport',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('due_at', models.DateTimeField()),
                ('opened_at', models.DateTimeField()),
                ('state', models.CharField(default='due', max_length=10)),
                ('counts', models.JSONField(default=dict)),
                ('total', models.PositiveIntegerField(null=True)),
                ('words', models.CharField(blank=True, default='', max_length=200)),
                ('name', models.CharField(blank=True, default='', max_length=80)),
                ('at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['on', 'due_at'], name='zero_by_day')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'on'), name='one_zero_report_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('place', models.CharField(max_length=80)),
                ('number', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('digest', models.CharField(blank=True, default='', max_length=64)),
                ('why', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place', 'number'), name='one_edition_a_number')],
            },
        ),
    ]
