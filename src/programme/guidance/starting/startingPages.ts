/** A guidance page to start from, written plainly: “# ” begins a heading, “- ” a line of a list. */
export type StartingPage = { title: string; address: string; text: string }

/**
 * What volunteers ask, and what we answer: short pages that a committee makes its own [GUI-1]. Each says nothing that
 * the rules do not hold.
 */
export const STARTING_PAGES: readonly StartingPage[] = [
  {
    title: 'What am I told before the first meeting?',
    address: 'before-the-first-meeting',
    text: `
You never go in blind. Once the committee has chosen you for a child, open the child’s page in the portal. It tells you:
- the child’s name and age, and why mentoring may help
- the goals that you set together with the committee
- what to know about health, such as allergies
- whom to ring: the parents, and your committee contact
# Before the match starts
You meet the child with their family. The parents have signed their consent, and the child has agreed to their own code of conduct.
Is something missing, or not clear? Ask your committee contact. No question is too small.
`,
  },
  {
    title: 'Do I need a phone with me?',
    address: 'phone',
    text: `
Yes. Carry your mobile to each meeting, charged.
Open the child’s page that morning, so that you have the numbers at hand.
# At the meeting
- Keep it in your pocket. This hour belongs to the child.
- Give the child no number of yours, and take none of theirs.
- Add each other nowhere online.
- Take no photographs, unless the parents have said yes to them.
# If you lose it
Tell the co-ordinator at once. We end every sign-in on it.
`,
  },
  {
    title: 'Which conversations and places are out of bounds?',
    address: 'out-of-bounds',
    text: `
# Where we meet
In public, where others can see and hear you: a café, a park, a library, a sports hall. Never at a home, yours or theirs. A cinema or a theatre needs a second volunteer with you.
Avoid giving a lift, so that you are not alone in a car with a child. If a lift cannot be avoided, the parents must have agreed to travel, and you tell the committee before you drive.
# What we talk about
Let the child choose. Do not press for what happened at home or to them. Keep your own troubles out of it.
Does the child tell you of harm? Listen. Note their own words. Do not question, and promise no secret. Then report it in the portal, at once.
# What we do not do
No gifts, from any adult. If something would help a child, ask for a grant.
`,
  },
  {
    title: 'What may I share of myself, and of them?',
    address: 'personal-details',
    text: `
Your first name and your photograph: the parents see both. Your home address: nobody outside the committee and the co-ordinator does.
# With the child
Talk about your cat, your football team, the job you do. Not about where you live, your number, or your profiles online.
# With the parents
Agree each meeting with them, in writing, and not with the child. What is agreed in writing helps us all later.
# Of the family
Their address is not for you to pass on. Keep no notes at home. What you write belongs in the log.
`,
  },
  {
    title: 'What if I have to cancel?',
    address: 'cancelling',
    text: `
It happens. Open the meeting in the portal and call it off, even at the last minute. The parent and your committee contact are told at once.
Say if you want another day. A new time needs to be agreed with the parent and confirmed again.
# If they cancel
Let us know. Nobody is cross: we just want to see that child and volunteer still meet.
# If the child does not come
Wait a little where you are. Ring the parents, then your committee contact.
# If it happens often
Tell us early. A child counts the days. It is better to meet less often, and to keep to it.
`,
  },
  {
    title: 'What do I keep to myself?',
    address: 'confidentiality',
    text: `
What you learn about a child and their family stays in the programme. Not at home, not with friends, not online, not even without names: this is a small place.
# Whom you may tell
- The co-ordinator and your committee contact, what they need to know.
- The safeguarding leads, any worry about safety: always, and at once.
# Never promise a secret
If a child asks “can you keep a secret?”, say: “Not if somebody may be hurt. Then I tell somebody who can help.”
# When your part ends
You no longer see the child’s page. What you promised still holds.
`,
  },
  {
    title: 'How many children will I meet?',
    address: 'how-many-children',
    text: `
One, or two. Most volunteers begin with one.
Children wait for a volunteer, and you may feel that you could do more. Time that you can really keep to is worth more than a third name.
More than two needs an exception. One of the committee proposes it, and another decides.
# How often
The committee agrees it with you and the family: each week, every two weeks, each month, or every two months. We look at it together in each review.
`,
  },
  {
    title: 'What training do I have?',
    address: 'training',
    text: `
# Before you start
- Safeguarding, face to face.
- An induction with somebody of the committee: what we are here for, your role, its limits, and the code of conduct.
- What else the committee asks for before a match, such as the star programme, and what not to talk about.
# Later
There is more if you would like it. Once a month the volunteers meet, to share what works and what worries them. Come along: it is where most of us learn most.
Your record in the portal shows what you have taken, and what ends soon. We remind you in good time.
`,
  },
  {
    title: 'When do I say “this is beyond me”?',
    address: 'beyond-me',
    text: `
You are a good, steady adult in a child’s life. You are not a therapist, a social worker, a counsellor, a parent, a judge, or the answer to everything.
# Say so when
- you lie awake over it
- it needs a doctor, a lawyer, money, or a social worker
- the child talks to nobody else
- you feel that you should be doing more and more
# Then
Tell your committee contact. The committee can refer the child or the family to somebody who knows how to help. You find such places in the directory.
Saying it is not giving up. It is good mentoring.
# Is anybody in danger now?
Ring 999 first. Then ring us.
`,
  },
]
