"""Tests against real servers, real kernels' events and real processes."""
