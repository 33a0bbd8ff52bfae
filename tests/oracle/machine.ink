// The rules of the game that hold in every story, written for ink: what is told,
// what is asked, how a card comes into the box. A page is shown anew whenever the
// play comes to it.

VAR role = "none"
VAR here = ""

// What came of the last choice, for which card, and the automatic scenes passed since.
VAR told = -> nothing
VAR it = ""
VAR it_title = ""
VAR went_out = ""
VAR passes = 0
VAR passed_1 = -> nothing
VAR passed_2 = -> nothing
VAR passed_3 = -> nothing

// Whether only what came of a choice is told here, and whether one stepped back.
VAR stayed = 0
VAR stepped = 0

VAR sureness = 0

// What is told now is new as long as nothing else comes to be told; pages are counted.
VAR turn = 1
VAR page = 0

// The line of the card that may be kept. Global: a tunnel's name in a parameter is not
// found by the runtime.
VAR shown = -> nothing

=== nothing
->->

=== heading
~ page = page + 1
{here} \({role}\)
->->

=== before
-> told ->
{ passes > 0:
    -> passed_1 ->
}
{ passes > 1:
    -> passed_2 ->
}
{ passes > 2:
    -> passed_3 ->
}
->->

=== became
{ went_out != "":
    line: Out of the box: {went_out}
}
{ kept(it):
    line: In the box: {it_title}
- else:
    line: Not in the box: {it_title}
}
->->

=== how_sure(question, answer)
-> heading ->
question: {question} {answer}
prompt: How sure are you?
+ [_sure\:1: 1. A guess]
    ~ sureness = 1
+ [_sure\:2: 2. I think so]
    ~ sureness = 2
+ [_sure\:3: 3. Fairly sure]
    ~ sureness = 3
+ [_sure\:4: 4. I would swear to it]
    ~ sureness = 4
- ->->

=== keep(card, title)
-> heading ->
-> before ->
-> shown ->
prompt: You have found a paper. Does it go into the box?
+ [_keep\:{card}: Keep it.]
    { box_9 == "":
        ~ tell(-> became, card, title)
        ~ put_in(card, title)
    - else:
        ~ tell(-> nothing, card, title)
        -> put_out(card, title) ->
        ~ told = -> became
    }
+ [_leave\:{card}: Leave it.]
    ~ tell(-> became, card, title)
- ->->

=== function forget()
~ told = -> nothing
~ passes = 0

=== function tell(-> then, card, title)
~ turn = turn + 1
~ told = then
~ it = card
~ it_title = title
~ went_out = ""
~ passes = 0

=== function pass(-> text)
~ passes = passes + 1
{ passes:
- 1: ~ passed_1 = text
- 2: ~ passed_2 = text
- 3: ~ passed_3 = text
- else: More automatic scenes follow each other than are remembered here.
}

