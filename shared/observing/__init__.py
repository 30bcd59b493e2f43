"""What can be seen of a process from outside: signs of life, numbers, traces."""
