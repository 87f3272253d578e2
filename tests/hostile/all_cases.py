"""All hostile inputs, in one order."""

from tests.hostile import damaged, documents, markup, texts
from tests.hostile.case import Case

CASES: tuple[Case, ...] = (*markup.CASES, *documents.CASES, *texts.CASES, *damaged.CASES)
