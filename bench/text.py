"""News-like text of any length, always the same for the same length: what the benchmark reads."""

import random
from collections.abc import Iterator

_OPENINGS = (
    "The ministry said on {day} that {count} {people} had been {done} in {place}, up from {small} a {period} earlier.",
    "{place}'s council approved a budget of {money} on {day}, {percent}% more than last year.",
    "At least {small} {people} were {done} and {count} homes were damaged when the storm reached {place}.",
    "Police in {place} put the crowd at {count}; organisers spoke of more than {count}.",
    "The company reported revenue of {money} for the quarter, a rise of {percent}%, and cut {count} jobs.",
    "About {small} km of the line between {place} and {place} will stay shut until {day}.",
)
_PLAIN = (
    "No one at the office could be reached for comment, and a spokesman declined to give further details.",
    "Residents described a long night without power and thanked the crews who had come from other regions.",
    "The decision follows months of talks in which neither side was willing to give up its demands.",
    "Officials called the plan a first step and promised a review once the results are known.",
)
_WORDS = {
    "day": ("Monday", "Tuesday", "Wednesday", "3 March", "Friday"),
    "people": ("people", "workers", "passengers", "soldiers", "residents"),
    "done": ("injured", "evacuated", "rescued", "detained", "deployed"),
    "place": ("Westmoor", "Aldergate", "Port Ellery", "Northfield", "Kessrow"),
    "period": ("week", "month", "year"),
}


def news(characters: int, seed: int = 1) -> str:
    """At least `characters` code points of paragraphs in which about two sentences of three hold figures."""
    chance = random.Random(seed)  # noqa: S311
    parts: list[str] = []
    length = 0
    for paragraph in _paragraphs(chance):
        parts.append(paragraph)
        length += len(paragraph) + 2
        if length >= characters:
            return "\n\n".join(parts) + "\n"
    raise AssertionError("paragraphs never end")


def _paragraphs(chance: random.Random) -> Iterator[str]:
    while True:
        yield " ".join(_sentence(chance) for _ in range(chance.randint(2, 4)))


def _sentence(chance: random.Random) -> str:
    if chance.random() < 1 / 3:
        return chance.choice(_PLAIN)
    words = {name: chance.choice(options) for name, options in _WORDS.items()}
    return chance.choice(_OPENINGS).format(
        **words,
        count=f"{chance.randint(1_000, 99_000):,}",
        small=chance.randint(2, 90),
        percent=f"{chance.uniform(0.5, 30):.1f}",
        money=f"${chance.uniform(1, 900):.1f}m",
    )
