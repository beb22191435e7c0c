"""Writes the plan documents of the demo: our own words, the facts of a provincial Office's plan."""

from __future__ import annotations

from pathlib import Path

from thidua.vanban.structure import Block, Paper, Recipient, Signer
from thidua.vanban.writing import write_docx
from tools import venv
from tools.say import say

FOLDER = venv.ROOT / "thidua" / "desk" / "demo" / "data"
MOVEMENT = "phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” trên địa bàn tỉnh Sơn La giai đoạn 2023 - 2025"
SIGNER = "Lường Quang Thiện"  # invented, as everybody in the demo
DECISION = "Quyết định số 182/QĐ-UBND ngày 06/02/2023 của Chủ tịch UBND tỉnh"


def heading(label: str, text: str, level: int) -> Block:
    """A numbered item of the plan."""
    return Block("heading", text, label, level)


def text(words: str) -> Block:
    """A paragraph."""
    return Block("paragraph", words)


def bullet(words: str) -> Block:
    """A line with a dash."""
    return Block("bullet", words)


def main_plan() -> Paper:
    """The plan against drugs. Number and day are blank, two sections bear III, the funding in a heading has no item
    and both reports fall on one day: a plan from life has such things, and the reading must find them."""
    return Paper(
        doc_type="KẾ HOẠCH",
        symbol="KH-VPUB",
        parent_agency="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        issuing_agency="VĂN PHÒNG",
        place="Sơn La",
        date_partial="2024-04",
        title=f"Triển khai {MOVEMENT}",
        opening=[
            f"Thực hiện {DECISION} về việc ban hành Kế hoạch triển khai {MOVEMENT}. "
            "Văn phòng UBND tỉnh xây dựng Kế hoạch triển khai tại cơ quan với các nội dung sau:"
        ],
        blocks=[*_aims(), *_contents(), *_awards(), *_duties()],
        recipients=[
            Recipient("Công an tỉnh", "để báo cáo"),
            Recipient("Sở Nội vụ", "để báo cáo"),
            Recipient("Lãnh đạo Văn phòng UBND tỉnh"),
            Recipient("Các phòng, ban, đơn vị trực thuộc Văn phòng"),
            Recipient("Trang Thông tin điện tử Văn phòng"),
            Recipient("Lưu: VT, TCHCQT"),
        ],
        signer=Signer(position="CHÁNH VĂN PHÒNG", name=SIGNER),
    )


def _aims() -> list[Block]:
    return [
        heading("I", "MỤC ĐÍCH, YÊU CẦU", 1),
        heading("1", "Mục đích", 2),
        text(
            "Khơi dậy tinh thần thi đua trong toàn thể cán bộ, công chức, viên chức và người lao động của Văn phòng; "
            "mỗi người góp một phần việc cụ thể để kéo giảm tội phạm và tệ nạn ma túy, giữ cho cơ quan và địa bàn "
            "nơi cư trú bình yên."
        ),
        text(
            "Gắn kết quả phòng, chống ma túy với trách nhiệm của người đứng đầu và cấp phó của người đứng đầu từng "
            "phòng, ban, đơn vị sự nghiệp thuộc Văn phòng."
        ),
        text(
            "Tạo chuyển biến thật sự từ nhận thức đến việc làm, được nhân dân đồng tình và cả hệ thống chính trị ở "
            "địa phương cùng tham gia."
        ),
        heading("2", "Yêu cầu", 2),
        text("Phong trào là việc làm thường xuyên và là một trọng tâm trong các phong trào thi đua của Văn phòng."),
        text(
            "Nội dung thi đua phải rõ việc, dễ thực hiện, phù hợp với điều kiện của từng đơn vị; khuyến khích sáng "
            "kiến và cách làm hay."
        ),
        text(
            "Việc xét khen thưởng bảo đảm đúng người, đúng việc, công khai, không chạy theo thành tích; điển hình tiên "
            "tiến được phát hiện và nhân rộng kịp thời."
        ),
    ]


def _contents() -> list[Block]:
    return [
        heading("II", "NỘI DUNG PHONG TRÀO THI ĐUA", 1),
        heading(
            "1",
            "Tăng cường lãnh đạo, chỉ đạo, hướng dẫn và kiểm tra, đánh giá công tác phòng, chống và kiểm soát ma túy "
            "tại cơ quan Văn phòng.",
            2,
        ),
        heading(
            "2",
            "Triển khai đầy đủ, kịp thời các văn bản chỉ đạo của Trung ương, bộ, ngành và của tỉnh về phòng, chống và "
            "kiểm soát ma túy giai đoạn 2023 - 2025, gắn với chức năng, nhiệm vụ của cơ quan Văn phòng.",
            2,
        ),
        heading(
            "3",
            "Cùng các cấp, các ngành và nhân dân giữ vững địa bàn không có ma túy; tham gia chuyển hóa địa bàn trọng "
            "điểm, phức tạp về ma túy, phấn đấu đạt và vượt chỉ tiêu xây dựng xã, phường, thị trấn không có ma túy "
            "giai đoạn 2023 - 2025.",
            2,
        ),
        heading(
            "4",
            "Hàng năm tổ chức cho cán bộ, công chức, viên chức và người lao động thuộc thẩm quyền quản lý ký cam kết "
            "không vi phạm pháp luật về phòng, chống ma túy. Xây dựng cơ quan Văn phòng đạt tiêu chuẩn không có ma "
            "túy.",
            2,
        ),
        heading(
            "5",
            "Phối hợp với các cấp, các ngành tuyên truyền, phổ biến, giáo dục pháp luật và tổ chức hoạt động truyền "
            "thông về phòng, chống ma túy đến các tầng lớp nhân dân; nâng cao hiểu biết và ý thức chấp hành pháp "
            "luật của cán bộ, công chức, viên chức, người lao động và nhân dân ở cơ sở.",
            2,
        ),
        heading(
            "6",
            "Tuyên truyền trên Cổng thông tin điện tử tỉnh và Trang thông tin điện tử của Văn phòng để nhân dân chấp "
            "hành chủ trương của Đảng, pháp luật của Nhà nước về phòng, chống ma túy, nâng cao cảnh giác với tội phạm. "
            "Vận động nhân dân hưởng ứng phong trào toàn dân bảo vệ an ninh Tổ quốc, phong trào toàn dân tố giác tội "
            "phạm và báo tin cho cơ quan có thẩm quyền.",
            2,
        ),
    ]


def _awards() -> list[Block]:
    return [
        heading(
            "III",
            "ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA, HÌNH THỨC VÀ TIÊU CHUẨN KHEN THƯỞNG, KINH PHÍ TRIỂN KHAI PHONG TRÀO",
            1,
        ),
        heading("1", "Đối tượng", 2),
        heading("1.1", "Tập thể: Văn phòng UBND tỉnh; các phòng, ban, đơn vị trực thuộc Văn phòng UBND tỉnh.", 3),
        heading("1.2", "Cá nhân: Cán bộ, công chức, viên chức, người lao động thuộc Văn phòng UBND tỉnh.", 3),
        heading(
            "2",
            f"Tiêu chí thi đua: Áp dụng mục 2 phần III Kế hoạch ban hành theo {DECISION} (gửi kèm Quyết định).",
            2,
        ),
        heading("3", "Hình thức khen thưởng", 2),
        bullet("Bằng khen của Thủ tướng Chính phủ."),
        bullet("Bằng khen của Chủ tịch UBND tỉnh."),
        bullet("Giấy khen của Chánh Văn phòng UBND tỉnh."),
        heading(
            "4",
            f"Tiêu chuẩn khen thưởng: Áp dụng mục 4 phần III Kế hoạch ban hành theo {DECISION}.",
            2,
        ),
    ]


def _duties() -> list[Block]:
    return [
        heading("III", "TỔ CHỨC THỰC HIỆN", 1),
        heading("1", "Thời gian tổ chức thực hiện", 2),
        text("Phong trào thi đua được thực hiện từ năm 2023 đến năm 2025."),
        text(
            "Hàng năm, tổ chức đánh giá kết quả thực hiện Phong trào thi đua; tổng kết Phong trào thi đua vào năm 2025."
        ),
        heading("2", "Trách nhiệm tổ chức thực hiện", 2),
        heading(
            "2.1",
            "Trưởng các phòng, ban, đơn vị thuộc Văn phòng: Bám sát nhiệm vụ trọng tâm được giao để chọn nội dung và "
            "hình thức thi đua thiết thực, phù hợp với tình hình của phòng, ban, đơn vị mình.",
            3,
        ),
        text(
            "Định kỳ hàng năm báo cáo kết quả thực hiện phong trào thi đua với Lãnh đạo Văn phòng (qua phòng Tổ chức - "
            "Hành chính - Quản trị) trước ngày 20/11 hàng năm và báo cáo đột xuất khi có yêu cầu."
        ),
        heading(
            "2.2",
            "Trung tâm Thông tin: Tham mưu với Lãnh đạo Văn phòng đăng tải văn bản, tin, bài về công tác phòng, chống "
            "tội phạm, ma túy và các phong trào bảo vệ an ninh Tổ quốc, tố giác tội phạm trên Cổng Thông tin điện tử "
            "tỉnh và Trang Thông tin điện tử Văn phòng UBND tỉnh.",
            3,
        ),
        heading(
            "2.3",
            "Phòng Tổ chức - Hành chính - Quản trị: Tham mưu hướng dẫn và đôn đốc việc thực hiện Kế hoạch này; tổng "
            "kết phong trào và đề nghị khen thưởng theo quy định.",
            3,
        ),
        text(
            "Định kỳ hàng năm tham mưu tổng hợp, xây dựng báo cáo kết quả thực hiện phong trào thi đua với UBND tỉnh "
            "(qua Công an tỉnh và Sở Nội vụ) trước ngày 20/11 hàng năm và báo cáo đột xuất khi có yêu cầu."
        ),
        text(f"Trên đây là Kế hoạch triển khai {MOVEMENT} của Văn phòng UBND tỉnh."),
    ]


def green_plan() -> Paper:
    """A short plan of one year, clean in form: the second movement of the demo."""
    return Paper(
        doc_type="KẾ HOẠCH",
        symbol="KH-VPUB",
        parent_agency="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        issuing_agency="VĂN PHÒNG",
        place="Sơn La",
        date_partial="2024-05",
        title="Phát động phong trào thi đua “Văn phòng xanh, sạch, đẹp, an toàn” năm 2024",
        opening=["Văn phòng UBND tỉnh phát động phong trào thi đua trong toàn cơ quan với các nội dung sau:"],
        blocks=[
            heading("I", "MỤC ĐÍCH", 1),
            text("Giữ nơi làm việc gọn gàng, an toàn, tiết kiệm; mỗi đơn vị có việc làm cụ thể trong năm 2024."),
            heading("II", "NỘI DUNG THI ĐUA", 1),
            heading("1", "Sắp xếp, vệ sinh nơi làm việc và hồ sơ lưu trữ của từng phòng, ban, đơn vị.", 2),
            heading("2", "Thực hành tiết kiệm điện, nước, giấy in ở tất cả các phòng, ban, đơn vị.", 2),
            heading("3", "Kiểm tra an toàn phòng cháy, chữa cháy tại trụ sở và Nhà khách tỉnh.", 2),
            heading("III", "ĐỐI TƯỢNG, TIÊU CHÍ VÀ HÌNH THỨC KHEN THƯỞNG", 1),
            heading("1", "Đối tượng: Các phòng, ban, đơn vị trực thuộc Văn phòng UBND tỉnh.", 2),
            heading("2", "Tiêu chí thi đua: Hoàn thành cả ba nội dung tại mục II, không để xảy ra cháy, nổ.", 2),
            heading("3", "Hình thức khen thưởng", 2),
            bullet("Giấy khen của Chánh Văn phòng UBND tỉnh."),
            heading("IV", "TỔ CHỨC THỰC HIỆN", 1),
            heading("1", "Thời gian tổ chức thực hiện", 2),
            text("Phong trào thi đua được thực hiện trong năm 2024."),
            heading(
                "2",
                "Trưởng các phòng, ban, đơn vị: Báo cáo kết quả với Lãnh đạo Văn phòng (qua phòng Tổ chức - Hành "
                "chính - Quản trị) trước ngày 05/12/2024.",
                2,
            ),
            text("Trên đây là Kế hoạch phát động phong trào thi đua năm 2024 của Văn phòng UBND tỉnh."),
        ],
        recipients=[
            Recipient("Lãnh đạo Văn phòng UBND tỉnh"),
            Recipient("Các phòng, ban, đơn vị trực thuộc Văn phòng"),
            Recipient("Lưu: VT, TCHCQT"),
        ],
        signer=Signer(position="CHÁNH VĂN PHÒNG", name=SIGNER),
    )


def main() -> int:
    """Writes every plan into the demo's folder."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, paper in {"ke-hoach.docx": main_plan(), "ke-hoach-van-phong-xanh.docx": green_plan()}.items():
        Path(FOLDER / name).write_bytes(write_docx(paper))
        say(f"Đã ghi {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
