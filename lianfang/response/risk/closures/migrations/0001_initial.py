import django.db.models.deletion
import lianfang.ground.ids
import lianfang.ground.vault.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('enterprises', '0001_initial'),
        ('units', '0002_path_statistics'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('number', models.CharField(max_length=60)),
                ('kind', models.CharField(choices=[('place', '封路封村'), ('transport', '停运'), ('trade', '场所、市场主体关停'), ('event', '停办聚集活动')], max_length=10)),
                ('what', models.JSONField(default=list)),
                ('words', models.CharField(max_length=500)),
                ('basis', models.CharField(blank=True, default='', max_length=200)),
                ('spared', models.JSONField(default=list)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('state', models.CharField(default='proposed', max_length=10)),
                ('needs_two', models.BooleanField(default=True)),
                ('clause', models.TextField(blank=True, default='')),
                ('proposed_at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(null=True)),
                ('looked_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('end_number', models.CharField(blank=True, default='', max_length=60)),
                ('approved_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'ended_at', 'until_at'], name='closure_standing')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'refused'), _negated=True), fields=('number',), name='one_closure_a_number'), models.CheckConstraint(condition=models.Q(('needs_two', False), ('approved_by', None), models.Q(('approved_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='closure_by_two')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('state', models.CharField(default='waiting', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(null=True)),
                ('words', models.CharField(blank=True, default='', max_length=200)),
                ('open_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('after', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='later', to='closures.check')),
                ('firm', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enterprises.firm')),
                ('seen_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('closure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='closures.closure')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('after', None)), fields=('closure', 'unit', 'firm'), name='one_check_a_firm'), models.UniqueConstraint(condition=models.Q(('after', None), ('firm', None)), fields=('closure', 'unit'), name='one_check_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('closure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='areas', to='closures.closure')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('closure', 'unit'), name='one_area_a_closure')],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('year', models.PositiveSmallIntegerField()),
                ('serial', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('wedding', '婚事'), ('funeral', '丧事'), ('banquet', '其他酒席、聚餐'), ('meeting', '会议'), ('training', '培训'), ('fair', '庙会、集市、展销'), ('worship', '宗教活动'), ('sports', '文体活动'), ('other', '其他聚集')], max_length=10)),
                ('heads', models.PositiveIntegerField()),
                ('on', models.DateField()),
                ('ends_at', models.DateTimeField()),
                ('place', lianfang.ground.vault.fields.SealedText('closures.place', blank=True, default=b'')),
                ('name', lianfang.ground.vault.fields.SealedText('closures.name', blank=True, default=b'')),
                ('phone', lianfang.ground.vault.fields.SealedText('closures.phone', blank=True, default=b'')),
                ('state', models.CharField(default='waiting', max_length=10)),
                ('facts', models.JSONField(default=dict)),
                ('document', models.TextField(blank=True, default='')),
                ('clause', models.TextField(blank=True, default='')),
                ('version', models.CharField(blank=True, default='', max_length=20)),
                ('row', models.IntegerField(null=True)),
                ('conditions', models.JSONField(default=list)),
                ('banned_until', models.DateTimeField(null=True)),
                ('applied_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, default='', max_length=300)),
                ('seen', models.CharField(blank=True, default='', max_length=300)),
                ('closure', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='closures.closure')),
                ('decided_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('firm', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enterprises.firm')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'on'], name='event_state_on')],
                'constraints': [models.UniqueConstraint(fields=('year', 'serial'), name='one_event_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('how', models.CharField(choices=[('vehicle', '一辆车（按车牌）'), ('firm', '一家单位、一个市场'), ('place', '封闭范围里的一处地方'), ('purpose', '一类来意')], max_length=8)),
                ('plate', lianfang.ground.vault.fields.SealedText('closures.plate', blank=True, default=b'')),
                ('plate_blind', models.CharField(blank=True, db_index=True, default='', max_length=32)),
                ('purpose', models.CharField(blank=True, default='', max_length=10)),
                ('reason', models.CharField(max_length=15)),
                ('words', models.CharField(blank=True, default='', max_length=200)),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('state', models.CharField(default='proposed', max_length=10)),
                ('proposed_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('closure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exemptions', to='closures.closure')),
                ('decided_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('firm', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enterprises.firm')),
                ('proposed_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='exemption_by_two')],
            },
        ),
        migrations.CreateModel(
            name='Lift',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('because', models.UUIDField(null=True)),
                ('what', models.JSONField(default=list)),
                ('number', models.CharField(max_length=60)),
                ('from_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lifts', to='closures.closure')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('intercity', '城际公交'), ('town_bus', '城乡公交'), ('long_distance', '长途客运'), ('taxi', '出租车、网约车'), ('tour_bus', '旅游包车')], max_length=15)),
                ('title', models.CharField(max_length=80)),
                ('operator', models.CharField(blank=True, default='', max_length=80)),
                ('made_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('unit', 'title'), name='one_service_a_title')],
            },
        ),
    ]
