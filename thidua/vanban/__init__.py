"""Official documents (văn bản): read them into a structure, lay a structure out per Nghị định 30/2020. Plain Python."""
