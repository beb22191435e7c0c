"""Small evidence files made on the spot: a unit's report, a list of signatures, the Office's report as PDF."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from thidua.core import clock
from thidua.documents.actions.responses import DOCX
from thidua.movements.models import Assignment
from thidua.organisation.models import Post
from thidua.vanban.structure import Block, Paper, Recipient, Signer
from thidua.vanban.writing import write_docx, write_pdf

MOVEMENT = "phong trào thi đua “Toàn dân tham gia phòng, chống ma túy”"


def files_for(task: str, assignment: Assignment) -> list[SimpleUploadedFile]:
    """What a unit encloses when it hands in this sort of work; nothing for most."""
    if task == "report":
        return [_docx(f"Báo cáo năm {assignment.task.round.year}, {assignment.unit.short}", _report(assignment))]
    if task == "upward":
        return [_pdf(f"Báo cáo năm {assignment.task.round.year} gửi UBND tỉnh", _report(assignment))]
    if task == "sign":
        return [_text(f"Danh sách ký cam kết, {assignment.unit.short}", signed_list(assignment))]
    return []


def proof(assignment: Assignment, note: str, value: int | None) -> SimpleUploadedFile:
    """A short note enclosed with a figure."""
    day = clock.today()
    lines = [assignment.task.title, f"Đơn vị: {assignment.unit.name}", f"Ngày: {day:%d/%m/%Y}"]
    lines += [f"Lũy kế trong năm: {value} {assignment.task.measure}"] if value is not None else []
    return _text(f"Minh chứng {day:%d-%m-%Y}, {assignment.unit.short}", "\n".join([*lines, note, ""]))


def signed_list(assignment: Assignment) -> str:
    """Everyone who works in the unit that day."""
    posts = Post.objects.on(clock.today()).filter(unit=assignment.unit).select_related("person").order_by("rank", "id")
    lines = [f"{number}. {post.person.full_name}, {post.title}: đã ký" for number, post in enumerate(posts, start=1)]
    head = f"DANH SÁCH KÝ CAM KẾT NĂM {assignment.task.round.year}\n{assignment.unit.name}\n"
    return "\n".join([head, *lines, ""])


def headcount(assignment: Assignment) -> int:
    """How many people work in the unit that day."""
    return Post.objects.on(clock.today()).filter(unit=assignment.unit).count()


def _report(assignment: Assignment) -> Paper:
    """A one-page report laid out as Nghị định 30/2020 asks."""
    year, unit, upward = assignment.task.round.year, assignment.unit, assignment.task.sent_to.startswith("UBND")
    who = "Văn phòng UBND tỉnh" if upward else unit.name
    return Paper(
        doc_type="BÁO CÁO",
        symbol="BC-VPUB" if upward else f"BC-{unit.code}",
        parent_agency="ỦY BAN NHÂN DÂN TỈNH SƠN LA" if upward else "VĂN PHÒNG UBND TỈNH",
        issuing_agency="VĂN PHÒNG" if upward else unit.name.upper(),
        place="Sơn La",
        date=clock.today(),
        title=f"Kết quả thực hiện {MOVEMENT} năm {year}",
        blocks=[
            Block("heading", "KẾT QUẢ", "I", 1),
            Block(
                "paragraph", f"Năm {year}, {who} đã tổ chức ký cam kết, triển khai đủ văn bản và tự chấm tiêu chuẩn."
            ),
            Block("heading", "HẠN CHẾ, NGUYÊN NHÂN", "II", 1),
            Block("paragraph", "Một số việc làm còn dồn vào quý IV; hình thức tuyên truyền chưa phong phú."),
            Block("heading", "NHIỆM VỤ NĂM SAU", "III", 1),
            Block("paragraph", "Làm sớm từ đầu năm, gắn với nhiệm vụ chuyên môn của từng vị trí công tác."),
        ],
        recipients=[Recipient("Lãnh đạo Văn phòng"), Recipient("Phòng TCHCQT"), Recipient("Lưu: VT")],
        signer=Signer(position="CHÁNH VĂN PHÒNG" if upward else "THỦ TRƯỞNG ĐƠN VỊ"),
    )


def _docx(name: str, paper: Paper) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{name}.docx", write_docx(paper), content_type=DOCX)


def _pdf(name: str, paper: Paper) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{name}.pdf", write_pdf(paper), content_type="application/pdf")


def _text(name: str, words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{name}.txt", words.encode(), content_type="text/plain")
