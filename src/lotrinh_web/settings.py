"""Settings of the shell; what differs between machines comes from LOTRINH_* in the environment.

LOTRINH_SECRET_KEY    a long random text, asked for outside debug
LOTRINH_DEBUG         1 on a developer's machine only
LOTRINH_DATA          the folder for the database; `var` beside the content when not given
LOTRINH_DATABASE_URL  PostgreSQL instead of SQLite: postgresql://user:password@host/name
LOTRINH_HOSTS         names the site answers to, with commas
LOTRINH_HTTPS         1 behind a proxy that speaks HTTPS
"""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from lotrinh_web.database import database

SOURCE = Path(__file__).resolve().parent
ROOT = SOURCE.parents[1]

DEBUG = os.environ.get("LOTRINH_DEBUG") == "1"
#: The key of a developer's machine; `start.py` refuses to serve with it outside debug.
DEFAULT_SECRET_KEY = "only-for-a-developers-own-machine"  # noqa: S105
SECRET_KEY = os.environ.get("LOTRINH_SECRET_KEY") or DEFAULT_SECRET_KEY
DATA = Path(os.environ.get("LOTRINH_DATA") or ROOT / "var")
ALLOWED_HOSTS = [
    host for host in os.environ.get("LOTRINH_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host
]

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "lotrinh_web.audit",
    "lotrinh_web.accounts",
    "lotrinh_web.reporting",
    "lotrinh_web.desk",
    "lotrinh_web.review",
    "lotrinh_web.portal",
    "lotrinh_web.api",
]
#: Sessions live under the desk only; public pages set no cookie: there is nothing to consent to.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "lotrinh_web.accounts.door.Sessions",
    "lotrinh_web.accounts.door.Forms",
    "lotrinh_web.accounts.door.People",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lotrinh_web.headers.PermissionsPolicy",
]
ROOT_URLCONF = "lotrinh_web.urls"
WSGI_APPLICATION = "lotrinh_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["lotrinh_web.portal.templatetags.lotrinh"],
            "context_processors": ["django.template.context_processors.request"],
        },
    }
]
DATABASES = {"default": database(os.environ.get("LOTRINH_DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

#: Words are in words.toml; Django's own translations are not used.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

#: One cookie, of the session; the token of forms is kept in it.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "lotrinh_web.accounts.views.stale_form"
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if os.environ.get("LOTRINH_HTTPS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SESSION_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
