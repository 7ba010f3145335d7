import type { StartingText } from './startingText.ts'

/** What the charity itself promises: mentoring, safeguarding, expenses, insurance. */
export const policies: readonly StartingText[] = [
  {
    kind: 'mentoring-policy',
    title: 'Mentoring policy',
    mustBeAccepted: true,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What we hope for
[Fill in: your vision in one sentence, for example better lives for disadvantaged children in your town.]
# What mentoring is
A child who is facing something hard meets one trusted adult, one to one. It lasts as long as the committee sets. There are clear goals, and we look at them together every six weeks.
Volunteers give their time free.
Each goal has one of three aims:
- skills for life, and belief in oneself
- reaching full potential, and having ambitions for work
- taking away something that stands in the way
Staying in education for as long as possible is a key aim for every child.
# Who it is for
Mentoring is for children who are members of our clubs or camps. There is no limit of age, and none by the kind of need. Loss, bullying, missing school, low confidence, a change of school: any of these can be a reason, and so can others.
# The layers of support
Mentoring is one layer among several. A child may come to camps, clubs and trips, then to small meet-ups and the progress star, then to workshops for life and work. Mentoring runs through all of them. The stages guide us; they never shut a child out.
# Who takes part
- The committee decides about each child and each volunteer, case by case. What this policy leaves open is at its discretion.
- The co-ordinator, [Fill in: the name of your co-ordinator], looks after the programme from day to day.
- Each volunteer meets one or two children. Best is a volunteer whom we know from one or two camps or clubs, but nobody is refused for that.
- Each match has a contact on the committee, who speaks with the volunteer and the family.
# A plan of their own
Each child has a plan, made with the child, the parents and those who work with the family. It may hold:
- one-to-one meetings
- a referral to a professional
- clubs outside school
- work experience
- trips that widen the world
- grants
The plan is looked at again as the child grows, and changes with them.
# Before a match starts
- The parents have given their consent, and a committee member has met them.
- The volunteer has been interviewed, checked and trained, and has accepted what they must accept.
- The goals are set by the volunteer and the committee together, each with a way to see whether it is met.
- The child has agreed to the code of conduct for children.
- The school has been told, unless the parents do not want that.
- Child, family and volunteer have met.
# How we meet
- A pair meets every week, every two weeks, every month or every two months. The committee sets which.
- A meeting is agreed with the parent first, never with the child.
- It is in a public place where we can be seen and heard. It is never at a home.
- A cinema or theatre needs a second volunteer who is cleared.
- Before an activity the volunteer checks our insurance and liability policy.
- A meeting goes ahead only when the meeting confirmer has confirmed it.
- After each meeting the volunteer writes a log.
# Our values
Our values belong to every meeting, and to every programme of the charity. Above all: give everything a try, and keep it fun.
# One person to rely on
A child needs somebody who stays. Where a volunteer has to change, there is a hand-over: notes for the newcomer, and a meeting of all three where that can be. The newcomer takes over only once they have agreed.
# No gifts, but grants
Nobody gives a child a gift. What a child needs is asked for as a grant.
- The volunteer applies for the child.
- Up to £50 the volunteer decides, and tells the committee. Above that the committee decides first.
- The committee answers within 14 days.
- A refusal has a reason, and a committee member explains it to the volunteer.
- What was bought is paid back for the receipt.
# What mentoring is not
A volunteer is not a therapist, social worker, counsellor or parent. They are not judge or jury, and not the answer to every problem. What is beyond them they bring to the committee, which finds other help.
# When it ends
A match ends when its goals are met, when its time is over, or when child, family or volunteer ask for it. We say why, look at what was reached, and write to the family.
# Looking again
The committee looks at this policy once a year, and when the children in it have grown.
`,
  },
  {
    kind: 'safeguarding-policy',
    title: 'Safeguarding policy',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What we promise
The safety of a child comes before everything else. Every adult in the programme passes on every worry, at once.
# Whom to tell
- In danger now: ring 999.
- Our safeguarding lead is [Fill in: name and telephone number of the safeguarding lead].
- Their deputy is [Fill in: name and telephone number of the deputy].
- Out of hours, children’s services are reached on [Fill in: the number of your council’s children’s services, day and night].
- The NSPCC helpline is 0808 800 5000.
# When a child tells you something
- Listen. Let them use their own words.
- Do not question them, and do not promise to keep it secret.
- Say that you will tell somebody whose job it is to help.
- Report it the same day with “Report a worry”, in the child’s words.
# What happens then
The lead reads it within half an hour. If nobody has read it by then, it goes to the deputy, and then to the committee. The lead decides what to do, tells you what to do next, and writes down what was done and why.
What was reported is never changed or removed.
# A worry about an adult
The same way leads to the lead. It is hidden from the adult it is about. The lead speaks with the council’s designated officer within one working day: [Fill in: how your council’s designated officer is reached].
# Safe people
- Everybody is interviewed, gives two references, and has the DBS check that their role needs.
- Safeguarding training is taken face to face before the first meeting, and again every [Fill in: how many years] years.
- Nobody works with a child before all of this is in place.
# Safe meetings
We meet in public, agreed with the parent, and confirmed beforehand. Nobody gives a child gifts. Nobody contacts a child directly. Nobody is alone in a car with a child, unless the parents agreed to travel and the committee was told before.
# If something went wrong
We learn from it. The trustees decide whether to tell the Charity Commission.
`,
  },
  {
    kind: 'expense-policy',
    title: 'Expense policy',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What we pay
Nobody should be out of pocket for volunteering. We pay back what a meeting costs:
- the volunteer’s own drink or entry, up to [Fill in: the most for one meeting] for one meeting
- what the child eats or drinks, up to [Fill in: the most for a child at one meeting]
- bus or train, or [Fill in: pence for each mile] a mile by car
- parking
# What needs a yes first
Anything above £50 is approved by the committee before it is bought. So are several things for one child within 30 days that together cost more than £50. Things for a child are asked for as a grant, and never given as a gift.
# How to claim
- Keep the receipt.
- Claim within [Fill in: how many] days, with a photograph of the receipt.
- Somebody else approves it. Nobody approves their own claim.
- We pay within [Fill in: how many] days.
# What we do not pay
Gifts, fines, alcohol, and what was not agreed although it needed a yes.
`,
  },
  {
    kind: 'insurance-policy',
    title: 'Insurance and liability policy',
    mustBeAccepted: false,
    text: `
Draft for the committee of [Fill in: the name of your charity] to adopt.
# What is covered
We are insured with [Fill in: the name of your insurer] under number [Fill in: the number of the insurance], until [Fill in: its last day]. It covers volunteers who act for us in the way that our policies say.
- Public liability: up to [Fill in: the sum].
- Employer’s liability, which covers volunteers too: up to [Fill in: the sum].
# What is not covered
- What was not confirmed by the meeting confirmer.
- [Fill in: what your insurer leaves out, for example climbing or water sports].
- Your own car. Your car insurance must allow volunteering, so tell your insurer. Most ask nothing more for it.
# Before an activity
Check this policy before you propose an activity, and say that you did. Anything but a simple meeting needs a risk assessment, which somebody else accepts.
# After an accident
- Help first. Ring 999 if you need to.
- Ring the parents, then your committee contact.
- Write down what happened the same day.
- Do not say who was at fault. The insurer decides that.
`,
  },
]
