"""Who can sign in to the demo, and what each may try first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.organisation import rules

PASSWORD = "ThiDua@2025"  # noqa: S105 - printed for everyone to see; the demo holds nothing but invented people


@dataclass(frozen=True)
class Login:
    """An account of the demo: its role over a unit, its person by name (else a label), a hint for visitors."""

    username: str
    role: str
    over: str
    person: str = ""
    label: str = ""
    hint: str = ""


LOGINS = (
    Login("quan-tri", rules.ADMIN, "SL", "Vũ Đức Thạch", hint="mở tài khoản, giao vai trò, xem nhật ký"),
    Login("lanh-dao", rules.LEADER, "VP", "Lường Quang Thiện", hint="phê duyệt phong trào năm 2026 đang chờ"),
    Login("pho-van-phong", rules.LEADER, "VP", "Cà Thị Bích Hạnh", hint="xem bức tranh chung, nhắc đơn vị"),
    Login(
        "thuong-truc", rules.STANDING, "VP", "Cầm Thị Hương Giang", hint="duyệt báo cáo các đơn vị vừa nộp, nhắc việc"
    ),
    Login("truong-tong-hop", rules.HEAD, "TH", "Nguyễn Khắc Toản", hint="đơn vị làm xong sớm"),
    Login("truong-kinh-te", rules.HEAD, "KT", "Tòng Thị Phương Mai", hint="còn báo cáo năm phải nộp trong hôm nay"),
    Login("truong-noi-chinh", rules.HEAD, "NC", "Hà Văn Chiêm", hint="báo cáo từng bị trả lại, đã nộp lại"),
    Login("chuyen-vien", rules.OFFICIAL, "KT", "Vì Văn Inh", hint="cập nhật tiến độ, kèm minh chứng"),
    Login("bien-tap", rules.EDITOR, "TTTT", "Bùi Thị Cẩm Vân", hint="cập nhật số tin, bài đã đăng"),
    Login("cap-tren", rules.UPPER_VIEWER, "VP", label="Người xem của cấp trên", hint="chỉ xem, không sửa được gì"),
    Login("truong-khoa-giao", rules.HEAD, "KGVX", "Hoàng Thị Ngọc Lanh"),
    Login("truong-nong-nghiep", rules.HEAD, "NN", "Lường Văn Biên Cương"),
    Login("truong-tai-nguyen", rules.HEAD, "TNMT", "Bạc Cầm Thực"),
    Login("truong-xay-dung", rules.HEAD, "XDGT", "Phạm Viết Khoát"),
    Login("truong-kiem-soat", rules.HEAD, "KSTT", "Vì Thị Bình Yên"),
    Login("truong-tchcqt", rules.HEAD, "TCHCQT", "Lò Thị Kim Khánh"),
    Login("truong-tiep-dan", rules.HEAD, "TCD", "Nguyễn Chí Hòa Thuận"),
    Login("giam-doc-thong-tin", rules.HEAD, "TTTT", "Trần Mạnh Lộc"),
    Login("giam-doc-hanh-chinh-cong", rules.HEAD, "PVHCC", "Đinh Thị Hải Đường"),
    Login("giam-doc-nha-khach", rules.HEAD, "NK", "Lường Mạnh Hùng Sơn"),
)


def table() -> Iterator[str]:
    """The lines shown when the demo is ready."""
    shown = [login for login in LOGINS if login.hint]
    rows = [(rules.ROLE_LABELS[login.role], login.username, login.hint) for login in shown]
    roles, names = max(len(row[0]) for row in rows), max(len(row[1]) for row in rows)
    yield f"  {'Vai trò':<{roles}}  {'Tên đăng nhập':<{names}}  Nên thử"
    for role, name, hint in rows:
        yield f"  {role:<{roles}}  {name:<{names}}  {hint}"
    others = ", ".join(login.username for login in LOGINS if not login.hint)
    yield f"  Các đơn vị khác: {others}"
    yield f"  Mật khẩu chung: {PASSWORD}   (chỉ dùng cho dữ liệu mẫu; không bao giờ đặt cho hệ thống thật)"
