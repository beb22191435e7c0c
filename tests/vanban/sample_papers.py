"""Three whole papers written by hand for the tests of writing: an imperfect plan, a decision, a letter."""

from __future__ import annotations

import datetime as dt

from thidua.vanban.structure import Appendix, Block, Paper, Recipient, Signer


def heading(label: str, text: str, level: int) -> Block:
    """A numbered heading."""
    return Block("heading", text, label, level)


def office_plan() -> Paper:
    """A plan with two sections III, a list past "đ", a skipped number, a table, and two appendices."""
    letters = [heading(letter, f"Nội dung {letter};", 4) for letter in "abcdđegh"]
    task = ["Tổ chức tuyên truyền pháp luật về phòng, chống ma túy", "Phòng Nội chính", "20/11/2024"]
    return Paper(
        doc_type="KẾ HOẠCH",
        symbol="KH-VPUB",
        issuing_agency="VĂN PHÒNG",
        parent_agency="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        place="Sơn La",
        date_partial="2024-04",
        title="Triển khai phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” trên địa bàn tỉnh Sơn La",
        bases=["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Căn cứ Quyết định số 182/QĐ-UBND"],
        opening=["Văn phòng UBND tỉnh ban hành Kế hoạch với những nội dung như sau:"],
        blocks=[
            heading("I", "MỤC ĐÍCH, YÊU CẦU", 1),
            heading("1", "Mục đích", 2),
            Block("paragraph", "Tạo khí thế thi đua sôi nổi trong cán bộ, công chức, viên chức và người lao động."),
            heading("2", "Yêu cầu", 2),
            Block("bullet", "Thiết thực, hiệu quả:"),
            Block("bullet", "Thi tìm hiểu.", "+"),
            heading("III", "TIÊU CHÍ THI ĐUA", 1),
            heading("1", "Đối tượng:", 2),
            heading("1.1", "Tập thể: các phòng, ban.", 3),
            *letters,
            heading("1.3", "Cá nhân: cán bộ, công chức.", 3),
            heading("III", "TỔ CHỨC THỰC HIỆN", 1),
            heading("1", "Phân công như bảng sau:", 2),
            Block("table", rows=[["STT", "Nội dung", "Đơn vị", "Thời hạn"], ["1", *task], ["2", *task]]),
            Block("paragraph", "Trên đây là Kế hoạch của Văn phòng UBND tỉnh."),
        ],
        recipients=[Recipient("Sở Nội vụ", "để báo cáo"), Recipient("Lưu: VT, TCHCQT, H01b")],
        signer=Signer(None, "CHÁNH VĂN PHÒNG", "Trần Bảo Minh"),
        appendices=[
            Appendix("Phụ lục I", "PHÂN CÔNG", [heading("I", "NHIỆM VỤ CHUNG", 1), heading("1", "Việc một.", 2)]),
            Appendix(
                "Phụ lục II", "BIỂU TỔNG HỢP", [Block("table", rows=[["TT", "Đơn vị"], ["1", "A"]])], landscape=True
            ),
        ],
    )


def decision() -> Paper:
    """A decision signed for the head, with a chapter and articles."""
    return Paper(
        doc_type="QUYẾT ĐỊNH",
        number="5",
        symbol="QĐ-UBND",
        issuing_agency="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        place="Sơn La",
        date=dt.date(2024, 1, 5),
        title="Ban hành Quy chế thi đua, khen thưởng",
        enacted_by="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        bases=["Căn cứ Luật Thi đua, khen thưởng", "Theo đề nghị của Giám đốc Sở Nội vụ"],
        blocks=[
            heading("Điều 1", "Ban hành kèm theo Quyết định này Quy chế thi đua, khen thưởng.", 1),
            heading("Điều 2", "Trách nhiệm", 1),
            heading("1", "Sở Nội vụ hướng dẫn;", 2),
            heading("2", "Các sở, ban, ngành thực hiện.", 2),
            heading("Điều 3", "Các cơ quan chịu trách nhiệm thi hành Quyết định này./.", 1),
        ],
        recipients=[Recipient("Như Điều 3"), Recipient("Lưu: VT, NC")],
        signer=Signer("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Thu Hà"),
        appendices=[
            Appendix(
                "QUY CHẾ",
                "Thi đua, khen thưởng",
                [heading("Chương I", "QUY ĐỊNH CHUNG", 1), heading("Điều 1", "Phạm vi điều chỉnh", 2)]
                + [Block("paragraph", "Quy chế này quy định về thi đua."), heading("Chương II", "ĐIỀU KHOẢN", 1)]
                + [heading("Điều 2", "Hiệu lực", 2), Block("paragraph", "Có hiệu lực từ ngày ký.")],
            )
        ],
    )


def letter() -> Paper:
    """A công văn to three addressees."""
    return Paper(
        number="12",
        symbol="VPUB-TCHCQT",
        issuing_agency="VĂN PHÒNG",
        parent_agency="ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
        place="Thành phố Hồ Chí Minh",
        date=dt.date(2025, 11, 18),
        title="báo cáo kết quả thực hiện phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” năm 2024",
        addressees=["Các phòng, ban thuộc Văn phòng", "Trung tâm Thông tin", "Trung tâm Hội nghị"],
        opening=["Văn phòng đề nghị các đơn vị báo cáo như sau:"],
        blocks=[heading("1", "Kết quả thực hiện.", 1), Block("paragraph", "Đề nghị các đơn vị thực hiện.")],
        recipients=[Recipient("Như trên"), Recipient("Lưu: VT, TCHCQT")],
        signer=Signer("TL. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG TỔ CHỨC", "Lê Văn Nam"),
    )
