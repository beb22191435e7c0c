"""A page with one form: shown, and when sent, one action; what is refused is said at its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect

from thidua.core.errors import NotAllowed
from thidua.core.page import answer, fulfil


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around the form. `up` is where the person came from; `notes` are sentences beside the form."""

    title: str
    submit: str
    up_url: str
    up_label: str
    lead: str = ""
    notes: tuple[str, ...] = ()
    save_new: bool = False
    icon: str = "check"


def form_page(
    request: Any,
    form: BaseForm,
    page: FormPage,
    act: Callable[[dict[str, Any]], Any],
    *,
    done: str | Callable[[Any], str],
    then: Callable[[Any], str],
) -> HttpResponse:
    """Shows the form; when it is sent and sound, runs `act` and goes to the address `then` gives of its result.

    What was typed stays also when the actor may not: a unit out of reach can be chosen by mistake.
    """
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            went_well, result = fulfil(form, lambda: act(form.cleaned_data))
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
            status, went_well = 403, False
        if went_well:
            messages.success(request, done(result) if callable(done) else done)
            return redirect(request.path if "save_new" in request.POST else then(result))
    if form.is_bound and status == 200:
        status = 422
    return answer(request, "organisation/form.html", {"form": form, "page": page}, status=status)
