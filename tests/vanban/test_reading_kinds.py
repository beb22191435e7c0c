"""Kinds of documents beside the movement plan: school, Party, ministry, letter, notice, report; each whole."""

from __future__ import annotations

import pytest

from tests.vanban.kinds_of_documents import DECISION, LETTER, NOTICE, PARTY, REPORT, SCHOOL
from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import lines_of

KINDS = {
    "school": SCHOOL,
    "letter": LETTER,
    "notice": NOTICE,
    "party": PARTY,
    "decision": DECISION,
    "report": REPORT,
}


@pytest.fixture(scope="module")
def readings():
    return {name: understand(lines_of(text)) for name, text in KINDS.items()}


def of(readings, said):
    return {name: said(reading) for name, reading in readings.items()}


def test_kind_number_and_symbol(readings):
    assert of(readings, lambda r: (r.paper.doc_type, r.paper.number, r.paper.symbol)) == {
        "school": ("KẾ HOẠCH", "04", "KH-THPTTX. ML"),
        "letter": ("", "1234", "SNV-TĐKT"),
        "notice": ("THÔNG BÁO", "21", "TB-LĐLĐ"),
        "party": ("KẾ HOẠCH", "45", "KH/BTGDVTU"),
        "decision": ("QUYẾT ĐỊNH", "7619", "QĐ-BCA"),
        "report": ("BÁO CÁO", "215", "BC-UBND"),
    }


def test_agencies(readings):
    assert of(readings, lambda r: (r.paper.parent_agency, r.paper.issuing_agency)) == {
        "school": ("SỞ GD –ĐT ĐIỆN BIÊN", "TRƯỜNG THPT TX. MƯỜNG LAY"),
        "letter": ("UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ"),
        "notice": ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA"),
        "party": ("TỈNH ỦY SƠN LA", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
        "decision": (None, "BỘ CÔNG AN"),
        "report": (None, "ỦY BAN NHÂN DÂN XÃ PHIÊNG KHOÀI"),
    }


def test_place_and_date(readings):
    assert of(readings, lambda r: (r.paper.place, str(r.paper.date))) == {
        "school": ("Mường Lay", "2014-10-09"),
        "letter": ("Lạng Sơn", "2025-07-02"),
        "notice": ("Sơn La", "2025-03-05"),
        "party": ("Sơn La", "2025-11-20"),
        "decision": ("Hà Nội", "2025-09-08"),
        "report": ("Phiêng Khoài", "2025-12-10"),
    }


def test_titles(readings):
    assert of(readings, lambda r: r.paper.title) == {
        "school": "PHÁT ĐỘNG ĐỢT THI ĐUA CAO ĐIỂM CHÀO MỪNG NGÀY NHÀ GIÁO VIỆT NAM 20/11.",
        "letter": "hướng dẫn đề nghị khen thưởng phong trào thi đua năm 2025",
        "notice": "Kết luận của đồng chí Chủ tịch Liên đoàn Lao động tỉnh "
        "tại hội nghị giao ban công tác tháng 02 năm 2025",
        "party": "tuyên truyền phòng, chống ma túy và tệ nạn xã hội giai đoạn 2026 - 2030",
        "decision": "BAN HÀNH KẾ HOẠCH TRIỂN KHAI CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÒNG, CHỐNG MA TÚY ĐẾN NĂM 2030",
        "report": "Kết quả thực hiện phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” năm 2025",
    }


def test_labels(readings):
    def labels(reading):
        return " ".join(f"{item.label}@{item.level}" for item in reading.outline)

    assert of(readings, labels) == {
        "school": "I@1 1@2 2@2 II@1 III@1 1@2 2@2 IV@1 1@2 2@2 3@2",
        "letter": "1@1 a@2 b@2 2@1",
        "notice": "1@1 2@1 2.1@2 2.2@2 2.3@2 3@1",
        "party": "I@1 1@2 2@2 II@1 1@2 1.1@3 1.2@3 2@2 III@1 1@2 2@2 3@2",
        "decision": "Điều 1@1 Điều 2@1 Điều 3@1 I@1 1@2 2@2 II@1 1@2 2@2 III@1 1@2 2@2",
        "report": "PHẦN THỨ NHẤT@1 I@2 1@3 2@3 II@2 1@3 a@4 b@4 2@3 PHẦN THỨ HAI@1 1@2 2@2",
    }


def test_deadlines(readings):
    def hard(reading):
        return [(one.kind, one.date) for one in reading.deadlines if one.strength == "hard"]

    assert of(readings, hard) == {
        "school": [("fixed", "2014-10-20")],
        "letter": [("fixed", "2025-11-15")],
        "notice": [
            ("fixed", "2025-03-15"),
            ("fixed", "2025-03-25"),
            ("fixed", "2025-03-20"),
            ("monthly", "10"),
            ("fixed", "2025-Q2"),
        ],
        "party": [
            ("fixed", "2028-Q4"),
            ("fixed", "2030-Q3"),
            ("fixed", "2025-12-31"),
            ("semiannual", "06-15"),
            ("annual", "12-15"),
        ],
        "decision": [
            ("fixed", "2025-10-30"),
            ("fixed", "2025-Q4"),
            ("fixed", "2025-09-30"),
            ("annual", "06-15"),
            ("annual", "12-15"),
        ],
        "report": [("fixed", "2026-03-31")],
    }


def test_who_owes_what_to_whom(readings):
    def told(reading):
        return [(one.what, one.unit, one.to, *one.via) for one in reading.deadlines if one.strength == "hard"]

    police = "Công an các tỉnh, thành phố trực thuộc trung ương"
    drugs = "Cục Cảnh sát điều tra tội phạm về ma túy"
    assert told(readings["decision"]) == [
        ("Xây dựng văn bản hướng dẫn", drugs, None),
        ("Tổ chức tập huấn", "Công an các địa phương", None),
        ("xây dựng kế hoạch triển khai", police, "Bộ Công an", drugs),
        ("báo cáo kết quả", police, "Bộ Công an"),
        ("báo cáo kết quả", police, "Bộ Công an"),
    ]


def test_units(readings):
    assert of(readings, lambda r: r.responsible_units) == {
        "school": ["Đoàn trường", "Giáo viên chủ nhiệm", "Tổ Văn phòng"],
        "letter": [],
        "notice": [
            "Văn phòng LĐLĐ tỉnh",
            "Ban Tài chính",
            "Công đoàn các khu công nghiệp",
            "Ủy ban Kiểm tra công đoàn tỉnh",
        ],
        "party": [
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Đảng ủy các xã, phường",
            "Báo và Phát thanh, Truyền hình tỉnh",
        ],
        "decision": [
            "Cục Cảnh sát điều tra tội phạm về ma túy",
            "Công an các tỉnh, thành phố trực thuộc trung ương",
        ],
        "report": [],
    }


def test_signers(readings):
    assert of(readings, lambda r: (r.paper.signer.authority, r.paper.signer.position, r.paper.signer.name)) == {
        "school": (None, "HIỆU TRƯỞNG", "Nguyễn Văn Hòa"),
        "letter": ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG THI ĐUA - KHEN THƯỞNG", "Hoàng Thị Lan"),
        "notice": ("TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "ThS. Lê Thị Thu Hà"),
        "party": ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "Nguyễn Thị Hồng Nhung"),
        "decision": ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Trung tướng Lê Văn Tuyến"),
        "report": ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lường Văn Tưởng"),
    }


def test_recipients(readings):
    assert of(readings, lambda r: len(r.paper.recipients)) == {
        "school": 3,
        "letter": 3,
        "notice": 3,
        "party": 4,
        "decision": 3,
        "report": 3,
    }
    assert [(one.name, one.purpose) for one in readings["party"].paper.recipients][:2] == [
        ("Ban TG&DV Trung ương", "để báo cáo"),
        ("Thường trực Tỉnh ủy", "để báo cáo"),
    ]


def test_the_annexes_of_a_decision(readings):
    paper = readings["decision"].paper
    assert [(annex.label, annex.title) for annex in paper.appendices] == [
        ("KẾ HOẠCH", "TRIỂN KHAI CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÒNG, CHỐNG MA TÚY ĐẾN NĂM 2030"),
        ("PHỤ LỤC", "DANH MỤC NHIỆM VỤ"),
    ]
    assert paper.enacted_by == "BỘ TRƯỞNG BỘ CÔNG AN"
