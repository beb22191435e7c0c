"""Tags and filters every template may use without loading: icons, badges, deadlines, Vietnamese dates and numbers.

Form fields and filter bars are in `fields`, the line of a year in `timeline`, registered here as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from thidua.core.templatetags import fields, timeline

register = template.Library()
for part_of_it in (fields.register, timeline.register):
    register.tags.update(part_of_it.tags)
    register.filters.update(part_of_it.filters)

NBSP = "\u00a0"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
TONE_ICONS = {
    "wait": "clock",
    "work": "pencil",
    "done": "check",
    "back": "alert-circle",
    "none": "circle-dashed",
    "gold": "award",
}
VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"


# Files and icons ----------------------------------------------------------------------------------------------


@cache
def vendor_path(file: str) -> str:
    """The static path of a vendored file by its bare name, whatever its version: "htmx.min.js"."""
    (found,) = VENDOR.glob(f"*/{file}")
    return f"vendor/{found.parent.name}/{found.name}"


@register.simple_tag
def vendor(file: str) -> str:
    """The address of a vendored file: `{% vendor "htmx.min.js" %}`."""
    return static(vendor_path(file))


@register.simple_tag(name="icon")
def draw(name: str, title: str = "") -> SafeString:
    """An icon of the sprite. Silent for screen readers unless `title` gives it words of its own."""
    address = static(vendor_path("sprite.svg"))
    if title:
        return format_html(
            '<svg class="i" role="img" aria-label="{}"><use href="{}#i-{}"/></svg>', title, address, name
        )
    return format_html('<svg class="i" aria-hidden="true"><use href="{}#i-{}"/></svg>', address, name)


@register.simple_tag(takes_context=True)
def again(context: Context, block_name: str) -> str:
    """Renders a block a second time: the page's title stands in the head and in the h1 but is written once."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(block_name) if blocks else None
    return block.render(context) if block else ""


@register.filter
def branch_open(item: Any) -> bool:
    """Whether a menu entry, or one of its children, is the page being shown."""
    return bool(part(item, "active")) or any(part(child, "active") for child in part(item, "children") or ())


@register.filter
def child_active(item: Any) -> bool:
    """Whether one of a menu entry's children is the page being shown."""
    return any(part(child, "active") for child in part(item, "children") or ())


@register.filter
def at(items: Any, index: int) -> Any:
    """The entry of a list at a place known only inside a loop; nothing when there is none."""
    return items[index] if items and index < len(items) else None


@register.filter
def number_at(listing: Any, index: int) -> str:
    """The STT of a row: it goes on from page to page when the listing says at which number it starts."""
    return so(int(part(listing, "start") or 1) + index)


# Badges and deadlines -----------------------------------------------------------------------------------------


@register.simple_tag
def status(tone: str, words: str, date: Any = None, note: str = "", icon: str = "") -> SafeString:
    """A status badge. `tone` is wait, work, done, back, none or gold; a finished thing shows its date inside."""
    drawing = draw(icon or TONE_ICONS.get(tone, "circle-dashed"))
    inside, under = (ngay(date), note) if tone == "done" else ("", ", ".join(filter(None, [ngay(date), note])))
    dated = format_html(' <span class="num">{}</span>', inside) if inside else ""
    badge = format_html('<span class="st {}">{}{}{}</span>', tone, drawing, words, dated)
    return badge + format_html('<span class="st-note">{}</span>', under) if under else badge


@register.filter
def tone_icon(item: Any) -> str:
    """The icon of something with a tone: its own, else the one every badge of that tone has."""
    return part(item, "icon") or TONE_ICONS.get(part(item, "tone") or "", "circle-dashed")


@register.simple_tag
def due(deadline: Any, today: dt.date | None = None, left: int | None = None) -> SafeString:
    """A deadline chip: weekday and date, under it what is left.

    `deadline` is an object (or mapping) with .date, .words and .tone ("wait", "back" or ""), or a bare date with
    `left`, the whole days left (negative: overdue). Given `today`, the year is left out when it is this year.
    """
    date = part(deadline, "date") if has_date(deadline) else deadline
    if not date:
        return mark_safe('<span class="dim">Không có hạn</span>')  # a constant
    tone, words = part(deadline, "tone") or "", part(deadline, "words") or ""
    if left is not None:
        tone, words = left_tone(left), left_words(left)
    local = timezone.localtime(date) if isinstance(date, dt.datetime) and timezone.is_aware(date) else date
    day = local.strftime("%d/%m") if today is not None and today.year == local.year else local.strftime("%d/%m/%Y")
    hour = f"{local:%H:%M} " if isinstance(local, dt.datetime) else ""
    below = format_html("<small>{}</small>", words) if words else ""
    return format_html(
        '<span class="{}"><time datetime="{}">{}{}, {}</time>{}</span>',
        f"due {tone}".strip(),
        local.isoformat(),
        hour,
        thu(local),
        day,
        below,
    )


def left_tone(left: int) -> str:
    """The tone of a deadline with so many working days left: three days before it asks, today and later it warns."""
    if left <= 0:
        return "back"
    return "wait" if left <= 3 else ""


def left_words(left: int) -> str:
    """What is left of a deadline, in words: "còn 3 ngày làm việc", "hạn hôm nay", "quá hạn 2 ngày"."""
    if left == 0:
        return "hạn hôm nay"
    return f"còn {left} ngày làm việc" if left > 0 else f"quá hạn {-left} ngày"


def has_date(value: Any) -> bool:
    """Whether a value is a deadline object rather than a bare date (a datetime has a method called date)."""
    return not isinstance(value, dt.date) and part(value, "date") is not None


def part(value: Any, name: str) -> Any:
    """An entry of a mapping or an attribute of an object, else None."""
    if isinstance(value, Mapping):
        return value.get(name)
    return getattr(value, name, None)


# Dates, numbers, names ----------------------------------------------------------------------------------------


@register.filter
def ngay(value: Any) -> str:
    """A date as dd/mm/yyyy in the office's time zone; text stays as it is, nothing gives nothing."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    if isinstance(value, dt.date):
        return f"{value:%d/%m}/{value.year:04d}"
    return str(value or "")


@register.filter
def thu(value: dt.date | None) -> str:
    """The day of the week: "Thứ Ba"."""
    return WEEKDAYS[value.weekday()].replace(" ", NBSP) if value else ""


@register.filter
def gio(value: Any) -> str:
    """A moment in words: "lúc 10:15 ngày 14/11/2024"; of a bare time only the hour and minute."""
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"lúc{NBSP}{local:%H:%M} ngày{NBSP}{ngay(local)}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return ngay(value)


@register.filter
def hour(value: Any) -> str:
    """Hour and minute of a moment ("16:00"); a bare date has none."""
    if not isinstance(value, dt.datetime):
        return ""
    return f"{timezone.localtime(value) if timezone.is_aware(value) else value:%H:%M}"


@register.filter
def so(value: Any, places: int | None = None) -> str:
    """A number the Vietnamese way: 1234.5 gives "1.234,5". `places` fixes the decimals, else at most two, as needed."""
    if value is None or value == "":
        return ""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    rounded = number.quantize(Decimal(1).scaleb(-(2 if places is None else int(places))), ROUND_HALF_UP)
    text = f"{rounded:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


@register.filter
def phan_tram(value: Any, total: Any = 1) -> str:
    """A share as per cent with at most one decimal: 0.975 gives "97,5%"; `115|phan_tram:118` gives "97,5%"."""
    if value is None or value == "" or not total:
        return ""
    share = Decimal(str(value)) / Decimal(str(total)) * 100
    return so(share.quantize(Decimal("0.1"), ROUND_HALF_UP)) + "%"


@register.filter
def ho_ten(name: Any) -> str:
    """A person's name that never breaks over two lines."""
    return NBSP.join(str(name or "").split())
