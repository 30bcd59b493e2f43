"""What desks say of their own copy: that it comes again, is taken back, gathers others."""
