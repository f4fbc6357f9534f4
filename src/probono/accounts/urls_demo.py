"""Only included in evaluation mode."""

from django.urls import path

from probono.accounts.signing_in.views import sign_in

app_name = "demo"
urlpatterns = [path("demo-sign-in/", sign_in.demo_sign_in, name="sign-in")]
