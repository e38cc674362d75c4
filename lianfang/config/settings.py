"""Django's settings: everything an installation may choose comes from the environment or its home."""
import base64
import gc
import hashlib
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from lianfang.ground.accounts.proofs import address, issuer
from lianfang.ground.keeping import choices

from . import home as homes
from .databases import database

gc.disable()  # what starting up makes stays; the collector would walk it again and again. The last app turns it on again
HOME = homes.folder()
CHECKOUT = homes.CHECKOUT
SECRET_KEY = base64.b64encode(hashlib.sha512(homes.key(HOME, "secret.key")).digest()).decode()
KEYS = homes.numbered_keys(HOME)
INDEX_KEY = homes.key(HOME, "index.key")  # of digests of what we made ourselves: sessions, slips; numbers have keys that change
SEAL_WITH = os.environ.get("LIANFANG_CIPHER", "aes")  # or "sm4"; what the other sealed opens all the same
if SEAL_WITH not in ("aes", "sm4"):
    raise ImproperlyConfigured(f"LIANFANG_CIPHER is aes or sm4, not {SEAL_WITH}")
CHOSEN = choices.read(HOME)
SECOND_FACTOR = os.environ.get("LIANFANG_SECOND_FACTOR", CHOSEN.get("second_factor", "on"))  # the seeded demo chooses "off"
PASSWORD_PROFILE = os.environ.get("LIANFANG_PASSWORDS", "mlps3")  # or "asvs"; the reasons: docs/security.md
if SECOND_FACTOR not in ("on", "off"):
    raise ImproperlyConfigured(f"LIANFANG_SECOND_FACTOR is on or off, not {SECOND_FACTOR}")
if PASSWORD_PROFILE not in ("mlps3", "asvs"):
    raise ImproperlyConfigured(f"LIANFANG_PASSWORDS is mlps3 or asvs, not {PASSWORD_PROFILE}")
SECOND_FACTOR = SECOND_FACTOR == "on"

DEBUG = os.environ.get("LIANFANG_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("LIANFANG_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("LIANFANG_ORIGINS", "").split(",") if o]
BEHIND_TLS = os.environ.get("LIANFANG_TLS") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django_htmx",
    "lianfang.ground.journal.apps.JournalConfig",
    "lianfang.ground.units.apps.UnitsConfig",
    "lianfang.ground.accounts.apps.AccountsConfig",
    "lianfang.ground.clock.apps.ClockConfig",
    "lianfang.ground.decisions.apps.DecisionsConfig",
    "lianfang.ground.workflow.apps.WorkflowConfig",
    "lianfang.ground.retention.apps.RetentionConfig",
    "lianfang.ground.ui.apps.UiConfig",
    "lianfang.ground.outbox.apps.OutboxConfig",
    "lianfang.registers.territory.apps.TerritoryConfig",
    "lianfang.registers.people.apps.PeopleConfig",
    "lianfang.registers.diseases.apps.DiseasesConfig",
    "lianfang.registers.enterprises.apps.EnterprisesConfig",
    "lianfang.registers.outside.apps.OutsideConfig",
    "lianfang.response.screening.apps.ScreeningConfig",
    "lianfang.response.isolation.apps.IsolationConfig",
    "lianfang.response.redress.apps.RedressConfig",
    "lianfang.response.discretion.apps.DiscretionConfig",
    "lianfang.response.doorstep.apps.DoorstepConfig",
    "lianfang.response.checkpoints.apps.CheckpointsConfig",
    "lianfang.response.tracing.apps.TracingConfig",
    "lianfang.response.risk.apps.RiskConfig",
    "lianfang.response.cases.apps.CasesConfig",
    "lianfang.response.transfers.apps.TransfersConfig",
    "lianfang.response.upward.apps.UpwardConfig",
    "lianfang.response.directives.apps.DirectivesConfig",
    "lianfang.response.sites.apps.SitesConfig",
    "lianfang.response.testing.apps.TestingConfig",
    "lianfang.response.hospitals.apps.HospitalsConfig",
    "lianfang.response.abnormal.apps.AbnormalConfig",
    "lianfang.response.laboratory.apps.LaboratoryConfig",
    "lianfang.response.sensors.apps.SensorsConfig",
    "lianfang.response.inspection.apps.InspectionConfig",
    "lianfang.response.risk.points.apps.RiskPointsConfig",
    "lianfang.response.risk.closures.apps.ClosuresConfig",
    "lianfang.overview.situation.apps.SituationConfig",
    "lianfang.overview.incident.apps.IncidentConfig",
    "lianfang.overview.ending.apps.EndingConfig",
    "lianfang.overview.analytics.apps.AnalyticsConfig",
    "lianfang.overview.chains.apps.ChainsConfig",
    "lianfang.overview.drives.apps.DrivesConfig",
    "lianfang.overview.phases.apps.PhasesConfig",
    "lianfang.overview.meetings.apps.MeetingsConfig",
    "lianfang.overview.command.apps.CommandConfig",
    "lianfang.overview.trial.apps.TrialConfig",
    "lianfang.overview.ledger.apps.LedgerConfig",
    "lianfang.overview.wall.apps.WallConfig",
    "lianfang.overview.papers.apps.PapersConfig",
    "lianfang.entry.admission.apps.AdmissionConfig",
    "lianfang.entry.home.apps.HomeConfig",
    "lianfang.entry.portal.apps.PortalConfig",
    "lianfang.entry.field.apps.FieldConfig",
    "lianfang.entry.api.apps.ApiConfig",
    "lianfang.entry.console.apps.ConsoleConfig",
    "lianfang.entry.console.upkeep.apps.UpkeepConfig",
    "lianfang.config.apps.CompositionConfig",
]
MIDDLEWARE = [
    "lianfang.config.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lianfang.entry.admission.middleware.AdmissionMiddleware",
    "axes.middleware.AxesMiddleware",
    "lianfang.config.away.DeletingMiddleware",
]
ROOT_URLCONF = "lianfang.config.urls"
WSGI_APPLICATION = "lianfang.config.wsgi.application"
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "APP_DIRS": True,
    "OPTIONS": {"context_processors": [
        "django.template.context_processors.request",
        "django.contrib.messages.context_processors.messages",
        "lianfang.ground.ui.context.shell",
    ], "builtins": ["django.templatetags.i18n", "django.templatetags.static"]},
}]

try:
    DATABASES = {"default": database(os.environ.get("DATABASE_URL"), HOME)}
except ValueError as wrong:
    raise ImproperlyConfigured(str(wrong)) from wrong
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesBackend", "lianfang.ground.accounts.sessions.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "lianfang.entry.admission.passwords.ProfileValidator"},
    {"NAME": "lianfang.entry.admission.passwords.CommonValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["login", "name"]}},
]
LOGIN_URL = "accounts:sign_in"
STRENGTHEN_URL = "accounts:strengthen"
LOGIN_REDIRECT_URL = "home:home"
HALF_IN_MINUTES = 10  # between the password and the second factor
DEVICE_DAYS = int(os.environ.get("LIANFANG_DEVICE_DAYS", "180"))  # a known device needs a new slip after these
NETWORKS = address.networks(os.environ.get("LIANFANG_NETWORKS", ""))  # 政务网=10.1.0.0/16
AXES_HANDLER = "lianfang.entry.admission.throttle.Handler"
AXES_LOCKOUT_CALLABLE = "lianfang.entry.admission.throttle.locked"
AXES_CLIENT_IP_CALLABLE = "lianfang.ground.accounts.proofs.address.client_address"
AXES_DISABLE_ACCESS_LOG = True  # the journal tells who signed in
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_USERNAME_FORM_FIELD = "username"

# allauth keeps second factors and speaks to the county's sign-on; none of its own pages has an address here
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "lianfang.ground.accounts.proofs.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a code half a minute early or late, for a phone whose clock is off
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
SIGN_ON = issuer.chosen(os.environ)  # the county's own sign-on, where it has one
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [issuer.app(SIGN_ON)] if SIGN_ON else []}}
SOCIALACCOUNT_ADAPTER = "lianfang.entry.admission.sign_on.SignOn"
SOCIALACCOUNT_STORE_TOKENS = SOCIALACCOUNT_QUERY_EMAIL = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5

SESSION_ENGINE = "lianfang.ground.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = False
WHOLE_NUMBERS_AN_HOUR = int(os.environ.get("LIANFANG_NUMBER_SEARCHES", "60"))  # an account's searches by a whole number
GATE_NUMBERS_AN_HOUR = int(os.environ.get("LIANFANG_GATE_NUMBERS", "600"))  # the numbers a post asks about: forty cars, full
PORTAL_MINUTES = int(os.environ.get("LIANFANG_PORTAL_MINUTES", "15"))  # a visit to one's own page
PHOTO_BYTES = int(os.environ.get("LIANFANG_PHOTO_MB", "8")) * 1024 ** 2  # a photo that proves something
PHOTO_PIXELS = 60_000_000
LOOSE_PHOTOS_A_DAY = int(os.environ.get("LIANFANG_LOOSE_PHOTOS", "200"))  # of one account, that no record has named yet
SPOILT_BOXES_A_DAY = int(os.environ.get("LIANFANG_SPOILT_BOXES", "100"))  # handed in by one account, that do not open
KEEP_PLACES = os.environ.get("LIANFANG_PLACES", "off") == "on"  # where a phone was when something was done, if its holder allows that
FILE_UPLOAD_HANDLERS = ["lianfang.ground.sheets.uploads.Bounded"]
SLIP_DAYS = int(os.environ.get("LIANFANG_SLIP_DAYS", "7"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_NAME = "__Host-session" if BEHIND_TLS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if BEHIND_TLS else "csrf"
CSRF_COOKIE_HTTPONLY = False
CSRF_COOKIE_AGE = None  # gone with the browser
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # browsers' preload list takes whole domains: their owner's to decide
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

NODE_MODULES = CHECKOUT / "node_modules"
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("LIANFANG_STATIC") or CHECKOUT / ".build" / "static")
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder", "lianfang.config.static_files.NpmFiles"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "lianfang.config.static_files.HashedFiles"},
}
MEDIA_ROOT = HOME / "uploads"
REPLICA = Path(found).expanduser().resolve() if (found := os.environ.get("LIANFANG_REPLICA")) else None  # SQLite is followed there

REACTIONS = "lianfang.reactions.REACTIONS"
COUNTY_NAME = os.environ.get("LIANFANG_COUNTY", "本县")
PAPER_PREFIX = os.environ.get("LIANFANG_PAPER_PREFIX", "县")
HELP_PHONE = os.environ.get("LIANFANG_HELP_PHONE", "12345")
APPEAL_PHONE = os.environ.get("LIANFANG_APPEAL_PHONE", "12345")
PUBLIC_ADDRESS = os.environ.get("LIANFANG_ADDRESS", "http://127.0.0.1:8000")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"discreet": {"()": "lianfang.ground.faults.Discreet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["discreet"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"lianfang": {"level": "INFO"}, "axes": {"level": "ERROR"}},
}
