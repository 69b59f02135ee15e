"""Talk in many layouts, and texts that only look like it. All names and words are made up."""

from __future__ import annotations

TRANSCRIPTS = {
    "full names in capitals, then last names": """Transcript: The Kiln, part 9

ODA FERRAND: Good morning. Why does the kiln crack every winter?

PIM SALTER: Because we fire it too early. I told them.

FERRAND: And who are "they"?

SALTER: [sighs] You know who they are.

(SOUNDBITE OF KILN)

FERRAND: We'll leave it there.""",
    "numbered speakers with time stamps before them": """[00:00:03] Speaker 1: Can you hear me?
[00:00:05] Speaker 2: I can. Go ahead.
[00:00:09] Speaker 1: The pump stopped at six.
[00:00:14] Speaker 2: Did anybody restart it?
[00:00:17] Speaker 1: Nobody did.""",
    "names with the time in brackets": """Meeting of the harbour board

Lotte Brink (00:12): Shall we begin? I have the minutes here.

Arno Vell (00:31): Before we do, I want to raise the dredging.

Lotte Brink (00:44): That is item four. Can it wait?

Arno Vell (00:52): It has waited three years.""",
    "name and time on a line above the words": """Oda Ferrand  0:04
Is the line open now?

Pim Salter  0:07
It is. We can hear you well.

Oda Ferrand  0:11
Then let us start with the accounts.
They are late again.

Pim Salter  0:19
I have them here.""",
    "offices behind the names, several paragraphs": """Evening Edition, Tuesday

LENA HARTE, HOST: The river has risen by two metres since Sunday. How are people coping?

BRAM OKELL, BYLINE: They are tired. I spoke to a baker this morning.

He had carried forty sacks upstairs on his own.

HARTE: And what do you see around you now?

OKELL: Sandbags, mostly. We are standing in the old school.

The water is at the third step.

HARTE: Thank you, Bram.""",
}
HEARINGS = {
    "congress": """Hearing on small harbours

The CHAIR. The committee will come to order. I recognize Mr. Hallam.

Mr. HALLAM. Thank you, Madam Chair. I have one question.

The CHAIR. Please proceed.

Mr. HALLAM. Who signed the contract?

Ms. ORDE. I did, sir, on the ninth of May.""",
    "court with colons": """THE COURT: You may be seated. Are you ready to proceed?

MS. ALDER: We are, Your Honor.

THE COURT: Call your witness.

MS. ALDER: We call Piet Amaral.

THE WITNESS: I do.""",
    "deposition": """Deposition of R. Moll

Q. Did you see the gate that night?

A. I did not.

Q. Where were you standing?

A. By the tank, I think. I was cold.

Q. Who was with you?

A. My brother.""",
    "parliament": """Mr. Speaker: Order. The question is on the ferry bill.

Ms Ruth Vane: I ask the minister when he will answer our letters.

Mr Tom Orrin: I answered them yesterday.

Ms Ruth Vane: Then where are they?

Mr Tom Orrin: They are in the post.

Mr. Speaker: Order.""",
    "witness and counsel by office": """Mr. WEX. How long have you held the post?

Secretary VOSS. I have held it for two years.

Mr. WEX. And did you read the report?

Secretary VOSS. I read the summary, Congressman. You have my notes.

Mr. WEX. I yield back.""",
}
INTERVIEWS = {
    "Q and A": """‘Nobody paints salt’: a talk with Mira Stone

Interview by Jon Abel

Q: You paint only salt. Why?

A: I grew up beside a salt pan. It was all we had.

Q: Does it last?

A: Nothing lasts. We repaint it.

Q: What comes next?

A: Sugar, I hope.""",
    "question and answer in full": """Five minutes with Mira Stone

Question: Do you sell them?

Answer: I try not to. My gallery does.

Question: How many are left?

Answer: Four, and I keep two of those.""",
    "initials after the first full names": """Salt on canvas

Jon Abel: You paint only salt. Why?

Mira Stone: I grew up beside a salt pan.

JA: Does it last?

MS: Nothing lasts. We repaint it.

JA: Who buys it?

MS: People who miss the sea.""",
    "German, with Frage and Antwort": """Gespräch mit Mira Stein über das Salz

Frage: Warum malen Sie nur Salz?

Antwort: Ich bin neben einer Saline aufgewachsen. Wir hatten nichts anderes.

Frage: Hält es?

Antwort: Nichts hält. Ich male es jedes Jahr neu.

Frage: Was kommt als Nächstes?

Antwort: Zucker, hoffe ich.""",
    "names, answers of several paragraphs": """Salt on canvas

A painter explains what she does with forty kilos a year.

Abel: You paint only salt. Why is that?

Stone: I grew up beside a salt pan. It was all we had.

My father raked it every morning, and I drew what he left.

Abel: Does it last?

Stone: Nothing lasts.

We repaint it in spring, as one repaints a fence.

Abel: Will you stop one day?

Stone: When I run out of salt.""",
}
PLAYS = {
    "names with full stops": """The Salt Clock

ACT ONE

AGNES. Who is there?

JOSIAH. Only me. I have brought the salt.

AGNES. (turning round) Half of it, I see.

JOSIAH. Half is what you paid for.

AGNES. Did I?""",
    "names with colons and directions in brackets": """The Salt Clock

AGNES: Who is there?

JOSIAH [off]: Only me.

AGNES: Have you brought the salt?

JOSIAH: (laughing) I have brought half of it.

[A bell rings.]

AGNES: Half!""",
    "names on lines of their own": """THE SALT CLOCK

AGNES
Who is there?

JOSIAH
Only me. I have brought you salt.

AGNES
Half of it, I see.

JOSIAH
Half is what you paid for.""",
    "French, names in capitals with full stops": """L'horloge de sel

AGNÈS. Qui est là ?

JOSIAS. C'est moi. Je vous apporte du sel.

AGNÈS. La moitié, je vois.

JOSIAS. Vous avez payé la moitié, madame.

AGNÈS. Vous croyez ?""",
    "lines of one word": """The Gate

FIRST GUARD: Halt! Who are you?

SECOND GUARD: Friend.

FIRST GUARD: Your name?

SECOND GUARD: Pell.

FIRST GUARD: Pass.""",
}
CHATS = {
    "date and time in square brackets": """[12/05/2024, 14:03:11] Mo: did you see the boat
[12/05/2024, 14:03:40] Pia Lund: which one
[12/05/2024, 14:04:02] Mo: THE boat!!!
[12/05/2024, 14:06:00] Pia Lund: lol ok""",
    "date, time and a dash": """12.05.24, 14:03 - Mo: hast du das Boot gesehen
12.05.24, 14:04 - Pia Lund: welches
12.05.24, 14:05 - Mo: DAS Boot
12.05.24, 14:09 - Pia Lund: ach so""",
    "nicknames in angle brackets": """14:03 <mo> did you see the boat
14:03 <pia_l> which one
14:04 <mo> THE boat
14:06 <pia_l> ok brb""",
    "times alone": """14:03 Mo: did you see the boat
14:03 Pia: which one
14:04 Mo: THE boat
14:06 Pia: ok brb""",
    "names alone": """Mo: did you see the boat?
Pia: which one
Mo: THE boat, I mean
Pia: ok brb
Mo: you always go""",
}
UNLABELLED = {
    "questions on lines of their own": """Salt on canvas: Mira Stone

The painter Mira Stone explains what she does with forty kilos a year.

You paint only salt. Why is that?

I grew up beside a salt pan. It was all we had.

My father raked it every morning.

Does it last?

Nothing lasts. We repaint it in spring.

Will you stop one day?

When I run out of salt.""",
    "names at the first question and answer alone": """Salt on canvas

Jon Abel: You paint only salt. Why is that?

Mira Stone: I grew up beside a salt pan. It was all we had.

My father raked it every morning.

Does it last?

Nothing lasts. We repaint it in spring.

Will you stop one day?

When I run out of salt.""",
    "bold questions of a page": """<html><body><article><h1>A talk with Mira Stone</h1>
<p>A painter explains what she does with forty kilos of salt a year, and why she has never used sugar.</p>
<p><strong>You paint only salt. Why is that?</strong></p>
<p>I grew up beside a salt pan. It was all we had, and my father raked it every morning before school.</p>
<p>He sold it by the sack, and what was left I took into the house and drew on the floor with it.</p>
<p><strong>Does it last?</strong></p>
<p>Nothing lasts. We repaint it in spring, as one repaints a fence, and nobody has seen the difference.</p>
<p><strong>Your friends say that they are not for sale.</strong></p>
<p>I have two friends, and both of them own one. I could not tell you how they came by it, or when.</p>
<p><strong>Do you sell them?</strong></p>
<p>I try not to. My gallery does, and I have given up asking where they go or who pays for the cases.</p>
</article></body></html>""",
}
NO_TALK = {
    "frequent questions": """Travelling with salt

How much may be carried?

One kilo is allowed on the ferry.

Where is it checked?

Officers check it at the gate.

Who pays for it?

The sender pays when it is sent.""",
    "a report with one note": """Bridge closes for repairs

The bridge will close on Monday, the council said on Friday.

“We have no choice,” said the engineer Dov Hallam.

Note: This article was corrected on Saturday.

Ferries run every hour until the bridge reopens.""",
    "a recipe": """Salt bread

Prep time: 20 minutes
Serves: 4

Mix the flour and the salt, and let them rest for an hour.

Tip: You can use rye flour as well.

Bake the bread until it sounds hollow.

Tip: You can freeze half of it.""",
    "myths and facts": """Five myths about salt

MYTH: Salt never goes bad.
FACT: Iodine in it fades after five years.

MYTH: Sea salt has less sodium.
FACT: It has the same amount.

MYTH: Salt melts all ice.
FACT: Below minus twenty it does not.""",
    "a check of what was said": """Checking the debate

HALLAM: “We have cut every tax that I know of.”

THE FACTS: The council raised two taxes in March.

HALLAM: “Nobody drowned on my watch.”

THE FACTS: Records show four deaths in the harbour.

ORDE: “I never met the man.”

THE FACTS: They were photographed together.""",
    "candidates by field": """Who stands for the board

Name: Ruth Alder
Age: 51
Party: Independent

Name: Piet Amaral
Age: 44
Party: Harbour List

Name: Lena Roth
Age: 38
Party: Independent""",
    "reviews": """Three kettles compared

The first one is made of steel.

Pros: It boils quickly.
Cons: It is loud.

The second one is made of glass.

Pros: It is quiet.
Cons: It breaks easily.

The third one is made of clay.

Pros: It looks good.
Cons: It leaks.""",
}
