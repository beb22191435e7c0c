"""Vietnamese text: NFC, the search key, the order of the dictionary and of people."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.text import fold, initials, name_key, nfc, sort_key

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ "  # every tone
)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("  NGUYỄN   văn\tđức ", "nguyen van duc"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh Sơn La"), "uy ban nhan dan tinh son la"),
        ("Ký hiệu 05/KH-VPUB", "ky hieu 05/kh-vpub"),
        ("", ""),
    ],
)
def test_search_key(typed: str, key: str) -> None:
    assert fold(typed) == key


@given(VIETNAMESE)
def test_search_key_is_the_same_however_the_letters_were_typed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text.upper()) == fold(fold(text))
    assert fold(text).isascii()


def test_nfc_composes_and_trims() -> None:
    assert nfc(" Ho\u0300a   Bi\u0300nh\n") == "Hòa Bình"


def test_letters_come_in_the_order_of_the_dictionary() -> None:
    words = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(set(words), key=sort_key) == words


def test_tones_come_in_the_order_of_the_dictionary_after_the_letters() -> None:
    words = ["a", "à", "ả", "ã", "á", "ạ", "an", "án", "ang", "ạng", "ă"]
    assert sorted(set(words), key=sort_key) == words


def test_a_shorter_name_comes_first_and_numbers_before_letters() -> None:
    names = ["Phòng", "Phòng 1", "Phòng 2", "Phòng Kinh tế", "Phòng Nội chính"]
    assert sorted(set(names), key=sort_key) == names


def test_people_sort_by_ten_then_dem_then_ho() -> None:
    people = ["Lò Thị An", "Bùi Văn An", "Hà Văn An", "Hà Văn Ánh", "Cầm Thị Hương", "Cầm Thu Hương", "A Páo"]
    assert sorted(set(people), key=name_key) == people


@given(st.lists(VIETNAMESE, min_size=2, max_size=6))
def test_keys_are_digits_so_every_database_sorts_them_alike(texts: list[str]) -> None:
    assert all(set(sort_key(text)) <= set("0123456789") for text in texts)
    assert all(len(name_key(text)) <= 2 * len(text) + 2 for text in texts)


@given(VIETNAMESE, VIETNAMESE)
def test_order_of_whole_texts_is_the_order_of_their_syllables(one: str, other: str) -> None:
    def syllables(text: str) -> list[str]:
        return [sort_key(part) for part in nfc(text).split()]

    assert (sort_key(one) < sort_key(other)) == (syllables(one) < syllables(other))


@pytest.mark.parametrize(("name", "letters"), [("Cầm Thị Hương", "CH"), ("Páo", "P"), ("đinh quốc ấn", "ĐẤ")])
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
