"""All settings in one file: works with no configuration; what an office may change is an environment variable."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

ROOT = Path(__file__).resolve().parent.parent


def env(name: str, default: str = "") -> str:
    """An environment variable as text."""
    return os.environ.get(name, default).strip()


def env_bool(name: str, default: bool = False) -> bool:
    """An environment variable as yes or no."""
    return env(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def env_int(name: str, default: int) -> int:
    """An environment variable as a whole number."""
    return int(env(name) or default)


VAR = Path(env("THIDUA_VAR") or ROOT / "var")
VAR.mkdir(parents=True, exist_ok=True)


def secret_key() -> str:
    """The key from the environment, else the one kept under var/, made on first use and readable by its owner only."""
    given = env("THIDUA_SECRET_KEY")
    if given:
        return given
    kept = VAR / "secret_key"
    try:
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text().strip()
    with os.fdopen(handle, "w") as file:
        fresh = secrets.token_urlsafe(50)
        file.write(fresh)
    return fresh


def database(url: str) -> dict[str, Any]:
    """The database settings: SQLite tuned for one box by default, PostgreSQL with a pool when DATABASE_URL says so."""
    if not url or url.startswith("sqlite"):
        path = urlsplit(url).path if url else ""
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path or VAR / "thidua.sqlite3",
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": env_int("THIDUA_DB_POOL", 4)}},
    }


def standing_day() -> dt.date | None:
    """The day a demo stands on: THIDUA_TODAY (YYYY-MM-DD; "real" for the true day), else the file var/today."""
    given = env("THIDUA_TODAY")
    kept = VAR / "today"
    if not given and kept.exists():
        given = kept.read_text().strip()
    return dt.date.fromisoformat(given) if given and given != "real" else None


SECRET_KEY = secret_key()
DEBUG = env_bool("THIDUA_DEBUG")
ALLOWED_HOSTS = [h for h in env("THIDUA_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if h]
CSRF_TRUSTED_ORIGINS = [h for h in env("THIDUA_ORIGINS").split(",") if h]
TODAY = standing_day()
DATABASES = {"default": database(env("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "thidua.core",
    "thidua.audit",
    "thidua.documents",
    "thidua.notifications",
    "thidua.organisation",
    "thidua.movements",
    "thidua.desk",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "thidua.organisation.middleware.SessionLimitMiddleware",
    "thidua.organisation.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thidua.desk.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "thidua.urls"
WSGI_APPLICATION = "thidua.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "thidua.desk.context.shell",
            ],
            "builtins": ["thidua.core.templatetags.td"],
        },
    }
]

# Sign-in: argon2; a session ends after a time without work and, in any case, after a working day.
AUTH_USER_MODEL = "organisation.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "desk"
SESSION_COOKIE_AGE = env_int("THIDUA_SESSION_HOURS", 12) * 3600
SESSION_IDLE_SECONDS = env_int("THIDUA_IDLE_MINUTES", 30) * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env_bool("THIDUA_HTTPS")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["thidua.core.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = env("THIDUA_STATIC_ROOT") or None  # only where another server hands the files out (collectstatic)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = VAR / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
UPLOAD_LIMIT_MB = env_int("THIDUA_UPLOAD_MB", 20)

# Mail goes to the console until THIDUA_SMTP_HOST names a server.
EMAIL_HOST = env("THIDUA_SMTP_HOST")
EMAIL_PORT = env_int("THIDUA_SMTP_PORT", 25)
EMAIL_HOST_USER = env("THIDUA_SMTP_USER")
EMAIL_HOST_PASSWORD = env("THIDUA_SMTP_PASSWORD")
EMAIL_USE_TLS = env_bool("THIDUA_SMTP_TLS")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("THIDUA_MAIL_FROM", "thidua@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"thidua": {"level": "INFO"}},
}
