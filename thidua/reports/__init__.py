"""Templates, periods, units' reports, consolidation, statutory statistics. Comes later."""
