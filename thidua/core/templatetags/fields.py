"""Form fields the way the theme draws them, and the fields of filter bars."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

DATE_FORMAT = "%d/%m/%Y"
NOT_KEPT = {"trang", "sau", "truoc", "page", "xuat", "csrfmiddlewaretoken"}


@register.inclusion_tag("core/_field.html")
def field(bound: BoundField, label: str = "", help: str = "", css: str = "") -> dict[str, Any]:
    """One form field: label, `*` when required, the control, its help and errors tied to it for screen readers."""
    widget = control_of(bound)
    kind = kind_of(bound)
    shown_help = help or str(bound.help_text or "")
    described = " ".join(
        filter(
            None,
            [f"{bound.auto_id}_help" if shown_help else "", f"{bound.auto_id}_error" if bound.errors else ""],
        )
    )
    attrs: dict[str, str | bool] = {"class": css_of(bound, kind, widget)}
    if described:
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "bound": bound,
        "kind": kind,
        "label": label or bound.label,
        "help": shown_help,
        "css": css,
        "described": described,
        "control": "" if kind == "choices" else bound.as_widget(widget=widget, attrs=attrs),
        "options": list(options_of(bound)) if kind == "choices" else [],
        "switch": bool(widget.attrs.get("role") == "switch"),
    }


@register.inclusion_tag("core/_form_fields.html")
def form_fields(form: forms.BaseForm) -> dict[str, Any]:
    """What is wrong with the form as a whole, then every field in order."""
    return {"form": form}


@register.inclusion_tag("core/_form_errors.html")
def form_errors(form: forms.BaseForm) -> dict[str, Any]:
    """What keeps a form from being saved: errors of the whole form, then a link to each wrong field."""
    wrong = [bound for bound in form if bound.errors and not bound.is_hidden]
    hidden = [error for bound in form if bound.is_hidden for error in bound.errors]
    return {"general": [*form.non_field_errors(), *hidden], "wrong": wrong}


@register.filter
def filter_kind(bound: Any) -> str:
    """Where a field of a filter bar belongs: "search" to the right, "hidden" nowhere, all else among the selects."""
    if not isinstance(bound, BoundField):
        return "select" if bound.get("options") is not None else "search"
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.Select):
        return "year" if bound.name in {"nam", "year"} else "select"
    return "date" if isinstance(widget, forms.DateInput) else "search"


@register.filter
def has_search(filters: Iterable[Any]) -> bool:
    """Whether a filter bar has a field to type in."""
    return any(filter_kind(bound) == "search" for bound in filters)


@register.simple_tag
def filter_field(bound: Any) -> SafeString:
    """Label and control of one filter: a bound form field, or {name, label, value, options: [(value, words)]}."""
    if isinstance(bound, BoundField):
        kind = filter_kind(bound)
        if kind == "hidden":
            return bound.as_widget()
        if kind == "check":
            control = bound.as_widget(attrs={"class": "form-check-input"})
            return format_html('{} <label for="{}">{}</label>', control, bound.id_for_label, bound.label)
        css = "form-select" if isinstance(bound.field.widget, forms.Select) else "form-control"
        attrs: dict[str, str | bool] = {"class": css}
        if kind == "search":
            attrs["type"] = "search"
        control = bound.as_widget(widget=control_of(bound), attrs=attrs)
        return format_html('<label for="{}">{}</label>{}', bound.id_for_label, bound.label, control)
    return plain_filter(bound)


def plain_filter(row: Mapping[str, Any]) -> SafeString:
    """A filter that is no form field: a select when it has options, else a search box."""
    name, value = str(row["name"]), str(row.get("value") or "")
    label = format_html('<label for="loc-{}">{}</label>', name, row["label"])
    if row.get("options") is None:
        return label + format_html(
            '<input class="form-control" type="search" id="loc-{}" name="{}" value="{}" placeholder="{}">',
            name,
            name,
            value,
            row.get("placeholder") or "",
        )
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, SafeString(" selected") if str(key) == value else "", words) for key, words in row["options"]),
    )
    return label + format_html('<select class="form-select" id="loc-{}" name="{}">{}</select>', name, name, options)


@register.simple_tag(takes_context=True)
def kept_query(context: Context, filters: Iterable[Any] = ()) -> SafeString:
    """Hidden inputs for what stands in the address but not in the filter bar: the tab, the order; never the page."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    own = {bound.html_name if isinstance(bound, BoundField) else bound["name"] for bound in filters or ()} | NOT_KEPT
    pairs = ((name, value) for name, values in request.GET.lists() if name not in own for value in values)
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)


def kind_of(bound: BoundField) -> str:
    """How a field is laid out: hidden, check (box before its label), choices (a fieldset) or input."""
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "choices" if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple) else "input"


def control_of(bound: BoundField) -> forms.Widget:
    """The field's widget; dates are always shown as dd/mm/yyyy, whatever the language of the machine."""
    widget = bound.field.widget
    if isinstance(widget, forms.DateInput) and widget.input_type == "text" and not widget.format:
        widget = copy.deepcopy(widget)
        widget.format = DATE_FORMAT
        widget.attrs = {"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off", **widget.attrs}
    return widget


def css_of(bound: BoundField, kind: str, widget: forms.Widget) -> str:
    """The classes of a control: what Bootstrap wants for its kind, the author's own, and the mark of an error."""
    if kind == "check":
        base = "form-check-input"
    elif isinstance(widget, forms.Select):
        base = "form-select"
    elif isinstance(widget, forms.DateInput):
        base = "form-control num date"
    else:
        base = "form-control"
    return " ".join(filter(None, [base, str(widget.attrs.get("class", "")), "is-invalid" if bound.errors else ""]))


def options_of(bound: BoundField) -> Iterator[Any]:
    """The single boxes of a group of choices, each with the theme's class."""
    for option in bound.subwidgets:
        attrs = option.data["attrs"]
        attrs["class"] = "form-check-input is-invalid" if bound.errors else "form-check-input"
        for name in ("aria-describedby", "aria-invalid"):
            attrs.pop(name, None)
        yield option
