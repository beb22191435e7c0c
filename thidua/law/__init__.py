"""Rules of the emulation and commendation law as dated data, working days, money. Plain Python."""
