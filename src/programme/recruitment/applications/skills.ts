/** The skills that a volunteer may say they have [VOL-2], until the charity sets its own. */
export const USUAL_SKILLS: readonly string[] = [
  'Communication',
  'Active listening',
  'Empathy with young people',
  'Organisation',
  'Building trust',
  'Reflection',
  'Self-awareness',
  'Negotiation',
  'Non-judgemental',
  'Constructive with challenging behaviour',
  'Flexible',
  'Adaptable',
]
