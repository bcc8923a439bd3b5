"""What staff take along: one intake or a whole list, as a spreadsheet, JSON, FHIR or paper."""
