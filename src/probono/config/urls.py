"""Addresses of the site: lower case, hyphens, no language, never a name or a date."""

from django.conf import settings
from django.urls import include, path

handler400 = "probono.pages.errors.bad_request"
handler403 = "probono.pages.errors.not_found"
handler404 = "probono.pages.errors.not_found"
handler500 = "probono.pages.errors.server_error"

urlpatterns = [
    path("", include("probono.pages.urls")),
    path("", include("probono.accounts.urls")),
    path("", include("probono.matters.urls_client")),
    path("", include("probono.consent.urls_client")),
    path("", include("probono.consent.urls")),
    path("matters/", include("probono.matters.urls")),
    path("closed-files/", include("probono.retention.urls")),
    path("legal-process/", include("probono.retention.legal.urls")),
    path("breaches/", include("probono.retention.breach.urls")),
]

if settings.EVALUATION_MODE:
    urlpatterns += [path("", include("probono.accounts.urls_demo"))]
