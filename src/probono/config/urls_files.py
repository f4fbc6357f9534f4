"""Addresses of the second origin: only downloads by a short-lived ticket. Nothing else answers there."""

from django.urls import include, path

from probono.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("files/", include("probono.matters.urls_files")),
    path("copies/", include("probono.retention.urls_files")),
]
