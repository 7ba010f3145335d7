'use client'

import { useEffect, type ReactNode } from 'react'
import { keepHistoryState } from './keepHistoryState.ts'

// Before anything is drawn: lists change the address as soon as they stand.
if (typeof window !== 'undefined') keepHistoryState(window.history)

/**
 * Gives Payload's own screens what those who do not see or point need and Payload leaves out: the names of fields and
 * buttons that show none, and no stop of the Tab key on what is hidden from screen readers; and says one thing once.
 * Only attributes that Payload never sets again are touched, whenever something new is shown.
 */
export const PayloadMends = ({ children }: { children: ReactNode }): ReactNode => {
  useEffect(() => {
    mend()
    const observer = new MutationObserver(mend)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
  return children
}

/** What has a name in its place only, and how it is called. */
const NAMES: Readonly<Record<string, string>> = {
  '.condition__field .rs__input': 'What to look at',
  '.condition__operator .rs__input': 'How to compare it',
  '.condition__value :is(.rs__input, input)': 'With what',
  '.condition__actions-add': 'Add another filter',
  '.condition__actions-remove': 'Remove this filter',
  '.date-time-picker__clear-button': 'Empty this date',
  '.clickable-arrow--left': 'Page before',
  '.clickable-arrow--right': 'Next page',
}

/** Fields that stand under a label without being tied to it. */
const UNTIED = ':is(.rs__input, .react-datepicker__input-container input, .ContentEditable__root)'

const mend = (): void => {
  for (const [selector, name] of Object.entries(NAMES))
    for (const element of all(`${selector}:not([aria-label])`)) element.setAttribute('aria-label', name)
  for (const field of all(`.field-type ${UNTIED}:not([aria-label])`)) {
    const label = field.closest('.field-type')?.querySelector('.field-label')?.firstChild?.textContent?.trim()
    if (label) field.setAttribute('aria-label', label)
  }
  // The choices open and are emptied from the field itself, by the arrow and delete keys.
  for (const hidden of all('.rs__control [aria-hidden="true"]:is(button, [tabindex="0"]):not([tabindex="-1"])'))
    hidden.setAttribute('tabindex', '-1')
  // A choice is a word with a button that removes it; around that there is no second button.
  for (const choice of all('.multi-value[role="button"]'))
    for (const name of ['role', 'tabindex', 'aria-roledescription', 'aria-describedby', 'aria-disabled'])
      choice.removeAttribute(name)
  // A record that is not there yet is called by its kind.
  const begun = all('.doc-controls__meta > :first-child .doc-controls__value')[0]?.textContent
  for (const title of all('.doc-header__title.render-title'))
    if (begun && /^\[.*\]$/.test(title.textContent ?? '') && title.firstChild) title.firstChild.nodeValue = begun
  // What was refused once more is said once; the newest stands first.
  const said = new Set<string>()
  for (const toast of document.querySelectorAll<HTMLElement>('.payload-toast-item.toast-error')) {
    const words = toast.textContent ?? ''
    if (said.has(words)) toast.style.display = 'none'
    said.add(words)
  }
  // What a page is about is found by whoever looks for it.
  if (all('.template-default__wrap :is(main, [role="main"])').length === 0)
    all('.template-default__wrap > :not(.app-header)')[0]?.setAttribute('role', 'main')
  // A column is shown or not: it is ticked, not pressed.
  for (const column of all('button[role="button"][aria-checked]')) column.setAttribute('role', 'checkbox')
}

const all = (selector: string): NodeListOf<Element> => document.querySelectorAll(selector)
