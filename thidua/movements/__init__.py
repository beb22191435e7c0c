"""The movement: its plan, plan lines, rounds, tasks, duties and their progress."""
