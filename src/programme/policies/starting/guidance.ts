import type { StartingText } from './startingText.ts'

/** What volunteers ask, and what we answer. */
export const guidance: readonly StartingText[] = [
  {
    kind: 'guidance',
    title: 'Guidance and questions',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What am I told before the first meeting?
The child’s name and age, why they may benefit, what the goals are, what to know about their health, and whom to ring. You meet the child with their family before the match starts.
# Do I need a phone?
Yes. Carry it, charged, to each meeting. Open the contact list that morning: then it works without signal.
# What do we not talk about?
Let the child choose. Do not press for what happened at home. Keep away from [Fill in: what your charity keeps out of conversations], and from your own troubles.
# Where may we go?
Cafés, parks, libraries, sports halls: anywhere public where others see and hear you. Never a home. A cinema or theatre needs a second volunteer.
# May I give my number, or follow them online?
No. You write to parents from the portal, and neither side needs the other’s number or address.
# What if I have to cancel?
Open the meeting and call it off, even in the last minute. The parent and your contact are told at once.
# May I tell anybody what I hear?
Within the programme, what they need to know. A worry about safety: always, and at once.
# How many children will I meet?
One or two.
# What training do I have?
Safeguarding face to face, an induction, and what the committee asks for before a match. There is more if you want it.
# When do I say “this is beyond me”?
When you lie awake over it. When it needs a doctor, a lawyer, money or a social worker. When you are the only one they talk to. Bring it to the committee: that is good mentoring.
# What do we stand for?
Trust and security, safety and taking part, kindness and fun, belonging and working together. Above all: give everything a try, and keep it fun.
`,
  },
]
