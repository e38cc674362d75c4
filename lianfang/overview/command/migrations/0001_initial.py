import django.db.models.deletion
import lianfang.ground.ids
import lianfang.ground.vault.fields
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
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('post', models.CharField(max_length=20)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Cover',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('away', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by_whom', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Emergency',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=80)),
                ('disease', models.CharField(max_length=30)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('unit',), name='one_emergency_at_once')],
            },
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('group', '工作组'), ('force', '专班')], default='group', max_length=6)),
                ('code', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=60)),
                ('office', models.CharField(blank=True, default='', max_length=80)),
                ('duties', models.CharField(blank=True, default='', max_length=300)),
                ('flows', models.JSONField(default=list)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('emergency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='command.emergency')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('emergency', 'code'), name='one_group_a_code')],
            },
        ),
        migrations.CreateModel(
            name='Holder',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('post', models.CharField(choices=[('chief', '总指挥（组长）'), ('vice_chief', '副总指挥（副组长）'), ('lead', '组长'), ('deputy', '副组长'), ('liaison', '联络员'), ('member', '成员')], max_length=10)),
                ('name', models.CharField(max_length=40)),
                ('office', models.CharField(blank=True, default='', max_length=80)),
                ('phone', lianfang.ground.vault.fields.SealedText('command.phone', blank=True, default=b'')),
                ('document', models.CharField(blank=True, default='', max_length=80)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('emergency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holders', to='command.emergency')),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holders', to='command.group')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('post', 'lead'), ('until_on', None)), fields=('group',), name='one_lead_a_group')],
            },
        ),
        migrations.CreateModel(
            name='Mechanism',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=60)),
                ('document', models.CharField(blank=True, default='', max_length=120)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('unit', 'code'), name='one_mechanism_a_code')],
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('level', '级'), ('line', '线'), ('check', '查'), ('point', '条')], max_length=6)),
                ('place', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=200)),
                ('owner', models.CharField(max_length=80)),
                ('mechanism', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='command.mechanism')),
            ],
        ),
        migrations.CreateModel(
            name='Recall',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=500)),
                ('whom', models.CharField(max_length=300)),
                ('return_by', models.DateTimeField()),
                ('cancels_leave', models.BooleanField(default=True)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Called',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('state', models.CharField(default='called', max_length=8)),
                ('leave_until', models.DateField(null=True)),
                ('back_at', models.DateTimeField(null=True)),
                ('note', lianfang.ground.vault.fields.SealedText('command.recall', blank=True, default=b'')),
                ('answered_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('because', models.UUIDField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seen_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unit')),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='called', to='command.recall')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('recall', 'account'), name='one_call_an_account')],
            },
        ),
        migrations.CreateModel(
            name='Response',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('i', 'Ⅰ级'), ('ii', 'Ⅱ级'), ('iii', 'Ⅲ级'), ('iv', 'Ⅳ级')], max_length=3)),
                ('body', models.CharField(choices=[('national', '国家'), ('province', '省'), ('prefecture', '市（地）'), ('county', '县')], max_length=10)),
                ('does', models.CharField(max_length=10)),
                ('decided_by', models.CharField(max_length=80)),
                ('number', models.CharField(max_length=60)),
                ('document', models.TextField()),
                ('clause', models.TextField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('emergency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='command.emergency')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at', None)), fields=('emergency',), name='one_level_at_once')],
            },
        ),
        migrations.CreateModel(
            name='StoodUp',
            fields=[
                ('id', models.UUIDField(default=lianfang.ground.ids.uuid7, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=10)),
                ('item', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('because', models.UUIDField(null=True)),
                ('response', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stood_up', to='command.response')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('response', 'kind', 'item'), name='stood_up_once')],
            },
        ),
    ]
