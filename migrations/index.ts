import * as tables from './20261130_092731_tables.ts'
import * as guards from './20261130_093000_guards.ts'
import * as firstWording from './20261130_093100_first_wording.ts'
import * as finding from './20261130_143500_finding.ts'
import * as accountsHandedOn from './20261130_150221_accounts_handed_on.ts'
import * as schoolTold from './20261130_150621_school_told.ts'
import * as findingMentors from './20261130_152600_finding_mentors.ts'
import * as logsFromPaper from './20261130_181500_logs_from_paper.ts'
import * as callNumber from './20261130_185425_call_number.ts'

export const migrations = [
  { up: tables.up, down: tables.down, name: '20261130_092731_tables' },
  { up: guards.up, down: guards.down, name: '20261130_093000_guards' },
  { up: firstWording.up, down: firstWording.down, name: '20261130_093100_first_wording' },
  { up: finding.up, down: finding.down, name: '20261130_143500_finding' },
  { up: accountsHandedOn.up, down: accountsHandedOn.down, name: '20261130_150221_accounts_handed_on' },
  { up: schoolTold.up, down: schoolTold.down, name: '20261130_150621_school_told' },
  { up: findingMentors.up, down: findingMentors.down, name: '20261130_152600_finding_mentors' },
  { up: logsFromPaper.up, down: logsFromPaper.down, name: '20261130_181500_logs_from_paper' },
  { up: callNumber.up, down: callNumber.down, name: '20261130_185425_call_number' },
]
