import type { StartingText } from './startingText.ts'

/** What somebody agrees to: confidentiality, volunteering, and what parents are asked. */
export const agreements: readonly StartingText[] = [
  {
    kind: 'confidentiality-agreement',
    title: 'Confidentiality agreement',
    mustBeAccepted: true,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What I learn stays here
What I learn about a child and their family stays within the programme. I read it only while I am matched with them, or chosen for them.
I do not talk about it at home, with friends, at work or online. I use no names outside the programme.
# How I keep it
- I read and write in the portal, and keep no copies on paper or on my own devices.
- Nobody else uses my sign-in. My phone has a lock.
- If I lose my phone, I end every sign-in at once, or ask the co-ordinator to do it.
# What I always pass on
I pass on a worry about a child’s safety at once. That is never a breach of this agreement, whatever I was told or promised.
# Afterwards
When a match ends, I stop reading about the child. When I leave, I keep to this agreement all the same. What I wrote myself stays with the charity for [Fill in: how long], and I may ask to read it.
# If something gets out
I tell [Fill in: whom to tell about a loss of data] the same day, so that we can help those it is about.
`,
  },
  {
    kind: 'volunteer-agreement',
    title: 'Volunteer agreement',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt. It is not a contract of work, and nobody means it to be one.
# What we give you
- an induction, and face-to-face training in safeguarding
- a contact on the committee who speaks with you twice in the first month, and then each month
- a monthly gathering of all volunteers
- your expenses, as the expense policy says
- insurance, as the insurance and liability policy says
- an honest answer when you bring us a worry or an idea
# What we hope for from you
- an hour or so [Fill in: how often, for example each week], for the time that was agreed
- that you keep to our policies and the code of conduct
- that you write your logs, and come to the gatherings when you can
- that you tell us in good time when you need a pause or want to stop
# If it does not work out
Tell the co-ordinator. If that does not help, write to [Fill in: who deals with complaints]. You may stop at any time. We hand each child over with care.
`,
  },
  {
    kind: 'consent-wording',
    title: 'Parental consent wording',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt. The form that parents sign says the same, point by point.
# What we ask
- May your child take part in the mentoring programme?
- May the meetings be in public places?
- May your child travel in a car with the volunteer?
- May your child go on outings and do activities?
- May we give first aid, and call for emergency treatment?
- May we take photographs?
- May we talk with the school?
- May we talk with the key workers that you name?
Only the first two are needed to start. You answer each by itself, and you can change each answer at any time with the same link. You need not say why. Nobody is treated worse for a no.
# What we do not ask
If we are worried that a child is not safe, the law lets us tell those who can help. We tell you too, unless that would put the child at risk.
# How long it holds
Your answers hold for a year. We ask again before it is over. When your child is 18, they decide for themselves.
# Your data
We are [Fill in: the charity’s name, address and registered number]. We keep what you tell us for [Fill in: how long]. You may see it and have it put right: write to [Fill in: how to reach whoever answers for data protection]. You can complain to the Information Commissioner, ico.org.uk.
`,
  },
]
