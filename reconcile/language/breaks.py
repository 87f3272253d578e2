"""Where one clause ends and the next begins: what stands behind such a mark is farther away than its distance says."""

BREAKS = (";", ":", "(", ")", "\u2014", "\u2013", " - ", "\n")
COMMAS = (",", " and ", " but ", " while ", " which ", " who ")
