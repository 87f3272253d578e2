"""Dates, periods and times of day: tokens in, the stretches that name a time out, each with the days it covers.

`find` is the way in: trigger words are found in one pass and read around. The words come from rules/en/dates.toml
(`rules`); the readers are `stated` (month and year), `ranges`, `days`, `years`, `periods`, `offsets`, `quarters` and
`parts`. `tense` tells which way a clause looks, `calendar` does the arithmetic, `clock_times` finds the times of day.
"""
