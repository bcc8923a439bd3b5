"""Tests in which anything may happen in any order: a state machine, its model, and the stories that it has found."""
