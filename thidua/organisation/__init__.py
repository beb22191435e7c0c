"""Units, people, posts, accounts, roles and signing in."""
