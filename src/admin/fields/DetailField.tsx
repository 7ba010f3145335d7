'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { detailLines } from './detailLines.ts'

/** What a record keeps in one field, line by line, to be read. The software alone writes it. */
export const DetailField: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  const lines = detailLines(value)
  return (
    <div className="field-type detail-field">
      <FieldLabel as="span" label={field.label} path={path} />
      {lines.length === 0 ? (
        <p>Nothing more.</p>
      ) : (
        <dl>
          {lines.map(({ of, words }) => (
            <div key={`${of} ${words}`}>
              <dt>{of}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
