"""Layouts met in stored documents: labels with a dash, titles with "V/V", stamps, cells under one another."""

from __future__ import annotations

import pytest

from thidua.vanban.reading.labels import label_of

LABELLED = [
    ("A- NHỮNG KẾT QUẢ ĐẠT ĐƯỢC", "A"),
    ("a- Nội dung phong trào", "a"),
    ("I- HÌNH THỨC THI ĐUA", "I"),
    ("1- Hình thức: thi đua thường xuyên", "1"),
]


@pytest.mark.parametrize(("text", "printed"), LABELLED)
def test_a_label_may_be_followed_by_a_dash(text, printed):
    label = label_of(text)
    assert label is not None
    assert label.printed == printed


@pytest.mark.parametrize("text", ["V/V BAN HÀNH KẾ HOẠCH", "V/v ban hành Kế hoạch", "đ-ường làng", "A-lếch"])
def test_what_only_looks_like_a_label(text):
    assert label_of(text) is None
