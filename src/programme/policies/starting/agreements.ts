import type { StartingText } from './startingText.ts'

/**
 * What somebody agrees to: confidentiality, and volunteering. What parents are asked is adopted from the start, since
 * the form is made from it.
 */
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
]
