"""What `octgame explain` says of cards, facts and questions that break a rule."""

from octgame.loading.diagnostics import Code

EVIDENCE: dict[str, Code] = {
    "no-origin": Code(
        "A card from nowhere",
        meaning="The card has neither a source nor `composed: yes`.",
        why="The game teaches to ask where a paper is from, so it must be able to say.",
        advice="Name its `source:`, or say `composed: yes` of an invented paper.",
        wrong="""
cards:
  fare_book: <--
    composed: no
""",
        right="""
cards:
  fare_book:
    composed: no
    source: memoir
""",
    ),
    "no-evidence": Code(
        "An established fact that nothing establishes",
        meaning="It has no source, or none beyond the documents that the story is"
        " written from.",
        why="Those documents are what is being examined.",
        advice="Add a source beyond them, or make the fact contested.",
        wrong="""
sources:
  gauge:
    title: River gauge
    author: The river office
    year: 1917
    checked: read
    document: yes
facts:
  ice_that_night:
    sources: [gauge] <--
""",
        right="""
sources:
  gauge:
    title: River gauge
    author: The river office
    year: 1917
    checked: read
    document: yes
facts:
  ice_that_night:
    sources: [gauge, memoir]
""",
    ),
    "no-disagreement": Code(
        "A contested fact that nobody contests",
        meaning="It has fewer than two accounts.",
        why="The player must be able to see who says what.",
        advice="Add a second account, or make the fact established.",
        wrong="""
facts:
  two_crossed: <--
    accounts: {memoir: says two}
""",
        right="""
facts:
  two_crossed:
    accounts: {memoir: says two, gauge: names nobody}
""",
    ),
    "missing-right": Code(
        "A refuted fact without what is right",
        meaning="It says what is wrong and no more.",
        why="A mistake that is only named is remembered as true.",
        advice="Add `right:`.",
        wrong="""
facts:
  ice_that_night: <--
    status: refuted
    text: The river was open that night.
""",
        right="""
facts:
  ice_that_night:
    status: refuted
    text: The river was open that night.
    right: There was ice on it.
""",
    ),
    "not-contested": Code(
        "A question about a fact that is settled",
        meaning="`facts:` of a question names one that is not contested.",
        why="Schools differ over contested facts and over what the others mean.",
        advice="Take it out of `facts:`; the text may link to it.",
        wrong="""
questions:
  who_crossed:
    facts: [ice_that_night] <--
""",
        right="""
questions:
  who_crossed:
    facts: [two_crossed]
""",
    ),
    "two-origins": Code(
        "A card that is invented and has a source",
        meaning="`composed: yes` says that nobody ever wrote this paper, `source:` says"
        " where it can be read.",
        why="A player must know whether a paper is real.",
        advice="Delete `composed:` for a real paper, `source:` for an invented one.",
        wrong="""
cards:
  fare_book:
    source: gauge
    composed: yes <--
""",
        right="""
cards:
  fare_book:
    composed: yes
""",
    ),
    "missing-view": Code(
        "A school that gives no answer",
        meaning="The question has no view of a school that the story declares.",
        why="A question lays all schools side by side.",
        advice="Write the view, or take the school out of the story section.",
        wrong="""
story:
  schools:
    ice: {name: The Ice school, short: ICE, about: They asked how thick.}
questions:
  who_crossed:
    views:
      river: <--
        verb: carried
""",
        right="""
story:
  schools:
    ice: {name: The Ice school, short: ICE, about: They asked how thick.}
questions:
  who_crossed:
    views:
      river:
        verb: carried
      ice:
        written: about 1990
        manner: a history of winters
        text: The ice let two men over, late in the year.
        protagonist: The ice
        verb: let over
        leans_on: []
        leaves_out: [fare_book]
        hardest: fare_book
        printable: All of it.
        shown_wrong: That it was late.
        sources: [gauge]
""",
    ),
    "too-many-claims": Code(
        "A fact with more than four claims",
        meaning="A fact states at most four claims of the catalogue.",
        why="Each must be stated in the fact's text, which is one paragraph.",
        advice="Make two facts of it.",
        wrong="""
claims:
  C1: {claim: There was ice., trust: consensus, taught: here}
  C2: {claim: It was thin., trust: disputed, taught: here}
  C3: {claim: It broke., trust: disputed, taught: here}
  C4: {claim: It drifted., trust: consensus, taught: here}
  C5: {claim: Two men crossed., trust: disputed, taught: here}
facts:
  ice_that_night:
    claims: [C1, C2, C3, C4, C5] <--
""",
        right="""
claims:
  C1: {claim: There was ice., trust: consensus, taught: here}
  C2: {claim: It was thin., trust: disputed, taught: here}
  C3: {claim: It broke., trust: disputed, taught: here}
  C4: {claim: It drifted., trust: consensus, taught: here}
  C5: {claim: Two men crossed., trust: disputed, taught: here}
facts:
  ice_that_night:
    claims: [C1, C2, C3, C4]
  two_crossed:
    claims: [C5]
""",
    ),
    "untaught-claim": Code(
        "A claim that is said to be taught and is not",
        meaning="The claim has `taught: here`, and no card, fact or view names it.",
        why="Whoever counts on it must find it in the story.",
        advice="Name it under some `claims:`, or write `taught: later`.",
        wrong="""
claims:
  C1: {claim: There was ice., trust: consensus, taught: here} <--
""",
        right="""
claims:
  C1: {claim: There was ice., trust: consensus, taught: here}
facts:
  ice_that_night:
    claims: [C1]
""",
    ),
}
