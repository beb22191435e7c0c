"""Addresses of the movements' pages."""

from django.urls import path

from thidua.movements.views import assignment, movement, plan

urlpatterns = [
    path("", movement.movements, name="movements"),
    path("ke-hoach/", plan.plans, name="plans"),
    path("ke-hoach/tai-len/", plan.upload, name="plan_upload"),
    path("ke-hoach/<int:pk>/", plan.reading, name="plan"),
    path("ke-hoach/<int:pk>/tep/", plan.original, name="plan_file"),
    path("ke-hoach/<int:pk>/so-sanh/", plan.difference, name="plan_difference"),
    path("ke-hoach/<int:pk>/xac-nhan-chac-chan/", plan.confirm_certain, name="plan_confirm_certain"),
    path("ke-hoach/<int:pk>/<str:move>/", plan.move, name="plan_move"),
    path("ke-hoach/dong/<int:pk>/", plan.line, name="plan_line"),
    path("viec/", assignment.assignments, name="assignments"),
    path("viec/<int:pk>/", assignment.assignment, name="assignment"),
    path("viec/<int:pk>/<str:move>/", assignment.move, name="assignment_move"),
    path("minh-chung/<int:pk>/<int:file>/", assignment.evidence, name="evidence"),
    path("nhiem-vu/<int:pk>/", assignment.task, name="task"),
    path("<int:pk>/", movement.overview, name="movement"),
    path("<int:pk>/nhiem-vu/", movement.tasks, name="movement_tasks"),
    path("<int:pk>/van-ban/", movement.papers, name="movement_papers"),
    path("<int:pk>/ban-hanh.docx", movement.issued_file, name="movement_file"),
    path("<int:pk>/ban-moi/", plan.upload_newer, name="plan_newer"),
    path("<int:pk>/nhac/<int:unit>/", movement.urge, name="urge"),
    path("<int:pk>/ban-giao/<int:unit>/", movement.hand_over, name="hand_over"),
    path("<int:pk>/mo-nam/<int:round>/", movement.open_round, name="open_round"),
    path("<int:pk>/ke-tuc/", movement.carry_over, name="carry_over"),
    path("<int:pk>/<str:move>/", movement.move, name="movement_move"),
]
