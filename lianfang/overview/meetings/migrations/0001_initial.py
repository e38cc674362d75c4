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
            name='AgendaItem',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('section', models.CharField(max_length=20)),
                ('place', models.PositiveSmallIntegerField()),
                ('key', models.CharField(max_length=120)),
                ('title', models.JSONField()),
                ('note', models.JSONField(default=dict)),
                ('url', models.CharField(blank=True, default='', max_length=300)),
                ('figure', models.CharField(blank=True, default='', max_length=40)),
                ('count', models.IntegerField(null=True)),
                ('times', models.PositiveSmallIntegerField(default=1)),
                ('said', models.TextField(blank=True, default='')),
                ('said_version', models.PositiveIntegerField(default=0)),
                ('said_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('said_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Facts',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('edition', models.CharField(blank=True, default='', max_length=10)),
                ('cut_off_at', models.DateTimeField()),
                ('made_at', models.DateTimeField()),
                ('journal_position', models.BigIntegerField(default=0)),
                ('journal_hash', models.CharField(blank=True, default='', max_length=64)),
                ('check_code', models.CharField(max_length=20)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit', 'cut_off_at'), name='one_reading_a_cut_off')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('series', models.CharField(choices=[('morning', '早调度'), ('evening', '晚调度'), ('weekly', '周例会'), ('monthly', '月例会'), ('adhoc', '临时会商')], max_length=10)),
                ('title', models.CharField(blank=True, default='', max_length=80)),
                ('begins_at', models.DateTimeField()),
                ('cut_off_at', models.DateTimeField()),
                ('place', models.CharField(blank=True, default='', max_length=60)),
                ('chair', models.CharField(blank=True, default='', max_length=60)),
                ('state', models.CharField(default='called', max_length=10)),
                ('version', models.PositiveIntegerField(default=1)),
                ('began_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('before', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('facts', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.facts')),
                ('keeper', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['unit', 'begins_at'], name='meeting_by_time')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'year', 'number'), name='one_meeting_a_number'), models.UniqueConstraint(fields=('unit', 'series', 'begins_at'), name='one_meeting_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.TextField()),
                ('tag', models.CharField(blank=True, default='', max_length=80)),
                ('way', models.CharField(choices=[('tasks', '派成督办事项'), ('directive', '发文：编号下达，要签收')], default='tasks', max_length=10)),
                ('at', models.DateTimeField()),
                ('because', models.UUIDField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='meetings.agendaitem')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='meetings.meeting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('meeting', 'number'), name='one_decision_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('guest', models.CharField(blank=True, default='', max_length=40)),
                ('office', models.CharField(blank=True, default='', max_length=60)),
                ('comes', models.CharField(choices=[('expected', '应到'), ('present', '到会'), ('apology', '请假'), ('absent', '缺席')], default='expected', max_length=10)),
                ('deputy', models.CharField(blank=True, default='', max_length=40)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='meetings.meeting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('meeting', 'account'), name='one_seat_an_account')],
            },
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='meetings.meeting'),
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('figures', models.JSONField()),
                ('facts', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='meetings.facts')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('facts', 'unit'), name='one_reading_a_unit')],
            },
        ),
        migrations.CreateModel(
            name='Rhythm',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('series', models.CharField(choices=[('morning', '早调度'), ('evening', '晚调度'), ('weekly', '周例会'), ('monthly', '月例会'), ('adhoc', '临时会商')], max_length=10)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('unit', 'series'), name='one_rhythm_a_series')],
            },
        ),
        migrations.CreateModel(
            name='Share',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('role', models.CharField(blank=True, choices=[('duty_officer', '县指挥部值班员'), ('county_leader', '县领导'), ('township_cadre', '乡镇（街道）干部'), ('village_cadre', '村（社区）干部'), ('grid_worker', '网格员'), ('checkpoint_post', '卡口值守'), ('epidemiologist', '流调人员'), ('laboratory', '检测机构'), ('hospital', '医院院感'), ('supervisor', '督查'), ('inspector', '督查组成员'), ('administrator', '系统管理员')], default='', max_length=20)),
                ('where', models.CharField(blank=True, default='', max_length=80)),
                ('due_at', models.DateTimeField(null=True)),
                ('evidence', models.CharField(choices=[('text', '写明结果'), ('photo', '照片'), ('document', '文件'), ('figure', '数字')], default='text', max_length=10)),
                ('account', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='meetings.decision')),
                ('unit', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('meeting', 'key'), name='one_item_a_matter'),
        ),
    ]
