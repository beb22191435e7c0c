"""`python -m thidua.vanban`: what it prints, writes and answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.vanban.make_papers import make_paper
from thidua.vanban.__main__ import main, reading_json
from thidua.vanban.jsonform import paper_to_json
from thidua.vanban.outline_text import outline_text
from thidua.vanban.read_file import read
from thidua.vanban.structure import (
    Appendix,
    Deadline,
    Finding,
    LegalBasis,
    OutlineItem,
    Paper,
    Reading,
    Recipient,
    Signer,
)
from thidua.vanban.writing import write_docx, write_pdf

TEXT = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-VPUB
Sơn La, ngày 05 tháng 4 năm 2024
KẾ HOẠCH
Tổ chức phong trào thi đua
I. MỤC ĐÍCH
1. Báo cáo trước ngày 20/11 hằng năm.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [[], ["read"]])
def test_a_document_is_told_in_lines(command: list[str], plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, str(plan)]) == 0
    assert capsys.readouterr() == (outline_text(read(plan)), "")


def test_a_document_is_told_in_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--json", str(plan)]) == 0
    reading = read(plan)
    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads(json.dumps(reading_json(reading)))
    assert printed["source"] == reading.source
    assert printed["number"] == "12"


def test_an_unreadable_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "x.docx")]) == 2
    assert capsys.readouterr() == ("", "Không tìm thấy tệp “x.docx”.\n")


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_paper_in_json_is_written(tmp_path: Path, wrapped: bool) -> None:
    paper = make_paper(3)
    value = paper_to_json(paper)
    (tmp_path / "a.json").write_text(json.dumps({"paper": value} if wrapped else value), encoding="utf-8")
    for name, writer in (("a.docx", write_docx), ("a.pdf", write_pdf)):
        assert main(["write", str(tmp_path / "a.json"), str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes() == writer(paper)


@pytest.mark.parametrize(
    ("content", "target", "sentence"),
    [
        ("{}", "a.txt", "Tên tệp kết quả phải có đuôi .docx hoặc .pdf."),
        ("{", "a.pdf", "Tệp “a.json” không phải là JSON hợp lệ."),
        ("[" * 100_000, "a.pdf", "Tệp “a.json” không phải là JSON hợp lệ."),
        ("[]", "a.pdf", "Tệp JSON không đúng cấu trúc văn bản: giá trị ở “paper” không hợp lệ."),
        ("{}", "không/có/a.docx", "Không ghi được tệp “a.docx”."),
        (None, "a.pdf", "Không mở được tệp “a.json”."),
    ],
)
def test_what_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, target: str, sentence: str
) -> None:
    if content is not None:
        (tmp_path / "a.json").write_text(content, encoding="utf-8")
    assert main(["write", str(tmp_path / "a.json"), str(tmp_path / target)]) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_a_wrong_command_is_answered_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["write", "x"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("Lệnh không đúng (")


def test_every_part_of_a_reading_is_told() -> None:
    paper = Paper(
        "KẾ HOẠCH",
        "12",
        "KH-VPUB",
        "VĂN PHÒNG",
        "UBND TỈNH",
        "Sơn La",
        date_partial="2024-04",
        title="Thi đua",
        addressees=["Các phòng", "Các ban"],
        recipients=[Recipient("Sở Nội vụ", "để báo cáo"), Recipient("Lưu: VT")],
        signer=Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn An"),
        appendices=[Appendix("Phụ lục I", "Biểu mẫu")],
    )
    reading = Reading(
        paper,
        "",
        legal_bases=[
            LegalBasis("Luật", None, None, "Thi đua, khen thưởng"),
            LegalBasis("Quyết định", "182/QĐ-UBND", "2023"),
        ],
        outline=[
            OutlineItem("I", 1, "MỤC ĐÍCH", "", None, 1, 0, 1),
            OutlineItem("1.1", 2, "Chung " + "dài " * 40, "", 0, 2, 0, 1),
            OutlineItem("a", 3, "Riêng", "", 1, 3, 0, 1),
            OutlineItem("Điều 2", 1, "Hai", "", None, 4, 0, 1),
            OutlineItem("(1)", 1, "Ba", "", None, 5, 0, 1),
        ],
        deadlines=[
            Deadline(
                "trước ngày 20/11 hằng năm", "annual", "11-20", "hard", "báo cáo", "Các phòng", "Lãnh đạo", line=7
            ),
            Deadline("đến năm 2025", "fixed", "2025", "target", line=9),
        ],
        responsible_units=["Các phòng"],
        award_forms=["Bằng khen"],
        findings=[Finding("x", 3, "Hai mục cùng số III.")],
    )
    assert outline_text(reading) == (
        """KẾ HOẠCH Thi đua
Số, ký hiệu: 12/KH-VPUB
Cơ quan ban hành: VĂN PHÒNG
Cơ quan chủ quản: UBND TỈNH
Nơi và ngày: Sơn La, 2024-04
Kính gửi: Các phòng; Các ban
Người ký: TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH, Trần Văn An

Căn cứ:
  Luật Thi đua, khen thưởng
  Quyết định 182/QĐ-UBND 2023

Đề mục:
  I. MỤC ĐÍCH
    1.1. """
        + "Chung dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài…"
        + """
      a) Riêng
  Điều 2. Hai
  (1) Ba

Thời hạn:
  dòng 7: trước ngày 20/11 hằng năm (11-20, hằng năm, Các phòng, gửi Lãnh đạo): báo cáo

Mốc thời gian khác:
  dòng 9: đến năm 2025 (2025)

Đơn vị được giao việc:
  Các phòng

Hình thức khen thưởng:
  Bằng khen

Nơi nhận:
  Sở Nội vụ (để báo cáo)
  Lưu: VT

Phụ lục:
  Phụ lục I Biểu mẫu

Lưu ý:
  dòng 3: Hai mục cùng số III.
"""
    )
