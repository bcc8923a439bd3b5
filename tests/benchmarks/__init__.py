"""What it costs, measured on request: nothing here is collected as a test."""
