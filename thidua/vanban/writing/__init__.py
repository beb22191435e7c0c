"""Laying papers out: `write_docx` and `write_pdf`, each per Phụ lục I of Nghị định 30/2020."""

from thidua.vanban.writing.pdf import write_pdf
from thidua.vanban.writing.word import write_docx

__all__ = ["write_docx", "write_pdf"]
