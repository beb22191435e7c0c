"""Reads the rules from `data/*.toml` and refuses data that contradict themselves, naming file, key and remedy."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from thidua.law.errors import LawDataError
from thidua.law.rule import GRADES, Rule

DATA = Path(__file__).parent / "data"

_KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
_TEXT_FIELDS = ("key", "title", "unit", "article", "grade", "dates_grade", "confirm_by", "note")
_FIELDS = {*_TEXT_FIELDS, "source", "value", "valid_from", "valid_to", "from_before", "reread_from"}
_EARLIEST, _LATEST = dt.date(1990, 1, 1), dt.date(2100, 1, 1)
_REREAD = (
    "Từ {:%d/%m/%Y} văn bản làm căn cứ đã được sửa đổi mà nội dung sửa đổi chưa đọc: giá trị cũ được giữ để tham khảo."
)

Fail = Callable[[str], LawDataError]


def load(folder: Path = DATA) -> tuple[Rule, ...]:
    """Return every rule under `folder`, ordered by key and first day.

    `sources.toml` names the sources; files without a `[[rule]]` table (the calendar) are left to their own reader.
    Raises LawDataError.
    """
    sources = _document((folder / "sources.toml").read_text(encoding="utf-8"), "sources.toml")
    rules: list[Rule] = []
    for path in sorted(folder.glob("*.toml")):
        rules += read(path.read_text(encoding="utf-8"), path.name, sources)
    return check_periods(rules)


def read(text: str, file: str, sources: Mapping[str, str]) -> list[Rule]:
    """Return the rules written in one TOML text; `file` is its name for messages. Raises LawDataError.

    A `[defaults]` table fills fields the rules leave out. `source` of a rule is a list of keys of `sources`.
    """
    document = _document(text, file)
    defaults = document.get("defaults", {})
    rules: list[Rule] = []
    for entry in document.get("rule", []):
        rules += _rules({**defaults, **entry}, file, sources)
    return rules


def _document(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawDataError(f"{file}: không đọc được TOML ({error}).") from error


def check_periods(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules ordered by key and first day; raise LawDataError when two of one key hold on the same day."""
    ordered = tuple(sorted(rules, key=lambda rule: (rule.key, rule.valid_from)))
    for earlier, later in pairwise(ordered):
        if earlier.key == later.key and (earlier.valid_to is None or earlier.valid_to >= later.valid_from):
            raise LawDataError(
                f"{later.file}: khóa {later.key} có hai thời kỳ chồng nhau ({earlier.period}; {later.period}). "
                "Hãy đặt ngày hết hiệu lực của thời kỳ trước sớm hơn ngày bắt đầu của thời kỳ sau."
            )
    return ordered


def _rules(entry: Mapping[str, Any], file: str, sources: Mapping[str, str]) -> list[Rule]:
    """Return the rule, split in two where the text it rests on was amended and the amendment was not read."""
    key = entry.get("key", "")
    where = f"{file}, khóa {key or '(thiếu khóa)'}"

    def fail(what: str) -> LawDataError:
        return LawDataError(f"{where}: {what}.")

    if unknown := sorted(set(entry) - _FIELDS):
        raise fail(f"trường không có trong quy ước: {', '.join(unknown)}")
    for name in _TEXT_FIELDS:
        if not isinstance(entry.get(name, ""), str):
            raise fail(f"trường {name} phải là chữ")
    if not _KEY.fullmatch(key):
        raise fail("khóa phải gồm các phần chữ thường không dấu nối bằng dấu chấm")
    for name in ("title", "confirm_by"):
        if not entry.get(name, "").strip():
            raise fail(f"thiếu trường {name}")
    named = entry.get("source", [])
    if not isinstance(named, list) or not named or any(name not in sources for name in named):
        raise fail("source phải là danh sách khóa nguồn có trong sources.toml")
    if not isinstance(entry.get("from_before", False), bool):
        raise fail("from_before phải là true hoặc false")
    grade = entry.get("grade", "")
    dates_grade = entry.get("dates_grade", grade)
    if grade not in GRADES or dates_grade not in GRADES:
        raise fail("mức tin cậy phải là A, B, C hoặc D")
    if dates_grade < grade:
        raise fail("dates_grade không thể cao hơn mức tin cậy của chính quy định")
    if grade != "D" and not entry.get("article", "").strip():
        raise fail("thiếu điều khoản làm căn cứ (chỉ mức D được để trống)")
    if grade != "D" and "value" not in entry:
        raise fail("thiếu giá trị (chỉ mức D được để trống)")
    valid_from, valid_to = _period(entry, fail)
    rule = Rule(
        key=key,
        title=entry["title"],
        value=_frozen(entry.get("value"), fail),
        unit=entry.get("unit", ""),
        valid_from=valid_from,
        valid_to=valid_to,
        article=entry.get("article", ""),
        source="; ".join(sources[name] for name in named),
        grade=grade,
        dates_grade=dates_grade,
        confirm_by=entry["confirm_by"],
        note=entry.get("note", ""),
        from_before=entry.get("from_before", False),
        file=file,
    )
    reread = _day(entry, "reread_from", fail)
    if reread is None:
        return [rule]
    if not valid_from < reread <= (valid_to or _LATEST):
        raise fail("reread_from phải nằm trong thời kỳ của quy định")
    note = " ".join(filter(None, (rule.note, _REREAD.format(reread))))
    return [
        replace(rule, valid_to=reread - dt.timedelta(days=1)),
        replace(rule, valid_from=reread, grade="D", dates_grade="D", from_before=False, note=note),
    ]


def _period(entry: Mapping[str, Any], fail: Fail) -> tuple[dt.date, dt.date | None]:
    valid_from, valid_to = _day(entry, "valid_from", fail), _day(entry, "valid_to", fail)
    if valid_from is None:
        raise fail("thiếu valid_from")
    if valid_to is not None and valid_to < valid_from:
        raise fail("valid_to sớm hơn valid_from")
    return valid_from, valid_to


def _day(entry: Mapping[str, Any], name: str, fail: Fail) -> dt.date | None:
    day = entry.get(name)
    if day is None:
        return None
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        raise fail(f"{name} phải là một ngày (năm-tháng-ngày)")
    if not _EARLIEST <= day < _LATEST:
        raise fail(f"{name} = {day} nằm ngoài khoảng có thể có")
    return day


def _frozen(value: Any, fail: Fail) -> Any:
    """Return the value read-only; floats are refused because money and votes are compared exactly."""
    if isinstance(value, float):
        raise fail("giá trị không được là số thực; hãy dùng số nguyên với đơn vị nhỏ hơn")
    if isinstance(value, list):
        return tuple(_frozen(item, fail) for item in value)
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(item, fail) for name, item in value.items()})
    return value
