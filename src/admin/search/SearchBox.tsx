'use client'

import { useRouter } from 'next/navigation.js'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import { Icon } from '../../web/design/Icon.tsx'
import { FoundOptions } from './FoundOptions.tsx'
import { searchAddress, useFound } from './useFound.ts'

/**
 * The search over everything: an ordinary form that leads to a page of results. With its scripts it also answers while
 * somebody types, is reached by Ctrl-K or ⌘K, and Enter opens the first that was found.
 */
export const SearchBox = ({ asked }: { asked: string }) => {
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { found, ask, close } = useFound()
  const [at, setAt] = useState(0)
  useShortcut(input)
  const hrefs = found ? [...found.kinds.flatMap(({ records }) => records), found.all].map(({ href }) => href) : []

  const go = (href: string): void => {
    close()
    router.push(href)
  }
  const hear = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = STEPS[event.key]
    if (event.key === 'Escape' && found) {
      // The browser would empty the box.
      event.preventDefault()
      close()
    }
    if (step === undefined || hrefs.length === 0) return
    event.preventDefault()
    setAt((at + step + hrefs.length) % hrefs.length)
  }

  return (
    <form
      className="search-box"
      role="search"
      action={searchAddress('')}
      method="get"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = input.current?.value ?? ''
        // What stands below answers what is typed, or it has not come yet.
        go((found?.asked === typed ? hrefs[at] : undefined) ?? searchAddress(typed))
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close()
      }}
    >
      <label className="search-box__field">
        <span className="visually-hidden">Find a person, a meeting, a policy or a place</span>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={SEARCH.longest}
          placeholder="Find a name, a date, a number"
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={found !== undefined}
          aria-controls={found ? id : undefined}
          aria-activedescendant={found ? `${id}-${at}` : undefined}
          aria-keyshortcuts="Control+K Meta+K"
          onChange={({ currentTarget }) => {
            setAt(0)
            ask(currentTarget.value)
          }}
          onKeyDown={hear}
        />
      </label>
      <button type="submit" className="action">
        Find
      </button>
      <p role="status" className="visually-hidden">
        {found ? (hrefs.length === 1 ? 'Nothing found' : `${hrefs.length - 1} found`) : ''}
      </p>
      {found ? <FoundOptions id={id} found={found} at={at} onChoose={close} /> : null}
    </form>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

const useShortcut = (input: { readonly current: HTMLInputElement | null }): void =>
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [input])
