/** The invented committee, by the word before the @ of their address. */
export const SAMPLE_PEOPLE: ReadonlyArray<{ key: string; name: string; roles: string[]; designations: string[] }> = [
  { key: 'morgan', name: 'Morgan Specimen', roles: ['co-ordinator'], designations: [] },
  { key: 'casey', name: 'Casey Standin', roles: ['committee'], designations: ['meeting-confirmer'] },
  {
    key: 'linden',
    name: 'Linden Sampleton',
    roles: ['committee'],
    designations: ['safeguarding-lead', 'gathering-lead'],
  },
  {
    key: 'rowan',
    name: 'Rowan Madeup',
    roles: ['committee'],
    designations: ['schools-liaison', 'safeguarding-deputy'],
  },
  { key: 'sage', name: 'Sage Pretend', roles: ['committee', 'administrator'], designations: ['grants-lead'] },
  { key: 'marlow', name: 'Marlow Notreal', roles: ['committee'], designations: ['meeting-confirmer'] },
  { key: 'juniper', name: 'Juniper Invented', roles: ['trustee'], designations: [] },
]

/** The password that every invented person has. It works only where the sample was put. */
export const SAMPLE_PASSWORD = 'only for trying it out'
