"""Laying papers out: `write_docx`, `write_pdf`, `write_text`, each per Phụ lục I of Nghị định 30/2020."""

from thidua.vanban.writing.word import write_docx

__all__ = ["write_docx"]
