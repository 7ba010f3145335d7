import { insertRows } from '../../src/core/database/insertRows.ts'
import { idOf } from '../../src/sample/identity.ts'
import { sampleProgramme, USUAL_SAMPLE } from '../../src/sample/sampleProgramme.ts'
import type { PanelServer } from '../support/panelServer.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'

/** When the panel is looked at: the evening on which the story ends. */
const NOW = '2026-03-10T17:30:00Z'

/** The story has its own confidentiality agreement; there is one of a kind. */
const isStoryOwn = ({ kind, id, version_id: version }: Record<string, unknown>): boolean =>
  kind === 'confidentiality-agreement' || [id, version].includes(idOf('version', 'confidentiality-agreement', '1.0'))

/**
 * Puts the sample programme beside the people of the panel's story, whose server goes on: a second start would cost as
 * much again. Whoever accepted the sample's agreement has accepted the story's.
 */
export const putSampleBesideStory = async ({ query, setClock }: PanelServer): Promise<void> => {
  await setClock(NOW)
  await query('delete from designations')
  const agreed: string[] = []
  for (const { collection, rows } of sampleProgramme({
    now: new Date(NOW),
    size: USUAL_SAMPLE,
    passwordDigest: 'nobody signs in by it',
  })) {
    if (collection === 'policy-acceptances')
      agreed.push(...rows.filter(isStoryOwn).map(({ user_id: user }) => String(user)))
    // The story has its own settings; there is one row of them.
    if (collection === 'programme-settings') continue
    await insertRows({ query, collection, rows: rows.filter((row) => !isStoryOwn(row)) })
  }
  await confidentialityAgreedBy({ query, userIds: agreed })
}
