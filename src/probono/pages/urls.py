from django.conf import settings
from django.urls import path

from probono.accounts.middleware import public
from probono.pages import views
from probono.pages.empty_page import blank

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.set_language, name="language"),
    path("leave/", views.leave, name="leave"),
    path("blank/", public(blank), name="blank"),
    path("health/", views.health, name="health"),
]

if settings.EVALUATION_MODE:
    urlpatterns += [path("components/", views.components, name="components")]
