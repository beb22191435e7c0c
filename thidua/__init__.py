"""Thi Đua: runs an emulation movement from its plan document to the final summary."""
