"""Settings: one file for every place; what differs comes from the environment.

Every variable is explained in docs/how-to/settings.md.
"""

from pathlib import Path

from motcua.config import env

HOME = Path(env.text("MOTCUA_HOME", str(Path.cwd() / "var"))).resolve()
LIBRARY = Path(env.text("MOTCUA_LIBRARY", str(Path(__file__).parents[3] / "library"))).resolve()
BASE_URL = env.text("MOTCUA_BASE_URL", "http://127.0.0.1:8000")
DEMONSTRATION = env.flag("MOTCUA_DEMONSTRATION", default=True)

SECRET_KEY = env.secret("MOTCUA_SECRET_KEY", demonstration=DEMONSTRATION)
DATA_KEY = env.secret("MOTCUA_DATA_KEY", demonstration=DEMONSTRATION)
DEBUG = False
ALLOWED_HOSTS = env.text("MOTCUA_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "motcua.design",
    "motcua.journal",
    "motcua.agencies",
    "motcua.identity",
    "motcua.measurement",
    "motcua.evaluation",
    "motcua.documents",
    "motcua.payments",
    "motcua.procedures",
    "motcua.dossiers",
    "motcua.exchange",
    "motcua.statistics",
    "motcua.feedback",
    "motcua.counters",
    "motcua.notifications",
    "motcua.web",
    "motcua.portal",
    "motcua.desk",
    "motcua.observatory",
]

MIDDLEWARE = [
    "motcua.web.middleware.security.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "motcua.web.middleware.caching.private_pages",
    "motcua.web.middleware.language.language",
    "motcua.web.middleware.cleaning.Cleaning",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.web.middleware.steadiness.steady_agencies",
    "motcua.web.middleware.viewer.viewer",
    "motcua.web.middleware.assistance.Assistance",
    "motcua.web.middleware.refusing.Refusals",
]
CSRF_FAILURE_VIEW = "motcua.web.errors.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "motcua.web.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "motcua.web.pages.shared",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {
    "default": env.database(env.text("MOTCUA_DATABASE_URL", f"sqlite:///{HOME / 'motcua.sqlite3'}"))
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}

# ------------------------------------------------------------------ who is there
AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = ["motcua.identity.adapters.login.LoginBackend"]
ACCOUNT_ADAPTER = "motcua.web.accounts.adapter.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Attempts to log in and one-time codes are counted by motcua.identity, in the database.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None, "signup": None}
MFA_ADAPTER = "motcua.identity.adapters.second_factor.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Một cửa"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "motcua.web.accounts.codes.AuthenticateForm",
    "reauthenticate": "motcua.web.accounts.codes.ReauthenticateForm",
    "activate_totp": "motcua.web.accounts.codes.ActivateForm",
}
BEHIND_PROXY = env.flag("MOTCUA_BEHIND_PROXY", default=False)
PASSWORD_HASHERS = [
    "motcua.identity.adapters.hashing.Argon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email", "phone")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "motcua.web.sessions"
SESSION_COOKIE_NAME = "motcua"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
SECURE_COOKIES = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_HTTPONLY = False
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_COOKIES else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# ------------------------------------------------------------------ words, time, numbers
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parents[1] / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# ------------------------------------------------------------------ files
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "motcua.web.static_files.DigestNamedFiles"},
}
FILE_STORE = HOME / "files"
SCANNER = env.scanner("MOTCUA_CLAMD", demonstration=DEMONSTRATION)
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# ------------------------------------------------------------------ measurement
MEASUREMENT = Path(env.text("MOTCUA_MEASUREMENT", str(HOME / "measurement")))
AGENCY = env.text("MOTCUA_AGENCY", "H26")
LAKE = env.text("MOTCUA_LAKE", str(MEASUREMENT / "lake"))
LAKE_ENDPOINT = env.text("MOTCUA_LAKE_ENDPOINT", "")
LAKE_REGION = env.text("MOTCUA_LAKE_REGION", "")
LAKE_KEY = env.text("MOTCUA_LAKE_KEY", "")
LAKE_SECRET = env.text("MOTCUA_LAKE_SECRET", "")
LAKE_MEMORY = env.text("MOTCUA_LAKE_MEMORY", "2GB")
LAKE_THREADS = env.number("MOTCUA_LAKE_THREADS", 2)
LAKE_KEEP_DAYS = env.number("MOTCUA_LAKE_KEEP_DAYS", 400)

# ------------------------------------------------------------------ evaluation
EVALUATION = Path(env.text("MOTCUA_EVALUATION", str(HOME / "evaluation")))
AUDIT_TOKEN = env.text("MOTCUA_AUDIT_TOKEN", "")

# ------------------------------------------------------------------ words sent
SMTP_URL = env.text("MOTCUA_SMTP_URL", "")
MAIL_FROM = env.text("MOTCUA_MAIL_FROM", "Một cửa <khong-tra-loi@motcua.example>")
CONTACT = env.text("MOTCUA_CONTACT", "gop-y@motcua.example")
MESSAGE_FOLDER = HOME / "messages"
SMS_URL = env.text("MOTCUA_SMS_URL", "")
SMS_TOKEN = env.text("MOTCUA_SMS_TOKEN", "")
SMS_BRAND = env.text("MOTCUA_SMS_BRAND", "MOTCUA")
SMS_NUMBER = env.text("MOTCUA_SMS_NUMBER", "")
SMS_MARKS = env.flag("MOTCUA_SMS_MARKS", default=False)
ZALO_URL = env.text("MOTCUA_ZALO_URL", "")
ZALO_TOKEN = env.text("MOTCUA_ZALO_TOKEN", "")
ZALO_TEMPLATES = env.pairs("MOTCUA_ZALO_TEMPLATES")
GATEWAY_SECRET = env.text("MOTCUA_GATEWAY_SECRET", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # motcua.web.errors writes unexpected errors down itself, with the reference the reader saw.
    "loggers": {"django.request": {"level": "CRITICAL"}},
    "root": {"handlers": ["stderr"], "level": env.text("MOTCUA_LOG", "WARNING")},
}
