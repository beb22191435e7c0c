"""What the office does with a movement: one function per thing, each checked, atomic and audited."""
