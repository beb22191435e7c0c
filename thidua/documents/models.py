"""What the document office keeps: files by their hash, number books, documents that were given a number."""

from __future__ import annotations

from django.db import models


class StoredFile(models.Model):
    """A file kept outside the web root under the name of its SHA-256; the same content is kept once."""

    sha256 = models.CharField("Mã băm", max_length=64, db_index=True)
    name = models.CharField("Tên tệp", max_length=200)
    size = models.PositiveBigIntegerField("Dung lượng (byte)")
    content_type = models.CharField("Loại nội dung", max_length=100)
    uploaded_at = models.DateTimeField("Tải lên lúc")
    uploaded_by = models.CharField("Người tải lên", max_length=200)
    account_id = models.BigIntegerField("Tài khoản tải lên", null=True)

    def __str__(self) -> str:
        return self.name


class NumberBook(models.Model):
    """The number book (sổ văn bản đi) of one agency, kind and year; Nghị định 30/2020 Điều 15."""

    agency_id = models.BigIntegerField("Cơ quan")
    kind = models.CharField("Loại văn bản", max_length=10, blank=True)
    year = models.PositiveSmallIntegerField("Năm")
    last_number = models.PositiveIntegerField("Số cuối cùng", default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "kind", "year"], name="book_once")]

    def __str__(self) -> str:
        return f"Sổ {self.kind or 'văn bản đi'} năm {self.year}"


class IssuedDocument(models.Model):
    """A document that took a number from a book: its number, symbol, date and title never change again."""

    book = models.ForeignKey(NumberBook, on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveIntegerField("Số")
    symbol = models.CharField("Ký hiệu", max_length=40)
    doc_type = models.CharField("Tên loại", max_length=60)
    title = models.CharField("Trích yếu", max_length=1000)
    issued_on = models.DateField("Ngày ban hành")
    signer = models.CharField("Người ký", max_length=200, blank=True)
    signer_position = models.CharField("Chức vụ", max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="number_once")]

    def __str__(self) -> str:
        return f"{self.doc_type.capitalize()} số {self.full_number}"

    @property
    def full_number(self) -> str:
        """Number and symbol as printed; a number below ten gets a leading zero (Nghị định 30/2020, Phụ lục I)."""
        return f"{self.number:02d}/{self.symbol}"
