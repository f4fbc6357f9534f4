"""All settings of the site, read from the environment. docs/reference/settings.md has a line for every variable."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from probono.config.environment import EVALUATION, PRODUCTION, check_mode, check_port, database_of, kept_secret
from probono.config.mail import mail_of
from probono.config.production.found import Found
from probono.config.production.refuse import refuse_weak
from probono.config.program import ProgramError, read_program

env = environ.Env()

# --- mode and places ---
MODE = check_mode(env.str("PROBONO_MODE", EVALUATION))
EVALUATION_MODE = MODE == EVALUATION
DEBUG = False
VAR = Path(env.str("PROBONO_VAR", "var")).resolve()
PORT = check_port(env.str("PROBONO_PORT", "8000"))
SITE_ORIGIN = env.str("PROBONO_SITE_ORIGIN", f"http://localhost:{PORT}")
FILES_ORIGIN = env.str("PROBONO_FILES_ORIGIN", f"http://127.0.0.1:{PORT}")
SITE_HOST, FILES_HOST = urlsplit(SITE_ORIGIN).hostname or "", urlsplit(FILES_ORIGIN).hostname or ""
ALLOWED_HOSTS = [SITE_HOST, FILES_HOST]
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]

# --- the program's names ---
_PROGRAM_FILE = Path(env.str("PROBONO_PROGRAM", "program.toml"))
try:
    PROGRAM = read_program(_PROGRAM_FILE)
except ProgramError as error:
    raise ImproperlyConfigured(str(error)) from error

# --- secrets ---
SECRET_KEY = env.str("PROBONO_SECRET_KEY", "") or (kept_secret(VAR / "keys" / "secret.key") if EVALUATION_MODE else "")
VAULT_KEY = env.str("PROBONO_VAULT_KEY", "")
VAULT_KEY_NEXT = env.str("PROBONO_VAULT_KEY_NEXT", "")
VAULT_KEYSTORE = Path(env.str("PROBONO_KEYSTORE", str(VAR / "keystore" / "keys.sqlite3"))).resolve()
VAULT_KEY_FILE = VAR / "keys" / "vault.key"
VAULT_FILES = Path(env.str("PROBONO_FILES", str(VAR / "files"))).resolve()

CLAMD = env.str("PROBONO_CLAMD", "")
AUDIT_SINK = Path(env.str("PROBONO_AUDIT_SINK", str(VAR / "audit" / "heads.jsonl"))).resolve()
SHRED_LEDGER = Path(env.str("PROBONO_SHRED_LEDGER", str(VAR / "ledger" / "shreds.jsonl"))).resolve()

# --- database ---
_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(VAR / "probono.sqlite3"),
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
    },
}
DATABASES: dict[str, dict[str, Any]] = {"default": database_of(env.str("DATABASE_URL", ""), _SQLITE)}
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DATABASE_APP_ROLE = env.str("DATABASE_APP_ROLE", "")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- apps, lowest first ---
INSTALLED_APPS = [
    "probono.ui.apps.UiConfig",
    "probono.ui.apps.CottonUswdsConfig",
    "probono.vault.apps.VaultConfig",
    "probono.audit.apps.AuditConfig",
    "probono.accounts.apps.AccountsConfig",
    "probono.people.apps.PeopleConfig",
    "probono.consent.contact.apps.ContactConfig",
    "probono.consent.apps.ConsentConfig",
    "probono.matters.apps.MattersConfig",
    "probono.retention.apps.RetentionConfig",
    "probono.retention.legal.apps.LegalConfig",
    "probono.retention.breach.apps.BreachConfig",
    "probono.pages.apps.PagesConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth.account",  # only for allauth.mfa, which asks for it; none of its pages has an address
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "probono.ui.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "probono.ui.origins.split_origins",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "probono.pages.empty_page.empty_page",
    "probono.pages.form_addresses.form_addresses",
    "probono.accounts.signing_in.ended_meanwhile.Sessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "probono.ui.uploads.BodyLimit",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "probono.accounts.signing_in.middleware.watched_sessions",
    "probono.accounts.middleware.signed_in_only",
]
ROOT_URLCONF = "probono.config.urls"
FILES_URLCONF = "probono.config.urls_files"
WSGI_APPLICATION = "probono.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n", "probono.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "probono.ui.context.site",
                "probono.accounts.context.rights",
            ],
        },
    }
]
FORM_RENDERER = "probono.ui.forms.PlainRenderer"

# --- who is signed in ---
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["probono.accounts.backend.AccountBackend"]
LOGIN_URL = "accounts:sign-in"
SESSION_COOKIE_NAME = "session" if EVALUATION_MODE else "__Host-session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = not EVALUATION_MODE
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 30 * 60  # the longest rest there is; accounts/signing_in/middleware.py ends most sessions sooner
SESSION_SAVE_EVERY_REQUEST = True
SESSION_IDLE_SECONDS = 15 * 60
SESSION_LONG_IDLE_SECONDS = 30 * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
CSRF_COOKIE_NAME = "csrf" if EVALUATION_MODE else "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = not EVALUATION_MODE
CSRF_FAILURE_VIEW = "probono.pages.errors.stale_form"
UNAVAILABLE_VIEW = "probono.pages.errors.unavailable"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
FIRM_SECRETS: dict[str, str] = env.dict("PROBONO_FIRM_SECRETS", default={})
TRUSTED_PROXIES = env.int("PROBONO_PROXIES", 0 if EVALUATION_MODE else 1)
MFA_ADAPTER = "probono.accounts.signing_in.adapter.Adapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"

# --- headers ---
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # with "no-referrer" browsers send "Origin: null" and no form could be checked
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = not EVALUATION_MODE
SECURE_PROXY_SSL_HEADER = None if EVALUATION_MODE else ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if EVALUATION_MODE else 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not EVALUATION_MODE

# --- uploads: memory only, never a plain file on disk ---
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
UPLOAD_PIECE_BYTES = 1024 * 1024  # a larger file is sent in pieces, so that a lost connection costs one piece
FILE_UPLOAD_HANDLERS = ["probono.ui.uploads.MemoryOnlyHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 5

# --- mail: neutral notes only, and none until a server is named ---
_MAIL_HOST = env.str("PROBONO_MAIL_HOST", "")
_MAIL = mail_of(
    host=_MAIL_HOST,
    sender=env.str("PROBONO_MAIL_FROM", "notes@localhost"),
    evaluation=EVALUATION_MODE,
    program=PROGRAM,
)
MAIL_ON, MAIL_FROM = _MAIL.on, _MAIL.sender
EMAIL_BACKEND = _MAIL.backend
EMAIL_HOST = _MAIL_HOST or "localhost"
EMAIL_PORT = env.int("PROBONO_MAIL_PORT", 587)
EMAIL_HOST_USER = env.str("PROBONO_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.str("PROBONO_MAIL_PASSWORD", "")
EMAIL_USE_TLS = _MAIL.tls
EMAIL_TIMEOUT = 20

# --- jobs ---
TASKS = {"default": {"BACKEND": env.str("PROBONO_TASKS", "django_tasks_db.DatabaseBackend")}}

# --- static files ---
STATIC_URL = "static/"
STATIC_ROOT = None if EVALUATION_MODE else VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EVALUATION_MODE
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = EVALUATION_MODE

# --- language and time ---
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Strict"
LANGUAGE_COOKIE_SECURE = not EVALUATION_MODE
USE_I18N = True
USE_TZ = True
TIME_ZONE = PROGRAM.time_zone

# --- logs: never a request's content ---
_LOG_LEVEL = env.str("PROBONO_LOG_LEVEL", "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "probono.config.logs.WithoutContent"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": _LOG_LEVEL},
    "loggers": {  # Django's own would send errors by mail, and write every address
        "django": {"handlers": [], "level": "NOTSET", "propagate": True},
        "django.server": {"handlers": [], "level": "NOTSET", "propagate": True},
    },
}

# --- nothing weak carries real people's data ---
if MODE == PRODUCTION:
    refuse_weak(
        Found(
            secret=SECRET_KEY,
            vault_key=VAULT_KEY,
            database=DATABASES["default"],
            app_role=DATABASE_APP_ROLE,
            site=SITE_ORIGIN,
            files=FILES_ORIGIN,
            var=VAR,
            file_store=VAULT_FILES,
            sink=AUDIT_SINK,
            ledger=SHRED_LEDGER,
            program_file=_PROGRAM_FILE,
            program=PROGRAM,
            log_level=_LOG_LEVEL,
            tasks=TASKS["default"]["BACKEND"],
            environ=os.environ,
        )
    )
