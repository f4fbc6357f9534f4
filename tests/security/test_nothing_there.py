"""S-17: what other sites leave open is not here: no admin, no debugging, no figures, no way out of the static files, no account
that comes with the program.
"""

from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as site
from django.contrib.auth import authenticate
from django.core.management import call_command, get_commands
from django.test import Client

from probono.accounts.models import Account
from probono.accounts.registry import views

pytestmark = pytest.mark.django_db
NOT_THERE = (
    *("/admin/", "/admin/login/", "/django-admin/", "/administrator/", "/wp-admin/", "/__debug__/", "/debug/"),
    *("/silk/", "/metrics", "/metrics/", "/prometheus/", "/stats/", "/status/", "/server-status", "/actuator/health"),
    *("/api/", "/api/schema/", "/graphql", "/swagger/", "/openapi.json", "/docs/", "/redoc/", "/console/", "/shell/"),
    *("/.env", "/.git/config", "/.git/HEAD", "/settings.py", "/program.toml", "/var/probono.sqlite3", "/backup.sql"),
    *("/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/login/", "/signup/", "/register/"),
    *("/mfa/", "/accounts/2fa/", "/password_reset/", "/i18n/setlang/", "/media/", "/files/", "/static/", "/robots.txt"),
)
OUT_OF_STATIC = (
    *("/static/../settings.py", "/static/..%2f..%2fprogram.toml", "/static/%2e%2e/%2e%2e/pyproject.toml"),
    *("/static/....//....//etc/passwd", "/static/..%5c..%5cetc%5cpasswd", "/static//etc/passwd", "/static/%00"),
    *("/static/ui/../../../../etc/passwd", "/static/ui/%2e%2e%2f%2e%2e%2f%2e%2e%2fprobono/config/settings.py"),
    *("/static/ui/site.css/..", "/static/ui/", "/static/vendor/", "/static/accounts/../../config/settings.py"),
)
DEFAULTS = ("admin", "root", "test", "demo", "user", "postgres", "django", "guest", "administrator")


@pytest.mark.parametrize("path", NOT_THERE)
def test_it_is_not_there_for_a_stranger(stranger: Client, path: str) -> None:
    answer = stranger.get(path)

    assert answer.status_code == 404
    assert answer.content == stranger.get("/no-such-page/").content


def test_it_is_not_there_for_a_director(everybody: dict[str, Client]) -> None:
    same = everybody["Dana"].get("/no-such-page/").content

    assert {(answer := everybody["Dana"].get(path)).status_code for path in NOT_THERE} == {404}
    assert answer.content == same


@pytest.mark.parametrize("path", [*NOT_THERE[:12], "/", "/matters/", "/sign-in/", "/health/"])
def test_nothing_but_a_ticket_answers_at_the_files_origin(files_origin: Client, path: str) -> None:
    assert files_origin.get(path).status_code == 404


@pytest.mark.parametrize("path", OUT_OF_STATIC)
def test_there_is_no_way_out_of_the_static_files(stranger: Client, path: str) -> None:
    answer = stranger.get(path)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]

    assert answer.status_code in (400, 404)
    assert b"PROBONO" not in body
    assert b"root:" not in body


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace", "options"])
def test_no_page_answers_another_method(stranger: Client, everybody: dict[str, Client], method: str) -> None:
    for browser in (stranger, everybody["Avery"]):
        for path in ("/", "/sign-in/", "/matters/"):
            assert getattr(browser, method)(path).status_code in (302, 404, 405), path


def test_no_app_of_them_is_installed() -> None:
    installed = {config.name for config in apps.get_app_configs()}

    assert not installed & {
        *("django.contrib.admin", "django.contrib.admindocs", "django.contrib.sites", "django.contrib.flatpages"),
        *("debug_toolbar", "silk", "django_prometheus", "rest_framework", "django_extensions"),
    }
    assert site.DEBUG is False
    assert "django.template.context_processors.debug" not in str(site.TEMPLATES)


def test_no_address_leads_to_code_of_another_package() -> None:
    found = [
        (name, view.__module__)
        for urlconf in (site.ROOT_URLCONF, site.FILES_URLCONF)
        for name, _pattern, view in views(urlconf)
        if not view.__module__.startswith("probono.")
    ]

    assert found == []


def test_a_new_database_has_no_account() -> None:
    assert not Account.objects.exists()
    assert site.AUTH_PASSWORD_VALIDATORS == []


@pytest.mark.parametrize("name", DEFAULTS)
def test_nobody_signs_in_with_a_name_and_a_password(stranger: Client, name: str) -> None:
    assert authenticate(username=name, password=name) is None
    assert authenticate(email=f"{name}@example.test", password=name) is None
    stranger.post("/sign-in/code/", {"email": f"{name}@example.test", "code": "000000", "password": name})
    assert stranger.get("/matters/").status_code == 302


def test_no_account_of_the_demo_has_a_password(avery: Any, dana: Any) -> None:
    assert [one for one in Account.objects.all() if one.has_usable_password()] == []
    assert authenticate(email=avery.email, password="") is None


def test_outside_evaluation_the_demo_s_sign_in_is_closed(settings: Any, stranger: Client, avery: Any) -> None:
    settings.EVALUATION_MODE = False

    assert stranger.post("/demo-sign-in/", {"person": str(avery.pk)}).status_code == 404
    assert avery.name not in stranger.get("/sign-in/").content.decode()


def test_there_is_no_command_that_makes_a_superuser_without_asking() -> None:
    assert get_commands().get("createsuperuser") in (None, "django.contrib.auth")
    with pytest.raises(Exception, match=r"superuser|create_superuser|TTY|attribute"):
        call_command("createsuperuser", interactive=False, email="root@example.test", name="root")
    assert not Account.objects.exists()
