"""Paper and Reading as plain JSON values and back, exactly: what the guarded reader and the command line exchange."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import asdict, fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from thidua.vanban.structure import Paper, Reading, UnreadableDocument

WRONG_SHAPE = "Tệp JSON không đúng cấu trúc văn bản"


def paper_to_json(paper: Paper) -> dict[str, Any]:
    """Return a paper as JSON values; the date is written YYYY-MM-DD."""
    return _plain(asdict(paper))


def paper_from_json(value: Any) -> Paper:
    """Rebuild a paper from `paper_to_json`; raises UnreadableDocument naming the field that does not fit."""
    return _build(Paper, value, "paper")


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """Return a whole reading, paper blocks and source text included, as JSON values."""
    return _plain(asdict(reading))


def reading_from_json(value: Any) -> Reading:
    """Rebuild a reading from `reading_to_json`; raises UnreadableDocument naming the field that does not fit."""
    return _build(Reading, value, "reading")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _build(kind: Any, value: Any, place: str) -> Any:
    """Check `value` against the type `kind` and rebuild it; a field left out keeps its default."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        options = get_args(kind)
        if value is None and type(None) in options:
            return None
        return _build(next(option for option in options if option is not type(None)), value, place)
    if origin is list and isinstance(value, list):
        (item_kind,) = get_args(kind)
        return [_build(item_kind, item, f"{place}[{index}]") for index, item in enumerate(value)]
    if origin is Literal and value in get_args(kind):
        return value
    if is_dataclass(kind) and isinstance(value, dict):
        return _build_fields(kind, value, place)
    if kind is dt.date and isinstance(value, str):
        return _date(value, place)
    # bool is an int to Python, but true is no line number.
    if kind in (str, int, bool) and type(value) is kind:
        return value
    raise UnreadableDocument(f"{WRONG_SHAPE}: giá trị ở “{place}” không hợp lệ.")


def _build_fields(kind: Any, value: dict[str, Any], place: str) -> Any:
    hints = get_type_hints(kind)
    known = {item.name for item in fields(kind)}
    unknown = sorted(set(value) - known)
    if unknown:
        raise UnreadableDocument(f"{WRONG_SHAPE}: không có mục “{unknown[0]}” trong “{place}”.")
    given = {name: _build(hints[name], item, f"{place}.{name}") for name, item in value.items()}
    try:
        return kind(**given)
    except TypeError as error:
        raise UnreadableDocument(f"{WRONG_SHAPE}: “{place}” thiếu mục bắt buộc.") from error


def _date(value: str, place: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise UnreadableDocument(f"{WRONG_SHAPE}: ngày ở “{place}” không hợp lệ.") from error
