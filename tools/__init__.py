"""What the Makefile calls: plain Python 3.11, no dependency before the virtual environment exists."""
