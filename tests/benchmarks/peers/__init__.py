"""What people would use instead, each doing the same work as its own documentation would have it done."""
