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
            name='Point',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('likelihood', models.CharField(choices=[('rare', '极不可能'), ('unlikely', '不太可能'), ('possible', '可能'), ('likely', '很可能'), ('certain', '几乎肯定')], max_length=10)),
                ('harm', models.CharField(choices=[('minimal', '极低'), ('low', '低'), ('medium', '中等'), ('high', '高'), ('extreme', '极高')], max_length=10)),
                ('level', models.CharField(max_length=10)),
                ('rank', models.PositiveSmallIntegerField()),
                ('gate', models.CharField(max_length=20)),
                ('code', models.CharField(blank=True, default='', max_length=30)),
                ('name', models.CharField(max_length=60)),
                ('words', models.CharField(blank=True, default='', max_length=500)),
                ('role', models.CharField(choices=[('duty_officer', '县指挥部值班员'), ('county_leader', '县领导'), ('township_cadre', '乡镇（街道）干部'), ('village_cadre', '村（社区）干部'), ('grid_worker', '网格员'), ('checkpoint_post', '卡口值守'), ('epidemiologist', '流调人员'), ('laboratory', '检测机构'), ('hospital', '医院院感'), ('supervisor', '督查'), ('inspector', '督查组成员'), ('administrator', '系统管理员')], max_length=20)),
                ('state', models.CharField(default='watched', max_length=10)),
                ('entered_at', models.DateTimeField()),
                ('review_at', models.DateTimeField()),
                ('document', models.TextField(blank=True, default='')),
                ('clause', models.TextField(blank=True, default='')),
                ('closed_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, default='', max_length=300)),
                ('account', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('unit', 'name'), name='one_open_point_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('words', models.CharField(max_length=500)),
                ('role', models.CharField(blank=True, choices=[('duty_officer', '县指挥部值班员'), ('county_leader', '县领导'), ('township_cadre', '乡镇（街道）干部'), ('village_cadre', '村（社区）干部'), ('grid_worker', '网格员'), ('checkpoint_post', '卡口值守'), ('epidemiologist', '流调人员'), ('laboratory', '检测机构'), ('hospital', '医院院感'), ('supervisor', '督查'), ('inspector', '督查组成员'), ('administrator', '系统管理员')], default='', max_length=20)),
                ('due_at', models.DateTimeField(null=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='riskpoints.point')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('likelihood', models.CharField(choices=[('rare', '极不可能'), ('unlikely', '不太可能'), ('possible', '可能'), ('likely', '很可能'), ('certain', '几乎肯定')], max_length=10)),
                ('harm', models.CharField(choices=[('minimal', '极低'), ('low', '低'), ('medium', '中等'), ('high', '高'), ('extreme', '极高')], max_length=10)),
                ('level', models.CharField(max_length=10)),
                ('rank', models.PositiveSmallIntegerField()),
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('words', models.CharField(blank=True, default='', max_length=300)),
                ('at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('review_at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='riskpoints.point')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at', None)), fields=('point',), name='one_rating_holds')],
            },
        ),
        migrations.CreateModel(
            name='Week',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('week_on', models.DateField(db_index=True)),
                ('state', models.CharField(default='asked', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('filed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('words', models.CharField(blank=True, default='', max_length=500)),
                ('filed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'week_on'), name='one_assessment_a_week')],
            },
        ),
        migrations.CreateModel(
            name='UnitRating',
            fields=[
                ('likelihood', models.CharField(choices=[('rare', '极不可能'), ('unlikely', '不太可能'), ('possible', '可能'), ('likely', '很可能'), ('certain', '几乎肯定')], max_length=10)),
                ('harm', models.CharField(choices=[('minimal', '极低'), ('low', '低'), ('medium', '中等'), ('high', '高'), ('extreme', '极高')], max_length=10)),
                ('level', models.CharField(max_length=10)),
                ('rank', models.PositiveSmallIntegerField()),
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unit_ratings', to='riskpoints.point')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='riskpoints.week')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('week', 'point'), name='one_unit_rating_a_week')],
            },
        ),
    ]
