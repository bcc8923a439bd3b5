"""The console: staff review intakes in a browser."""
