"""Answers that several pages of signing in give: where a person goes next, and that she has to wait."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from probono.accounts.signing_in import held


def after_sign_in(request: HttpRequest) -> HttpResponse:
    """To what she was writing when her session ended, if anything waits; otherwise to her matters."""
    owner: Any = request.user
    return redirect("accounts:held" if held.waiting(request, owner) else "matters:list")


def wait(request: HttpRequest, seconds: int) -> HttpResponse:
    """The next try has to wait; in seconds, never longer than 42."""
    answer = render(request, "accounts/wait.html", {"seconds": seconds}, status=429)
    answer.headers["Retry-After"] = str(seconds)
    return unlogged(answer)


def unlogged(answer: HttpResponse) -> HttpResponse:
    """Django writes the address of every refusal to its log; an address that is a secret link must not stand there."""
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
