"""The difference of two versions can be read back into both, and says which items came, went or changed."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from thidua.movements.difference import compare, words


@dataclass(frozen=True)
class Item:
    """An item of a plan."""

    ref: str
    text: str
    title: str = ""


WORDS = ("kế", "hoạch", "phong", "trào", "thi", "đua", "báo", "cáo", "trước", "ngày", "hạn")
sentences = st.lists(st.sampled_from(WORDS), max_size=12)


@given(sentences, sentences)
def test_both_texts_can_be_read_from_the_pieces(old: list[str], new: list[str]) -> None:
    pieces = words(" ".join(old), " ".join(new))
    assert "".join(p.text for p in pieces if p.change != "removed").split() == new
    assert "".join(p.text for p in pieces if p.change != "added").split() == old


def test_items_that_came_went_changed_or_moved() -> None:
    old = [
        Item("I", "Mục đích của phong trào"),
        Item("II", "Báo cáo kết quả trước ngày 20/11 hằng năm"),
        Item("III", "Tổ chức hội thi tìm hiểu pháp luật"),
    ]
    new = [
        Item("I", "Mục đích của phong trào"),
        Item("II", "Báo cáo kết quả trước ngày 15/11 hằng năm"),
        Item("III", "Kinh phí do ngân sách bảo đảm theo quy định"),
    ]
    assert [(c.change, c.old_ref, c.new_ref) for c in compare(old, new)] == [
        ("same", "I", "I"), ("changed", "II", "II"), ("added", "", "III"), ("removed", "III", "")
    ]  # fmt: skip


@given(st.lists(sentences, max_size=6), st.lists(sentences, max_size=6))
def test_every_item_is_told_of_exactly_once(old: list[list[str]], new: list[list[str]]) -> None:
    before = [Item(f"a{i}", " ".join(text)) for i, text in enumerate(old)]
    after = [Item(f"b{i}", " ".join(text)) for i, text in enumerate(new)]
    changes = compare(before, after)
    assert sorted(c.old_ref for c in changes if c.old_ref) == sorted(i.ref for i in before)
    assert [c.new_ref for c in changes if c.new_ref] == [i.ref for i in after]
