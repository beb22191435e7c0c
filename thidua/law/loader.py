"""Reads the rules from `data/*.toml` and refuses data that contradict themselves, naming file, key and remedy."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from thidua.law.errors import LawDataError
from thidua.law.rule import GRADES, Rule

DATA = Path(__file__).parent / "data"

_KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
_TEXT_FIELDS = ("key", "title", "unit", "article", "source", "grade", "dates_grade", "confirm_by", "note")
_FIELDS = {*_TEXT_FIELDS, "value", "valid_from", "valid_to", "from_before"}
_EARLIEST, _LATEST = dt.date(1990, 1, 1), dt.date(2100, 1, 1)


def load(folder: Path = DATA) -> tuple[Rule, ...]:
    """Return every rule under `folder`, ordered by key and first day.

    Files without a `[[rule]]` table (the calendar) are left to their own reader. Raises LawDataError.
    """
    rules: list[Rule] = []
    for path in sorted(folder.glob("*.toml")):
        rules += read(path.read_text(encoding="utf-8"), path.name)
    return check_periods(rules)


def read(text: str, file: str) -> list[Rule]:
    """Return the rules written in one TOML text; `file` is its name for messages. Raises LawDataError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawDataError(f"{file}: không đọc được TOML ({error}).") from error
    return [_rule(entry, file) for entry in document.get("rule", [])]


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


def _rule(entry: Mapping[str, Any], file: str) -> Rule:
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
    for name in ("title", "source", "confirm_by"):
        if not entry.get(name, "").strip():
            raise fail(f"thiếu trường {name}")
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
    return Rule(
        key=key,
        title=entry["title"],
        value=_frozen(entry.get("value"), fail),
        unit=entry.get("unit", ""),
        valid_from=valid_from,
        valid_to=valid_to,
        article=entry.get("article", ""),
        source=entry["source"],
        grade=grade,
        dates_grade=dates_grade,
        confirm_by=entry["confirm_by"],
        note=entry.get("note", ""),
        from_before=bool(entry.get("from_before", False)),
        file=file,
    )


def _period(entry: Mapping[str, Any], fail: Any) -> tuple[dt.date, dt.date | None]:
    valid_from, valid_to = entry.get("valid_from"), entry.get("valid_to")
    if not _is_day(valid_from):
        raise fail("valid_from phải là một ngày (năm-tháng-ngày)")
    if valid_to is not None and not _is_day(valid_to):
        raise fail("valid_to phải là một ngày (năm-tháng-ngày) hoặc bỏ trống")
    for day in filter(None, (valid_from, valid_to)):
        if not _EARLIEST <= day < _LATEST:
            raise fail(f"ngày {day} nằm ngoài khoảng có thể có")
    if valid_to is not None and valid_to < valid_from:
        raise fail("valid_to sớm hơn valid_from")
    return valid_from, valid_to


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _frozen(value: Any, fail: Any) -> Any:
    """Return the value read-only; floats are refused because money and votes are compared exactly."""
    if isinstance(value, float):
        raise fail("giá trị không được là số thực; hãy dùng số nguyên với đơn vị nhỏ hơn")
    if isinstance(value, list):
        return tuple(_frozen(item, fail) for item in value)
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(item, fail) for name, item in value.items()})
    return value
