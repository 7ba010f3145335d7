import * as migration_20261130_092731_tables from './20261130_092731_tables'
import * as migration_20261130_093000_guards from './20261130_093000_guards'
import * as migration_20261130_093100_first_wording from './20261130_093100_first_wording'
import * as migration_20261130_143500_finding from './20261130_143500_finding'
import * as migration_20261130_150221_accounts_handed_on from './20261130_150221_accounts_handed_on'
import * as migration_20261130_150621_school_told from './20261130_150621_school_told'
import * as migration_20261130_152600_finding_mentors from './20261130_152600_finding_mentors'
import * as migration_20261130_181500_logs_from_paper from './20261130_181500_logs_from_paper'
import * as migration_20261130_185425_call_number from './20261130_185425_call_number'
import * as migration_20261130_190620_change_of_school from './20261130_190620_change_of_school'
import * as migration_20261130_191606_month_or_year from './20261130_191606_month_or_year'
import * as migration_20261130_192644_postal_address from './20261130_192644_postal_address'
import * as migration_20261130_193700_finding_policies from './20261130_193700_finding_policies'
import * as migration_20261130_201528_privacy_notice from './20261130_201528_privacy_notice'
import * as migration_20261130_211852_interview_wish from './20261130_211852_interview_wish'
import * as migration_20261130_212915_paper_by_post from './20261130_212915_paper_by_post'
import * as migration_20261130_221000_looks from './20261130_221000_looks'
import * as migration_20261130_230200_finding_wishes from './20261130_230200_finding_wishes'

export const migrations = [
  {
    up: migration_20261130_092731_tables.up,
    down: migration_20261130_092731_tables.down,
    name: '20261130_092731_tables',
  },
  {
    up: migration_20261130_093000_guards.up,
    down: migration_20261130_093000_guards.down,
    name: '20261130_093000_guards',
  },
  {
    up: migration_20261130_093100_first_wording.up,
    down: migration_20261130_093100_first_wording.down,
    name: '20261130_093100_first_wording',
  },
  {
    up: migration_20261130_143500_finding.up,
    down: migration_20261130_143500_finding.down,
    name: '20261130_143500_finding',
  },
  {
    up: migration_20261130_150221_accounts_handed_on.up,
    down: migration_20261130_150221_accounts_handed_on.down,
    name: '20261130_150221_accounts_handed_on',
  },
  {
    up: migration_20261130_150621_school_told.up,
    down: migration_20261130_150621_school_told.down,
    name: '20261130_150621_school_told',
  },
  {
    up: migration_20261130_152600_finding_mentors.up,
    down: migration_20261130_152600_finding_mentors.down,
    name: '20261130_152600_finding_mentors',
  },
  {
    up: migration_20261130_181500_logs_from_paper.up,
    down: migration_20261130_181500_logs_from_paper.down,
    name: '20261130_181500_logs_from_paper',
  },
  {
    up: migration_20261130_185425_call_number.up,
    down: migration_20261130_185425_call_number.down,
    name: '20261130_185425_call_number',
  },
  {
    up: migration_20261130_190620_change_of_school.up,
    down: migration_20261130_190620_change_of_school.down,
    name: '20261130_190620_change_of_school',
  },
  {
    up: migration_20261130_191606_month_or_year.up,
    down: migration_20261130_191606_month_or_year.down,
    name: '20261130_191606_month_or_year',
  },
  {
    up: migration_20261130_192644_postal_address.up,
    down: migration_20261130_192644_postal_address.down,
    name: '20261130_192644_postal_address',
  },
  {
    up: migration_20261130_193700_finding_policies.up,
    down: migration_20261130_193700_finding_policies.down,
    name: '20261130_193700_finding_policies',
  },
  {
    up: migration_20261130_201528_privacy_notice.up,
    down: migration_20261130_201528_privacy_notice.down,
    name: '20261130_201528_privacy_notice',
  },
  {
    up: migration_20261130_211852_interview_wish.up,
    down: migration_20261130_211852_interview_wish.down,
    name: '20261130_211852_interview_wish',
  },
  {
    up: migration_20261130_212915_paper_by_post.up,
    down: migration_20261130_212915_paper_by_post.down,
    name: '20261130_212915_paper_by_post',
  },
  {
    up: migration_20261130_221000_looks.up,
    down: migration_20261130_221000_looks.down,
    name: '20261130_221000_looks',
  },
  {
    up: migration_20261130_230200_finding_wishes.up,
    down: migration_20261130_230200_finding_wishes.down,
    name: '20261130_230200_finding_wishes',
  },
]
