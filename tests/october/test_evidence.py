"""Evidence, questions and words of the story of October, held to its own rules."""

import re
from collections import Counter
from collections.abc import Iterator

from octgame.story.calendar import distance, order_key
from octgame.story.model import Story
from octgame.story.prose import Paragraph
from octgame.story.scenes import Passage

LEAST_CARDS, LEAST_QUESTIONS, LEAST_CLAIMS = 60, 8, 130
NINETY_YEARS = 90 * 365
SPREAD = 0.25
"""How far a school may be from the mean of the scenes in which the schools speak."""
KINDS = 9
LOADED = (
    *("murdering", "spurious", "illiterate", "in reality", "heroic"),
    *("politically correct", "creative propaganda product", "bourgeoisie"),
)
"""Words of the two source documents that belong to a school, not to a narrator."""


def test_there_are_cards_enough_of_every_kind(october: Story) -> None:
    """Nine kinds, from the day itself to ninety years after."""
    cards = october.cards.values()
    assert len(cards) >= LEAST_CARDS
    assert len({card.kind for card in cards}) == KINDS
    days = [order_key(card.made)[0] - order_key(card.about)[0] for card in cards]
    assert "+0 d" in {distance(card.about, card.made) for card in cards}
    assert max(days) >= NINETY_YEARS


def test_every_question_has_a_view_of_every_school(october: Story) -> None:
    """Each with a card that is hard for it."""
    assert len(october.questions) >= LEAST_QUESTIONS
    for question in october.questions.values():
        assert [view.school for view in question.views] == list(october.schools)
        assert all(view.hardest for view in question.views), question.id


def test_no_school_speaks_much_oftener_than_another(october: Story) -> None:
    """Counted in scenes that open a question or lay out its histories."""
    spoken: Counter[str] = Counter()
    for scene in october.scenes.values():
        shown = [getattr(part, "question", "") for part in scene.text]
        asked = {*scene.asks, *filter(None, shown)}
        schools = {v.school for q in asked for v in october.questions[q].views}
        spoken.update(schools)
    mean = spoken.total() / len(october.schools)
    assert all(abs(count - mean) <= SPREAD * mean for count in spoken.values())


def test_no_school_gets_many_more_words_than_another(october: Story) -> None:
    """The schools' mean lengths of a view are within a tenth of each other."""
    words = {
        school: [
            len(view.text.plain.split())
            for question in october.questions.values()
            for view in question.views
            if view.school == school
        ]
        for school in october.schools
    }
    means = [sum(each) / len(each) for each in words.values()]
    assert max(means) <= 1.1 * min(means)


def test_the_claims_that_are_taught_are_taught(october: Story) -> None:
    """What the catalogue marks as taught here, a fact, card or view names; no other."""
    named = {claim for fact in october.facts.values() for claim in fact.claims}
    named |= {claim for card in october.cards.values() for claim in card.claims}
    for question in october.questions.values():
        named |= {claim for view in question.views for claim in view.claims}
    taught = {claim.id for claim in october.claims.values() if claim.taught == "here"}
    assert taught == named
    assert len(taught) >= LEAST_CLAIMS


def narrated(story: Story) -> Iterator[tuple[str, Paragraph]]:
    """(scene, paragraph) of everything that is told outside views and quotations."""
    for scene in story.scenes.values():
        texts = [scene.text, *(choice.then for choice in scene.choices)]
        for part in (part for text in texts for part in text):
            if isinstance(part, Passage) and not part.paragraph.quoted:
                yield scene.id, part.paragraph
        for paragraph in scene.step_back:
            yield scene.id, paragraph
    for fact in story.facts.values():
        if fact.status == "established":
            yield fact.id, fact.text
    for entry in story.codex.values():
        yield from ((entry.id, paragraph) for paragraph in entry.text)


def test_no_loaded_word_of_the_documents_is_the_narrators(october: Story) -> None:
    """Somebody in a scene may say one, between quotation marks."""
    loaded = re.compile(rf"\b({'|'.join(LOADED)})\b", re.IGNORECASE)
    found = [
        (at, loaded.findall(re.sub("“[^”]*”", "", paragraph.plain)))
        for at, paragraph in narrated(october)
    ]
    assert [(at, words) for at, words in found if words] == []


def test_no_paper_older_than_the_night_is_told_only_that_it_is_silent(
    october: Story,
) -> None:
    """The archivist reads its date first, or has something to say of what it bears."""
    eve = order_key(october.cards["mrc_order"].made)
    older = {
        card.id
        for card in october.cards.values()
        if card.made.start.precision == "day"
        and order_key(card.made) < eve
        and card.id not in ("cc_vote", "garrison_resolution")
    }
    assert len(older) > 10
    for choice in october.scenes["e3_paper"].choices:
        if choice.key.endswith("_other"):
            assert choice.each
            assert older <= {*choice.each.but}
