"""Giving numbers: unique, in order and without a gap, also when many ask at once."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from thidua.documents.models import IssuedDocument, NumberBook

# Abbreviations of kinds of document, Nghị định 30/2020 Phụ lục III.
ABBREVIATIONS = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA", "DỰ ÁN": "DA", "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ", "GIẤY MỜI": "GM",
}  # fmt: skip


def open_book(agency_id: int, kind: str, year: int) -> NumberBook:
    """The number book, locked until the end of the transaction; opened when it is the year's first number."""
    books = NumberBook.objects.select_for_update()
    found = books.filter(agency_id=agency_id, kind=kind, year=year).first()
    if found:
        return found
    try:
        with transaction.atomic():
            NumberBook.objects.create(agency_id=agency_id, kind=kind, year=year)
    except IntegrityError:
        pass  # a colleague opened it a moment ago
    return books.get(agency_id=agency_id, kind=kind, year=year)


@transaction.atomic
def issue_number(
    *,
    agency_id: int,
    doc_type: str,
    symbol: str,
    title: str,
    issued_on: dt.date,
    signer: str = "",
    signer_position: str = "",
) -> IssuedDocument:
    """Takes the next number of the agency's book of this kind and year.

    The number is taken in the caller's transaction: when that is rolled back, the number was never given, so the
    book has no gap. Source: Nghị định 30/2020/NĐ-CP Điều 15 (from 01 on 01/01, one series in the year).
    """
    book = open_book(agency_id, ABBREVIATIONS.get(doc_type, ""), issued_on.year)
    book.last_number += 1
    book.save(update_fields=["last_number"])
    return IssuedDocument.objects.create(
        book=book,
        number=book.last_number,
        symbol=symbol,
        doc_type=doc_type,
        title=title,
        issued_on=issued_on,
        signer=signer,
        signer_position=signer_position,
    )
