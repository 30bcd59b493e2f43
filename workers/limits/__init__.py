"""What reading a stranger's file may cost and touch, enforced inside a killable process."""
