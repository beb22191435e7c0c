"""Each sentence of a plan becomes a task, a deadline, a yearly duty or a rule; refs and units are resolved."""

from __future__ import annotations

from pathlib import Path

from tests.movements import plan_text
from thidua.movements.models import LineKind
from thidua.movements.proposal import Proposal, headline, movement_name, propose
from thidua.movements.refs import from_roman, refs, resolved_labels, roman
from thidua.movements.unit_names import KnownUnit, match_unit, means_every_unit
from thidua.vanban.read_file import read

UNITS = (
    KnownUnit(1, "Phòng Tổ chức - Hành chính - Quản trị", "Phòng TCHCQT"),
    KnownUnit(2, "Trung tâm thông tin"),
    KnownUnit(3, "Phòng Kinh tế"),
    KnownUnit(4, "Phòng Tổng hợp", "P. Tổng hợp"),
)
OFFICE_PLAN = Path(__file__).parents[2].parent / "shared" / "plans" / "office" / "source.txt"


def brief(found: list[Proposal]) -> list[tuple[str, str, str]]:
    """(kind, ref, first words) of the proposals that are no findings."""
    return [(p.kind.value, p.ref, p.text[:34]) for p in found if p.kind != LineKind.FINDING]


def test_every_sentence_of_a_plan_is_understood() -> None:
    found = propose(plan_text.reading(), UNITS, UNITS[3])
    assert brief(found) == [
        ("movement", "", "Toàn dân phòng cháy, chữa cháy, từ"),
        ("basis", "", "Quyết định số 55/QĐ-UBND ngày 10/0"),
        ("goal", "I.1", "Nâng cao trách nhiệm của cán bộ, c"),
        ("requirement", "I.2", "Phong trào thi đua phải thiết thực"),
        ("task", "II.1", "Tăng cường công tác lãnh đạo, chỉ "),
        ("yearly", "II.2", "Ký cam kết chấp hành pháp luật về "),
        ("task", "II.2", "Xây dựng cơ quan an toàn."),
        ("task", "II.3", "Đẩy mạnh tuyên truyền trên trang t"),
        ("scope", "III.1", "Đối tượng: Các phòng thuộc Văn phò"),
        ("rule", "III.2", "Tiêu chí thi đua: Theo quy định tạ"),
        ("award", "III.3", "Bằng khen của Chủ tịch UBND tỉnh; "),
        ("deadline", "IV.1", "Tổng kết Phong trào thi đua"),
        ("task", "IV.2.1", "Tổ chức thực hiện Kế hoạch tại đơn"),
        ("deadline", "IV.2.1", "Báo cáo kết quả thực hiện phong tr"),
        ("task", "IV.2.2", "Hướng dẫn và đôn đốc thực hiện Kế "),
        ("deadline", "IV.2.2", "Xây dựng báo cáo kết quả thực hiện"),
        ("recipients", "", "Sở Nội vụ; Các phòng thuộc Văn phò"),
    ]


def test_duties_know_their_unit_their_date_and_their_way() -> None:
    found = propose(plan_text.reading(), UNITS, UNITS[3])
    reports = [p.data for p in found if p.kind == LineKind.DEADLINE and p.data["kind"] == "annual"]
    assert [(d["each_unit"], d["unit_id"], d["date"], d["to"], d["via"]) for d in reports] == [
        (True, None, "11-20", "Lãnh đạo Văn phòng", ["Phòng Tổng hợp"]),
        (False, 4, "11-20", "UBND tỉnh", ["Công an tỉnh", "Sở Nội vụ"]),
    ]


def test_the_tasks_of_a_plan_annexed_to_a_decision_are_found() -> None:
    decision = """\
| ỦY BAN NHÂN DÂN TỈNH SƠN LA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
| Số: 12/QĐ-UBND | Sơn La, ngày 05 tháng 01 năm 2025 |
QUYẾT ĐỊNH
Ban hành Kế hoạch phòng cháy, chữa cháy năm 2025
ỦY BAN NHÂN DÂN TỈNH
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng cháy, chữa cháy năm 2025.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
CHỦ TỊCH
Vì Văn Kiên
KẾ HOẠCH
Phòng cháy, chữa cháy năm 2025
(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2025 của Ủy ban nhân dân tỉnh)
I. NHIỆM VỤ
1. Tổ chức tập huấn nghiệp vụ chữa cháy cho lực lượng tại chỗ.
2. Kiểm tra việc bảo quản bình chữa cháy tại các cơ quan.
"""
    tasks = [p.text for p in propose(plan_text.reading(decision), UNITS, UNITS[0]) if p.kind == LineKind.TASK]
    assert tasks[-2:] == [
        "Tổ chức tập huấn nghiệp vụ chữa cháy cho lực lượng tại chỗ.",
        "Kiểm tra việc bảo quản bình chữa cháy tại các cơ quan.",
    ]


def test_proposals_stand_where_they_were_read() -> None:
    reading = plan_text.reading()
    lines = reading.source.split("\n")
    for proposal in propose(reading, UNITS, UNITS[3]):
        if proposal.end:
            assert reading.source[proposal.start : proposal.end].startswith(lines[proposal.line - 1])


if OFFICE_PLAN.exists():

    def test_the_real_plan_of_the_office() -> None:
        found = propose(read(OFFICE_PLAN), UNITS[:3], UNITS[0])
        assert [(kind, ref) for kind, ref, _ in brief(found)] == [
            ("movement", ""), ("basis", ""),
            ("goal", "I.1"), ("goal", "I.1"), ("goal", "I.1"),
            ("requirement", "I.2"), ("requirement", "I.2"), ("requirement", "I.2"),
            ("task", "II.1"), ("task", "II.2"), ("task", "II.3"), ("yearly", "II.4"), ("task", "II.4"),
            ("task", "II.5"), ("task", "II.6"),
            ("scope", "III.1.1"), ("scope", "III.1.2"), ("rule", "III.2"), ("award", "III.3"), ("rule", "III.4"),
            ("period", "IV.1"), ("yearly", "IV.1"), ("deadline", "IV.1"),
            ("task", "IV.2.1"), ("deadline", "IV.2.1"), ("rule", "IV.2.1"), ("task", "IV.2.2"), ("task", "IV.2.3"),
            ("deadline", "IV.2.3"), ("rule", "IV.2.3"),
            ("recipients", ""),
        ]  # fmt: skip
        by_ref = {(p.ref, p.kind): p.data for p in found}
        assert by_ref["II.6", LineKind.TASK]["unit_id"] == 2
        assert by_ref["II.4", LineKind.YEARLY]["each_unit"] is True
        assert by_ref["IV.2.3", LineKind.DEADLINE]["via"] == ["Công an tỉnh", "Sở Nội vụ"]
        award = next(p for p in found if p.kind == LineKind.AWARD)
        assert award.data["forms"] == [
            "Bằng khen của Thủ tướng Chính phủ",
            "Bằng khen của Chủ tịch UBND tỉnh",
            "Giấy khen của Chánh Văn phòng UBND tỉnh",
        ]

    def test_the_second_iii_of_the_real_plan_is_cited_as_iv() -> None:
        outline = read(OFFICE_PLAN).outline
        tops = [label for label, item in zip(resolved_labels(outline), outline, strict=True) if item.parent is None]
        assert tops == ["I", "II", "III", "IV"]
        assert refs(outline)[-3:] == ["IV.2.1", "IV.2.2", "IV.2.3"]


def test_roman_numbers_go_there_and_back() -> None:
    assert [from_roman(roman(n)) for n in range(1, 40)] == list(range(1, 40))
    assert from_roman("1.1") is None


def test_which_unit_is_meant() -> None:
    assert match_unit("Phòng Tổ chức - Hành chính - Quản trị", UNITS) == UNITS[0]
    assert match_unit("Giám đốc trung tâm Thông Tin", UNITS) == UNITS[1]
    assert match_unit("qua Phòng TCHCQT", UNITS) == UNITS[0]
    assert match_unit("Sở Kinh tế", UNITS) is None
    assert means_every_unit("Trưởng các phòng, ban, đơn vị thuộc Văn phòng")
    assert means_every_unit("cho cán bộ, công chức, viên chức và người lao động")
    assert not means_every_unit("Phối hợp với các cấp, các ngành đẩy mạnh tuyên truyền")


def test_names_and_headlines_are_short() -> None:
    assert movement_name('Triển khai phong trào thi đua "*Toàn dân tham gia*" năm 2024') == "Toàn dân tham gia"
    assert movement_name("Kế hoạch công tác năm 2024") == "Kế hoạch công tác năm 2024"
    assert headline("Tổ chức hội nghị tại cơ quan. Báo cáo kết quả.") == "Tổ chức hội nghị tại cơ quan"
    assert len(headline("từ " * 200)) <= 171
