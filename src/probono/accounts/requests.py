"""The type of a request that has passed the sign-in."""

from django.http import HttpRequest

from probono.accounts.models import Account


class SignedInRequest(HttpRequest):
    """For views behind the sign-in: `user` is an account."""

    user: Account
