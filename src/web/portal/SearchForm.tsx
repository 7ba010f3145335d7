import type { ReactElement } from 'react'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import { Button } from '../design/Button.tsx'
import { TextField } from '../design/TextField.tsx'

/** The box in which a list of the portal is searched by words; the words stand in the address. */
export const SearchForm = ({ action, asked }: { action: string; asked: string }): ReactElement => (
  <form className="form flow" role="search" method="get" action={action}>
    <TextField
      name="text"
      type="search"
      label="Search in words"
      value={asked || undefined}
      maxLength={SEARCH.longest}
    />
    <Button>Search</Button>
  </form>
)
