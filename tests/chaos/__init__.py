"""Nothing lost, nothing twice: the real stack under kills, pauses, full disks and wrong clocks."""
