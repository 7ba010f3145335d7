import type { Area } from './defineArea.ts'
import type { AnyMessage } from './defineMessage.ts'
import type { Leading } from './leading.ts'

/** Every kind of message of the house by the name of its template. Throws where two areas give one name. */
export const messagesOf = (areas: readonly Area[]): ReadonlyMap<string, AnyMessage & Leading> => {
  const named = areas.flatMap(({ messages = {} }) => Object.entries(messages))
  const twice = named.find(([name], place) => named.findIndex(([other]) => other === name) !== place)
  if (twice) throw new Error(`Two areas have a message “${twice[0]}”.`)
  return new Map(named)
}
