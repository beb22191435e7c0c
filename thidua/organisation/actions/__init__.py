"""What is done to units, people and accounts: one function per thing, each checked, atomic and audited."""
