"""The story `manage.py demo` tells: an Office, its people and its plan, three years of work; all by calling actions."""
