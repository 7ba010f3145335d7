import type { Field } from 'payload'
import type { Actor } from '../access/actor.ts'
import type { Query } from '../database/query.ts'
import { LIST_LINE } from '../fields/commonTexts.ts'

type Common = {
  name: string
  label: string
  /** Where it stands among the settings (1 comes first). */
  place: number
  /** Who may change it. */
  changedBy: (actor: Actor) => boolean
  /** What it means and what follows from a change, beside the field. */
  explained: string
}

/** A whole number that the charity sets. `unit` is what it counts; `usual` holds until somebody changes it. */
export type NumberSetting = Common & { kind: 'number'; unit?: string; from: number; to: number; usual: number }

/** A list that the charity sets, one a line. `what` is what it lists. */
export type ListSetting = Common & { kind: 'list'; what: string; usual: readonly string[] }

/** An email address that the charity sets, or leaves out. */
export type AddressSetting = Common & { kind: 'address' }

/** Something that a charity changes about itself without a programmer. */
export type Setting = NumberSetting | ListSetting | AddressSetting

/** The same as a field of the settings page. */
export const fieldOfSetting = (setting: Setting): Field => {
  const { name, label, explained } = setting
  if (setting.kind === 'address') return { name, label, type: 'email', admin: { description: explained } }
  if (setting.kind === 'list') {
    const fits = (value: unknown): boolean => {
      const given = linesOf(typeof value === 'string' ? value : '')
      return given.length > 0 && given.length <= 30 && given.every((line) => line.length <= LIST_LINE.longest)
    }
    return {
      name,
      label,
      type: 'textarea',
      defaultValue: setting.usual.join('\n'),
      maxLength: 2000,
      validate: (value: unknown) =>
        fits(value) || `Give up to 30 ${setting.what}, one a line, each up to ${LIST_LINE.longest} letters.`,
      admin: { description: explained },
    }
  }
  const { from, to, usual, unit } = setting
  return {
    name,
    label,
    type: 'number',
    required: true,
    defaultValue: usual,
    min: from,
    max: to,
    validate: (value: unknown) =>
      (Number.isInteger(value) && Number(value) >= from && Number(value) <= to) ||
      `Give a whole number${unit ? ` of ${unit}` : ''} from ${from} to ${to}.`,
    admin: { step: 1, description: explained },
  }
}

/**
 * A reader of some settings, by what they are called where they are used: today's values, in one statement, asked anew
 * each time.
 */
export const readerOf =
  <Asked extends Readonly<Record<string, NumberSetting | ListSetting>>>(asked: Asked) =>
  async ({ query }: { query: Query }): Promise<{ [Name in keyof Asked]: Asked[Name]['usual'] }> => {
    const columns = Object.entries(asked).map(
      ([name, { name: field, kind }]) => `${columnOf(field)}${kind === 'number' ? '::float8' : ''} as "${name}"`,
    )
    const [row] = await query<Record<string, number | string | null>>(
      `select ${columns.join(', ')} from programme_settings limit 1`,
    )
    return Object.fromEntries(
      Object.entries(asked).map(([name, { usual }]) => [name, valueOf({ stored: row?.[name], usual })]),
    ) as { [Name in keyof Asked]: Asked[Name]['usual'] }
  }

/** The lines of a setting that is a list, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

const valueOf = ({
  stored,
  usual,
}: {
  stored: number | string | null | undefined
  usual: number | readonly string[]
}): number | readonly string[] => {
  if (stored === null || stored === undefined || stored === '') return usual
  return typeof stored === 'string' ? linesOf(stored) : stored
}

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
