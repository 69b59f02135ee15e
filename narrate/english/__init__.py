"""What several stages know of written English. Each thing stands here once.

`sentence_ends` (punctuation that ends a sentence), `agencies` (news and picture agencies), `datelines`
("LONDON (Reuters) -"), `dates` (months, weekdays, and dates as ISO 8601), `reporting_verbs` ("said",
"argued"), `titles` ("Mr.", "Prime Minister").
"""
