import { entryWorkflow } from '../../../src/programme/workingList/workflow.ts'
import { holdsOnFacts } from '../../support/stepsOnFacts.ts'

const office = ['co-ordinator', 'committee']
const second = ['a child who has a row', { facts: { otherRowOfChild: true } }, /ELG-6: This child has a row/] as const

holdsOnFacts({
  workflow: entryWorkflow,
  facts: { otherRowOfChild: false },
  states: ['listed', 'taken-off'],
  locked: ['child: children'],
  editable: {
    listed: [
      ...['name', 'ageGiven', 'reason', 'mentorGiven', 'goals', 'comment'],
      ...['child', 'import', 'sheetRow', 'rowDigest'],
    ],
  },
  steps: {
    create: { by: office, when: [second] },
    takeOff: {
      from: ['listed'],
      to: 'taken-off',
      by: office,
      when: [[second[0], second[1]]],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'Has moved.' } }, { offReason: 'Has moved.' }]],
    },
    putBack: { from: ['taken-off'], to: 'listed', by: office, when: [second], writes: [[{}, { offReason: null }]] },
  },
})
