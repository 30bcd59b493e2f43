"""What a page holds for programs: JSON-LD, and the data of its scripts."""
