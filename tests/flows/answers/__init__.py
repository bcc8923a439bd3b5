"""What texts are read as, one module per reader."""
