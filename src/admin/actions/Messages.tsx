'use client'

import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'

type MessagesProps = { children: ReactNode }
type Message = { number: number; text: string }

const Saying = createContext<(text: string) => void>(() => undefined)

/**
 * Shows what was done above what it was done to, where it stays until it is closed. Each new message takes the focus,
 * because the button that led to it is often gone.
 */
export const Messages = ({ children }: MessagesProps) => {
  const [messages, setMessages] = useState<Message[]>([])
  const latest = useRef<HTMLDivElement>(null)
  const region = useRef<HTMLElement>(null)
  const say = useCallback(
    (text: string) => setMessages((before) => [...before, { number: (before.at(-1)?.number ?? 0) + 1, text }]),
    [],
  )
  const newest = messages.at(-1)?.number

  useEffect(() => {
    if (newest !== undefined) latest.current?.focus()
  }, [newest])

  return (
    <Saying value={say}>
      <section ref={region} className="messages" aria-label="What was done" tabIndex={-1}>
        {messages.map(({ number, text }) => (
          <div
            key={number}
            ref={number === newest ? latest : undefined}
            className="message"
            role="status"
            tabIndex={-1}
          >
            <p>{text}</p>
            <button
              type="button"
              className="message__close"
              onClick={() => {
                setMessages((before) => before.filter((message) => message.number !== number))
                region.current?.focus()
              }}
            >
              Close<span className="visually-hidden"> this message</span>
            </button>
          </div>
        ))}
      </section>
      {children}
    </Saying>
  )
}

/** Says what was done, in the messages above. */
export const useSaying = (): ((text: string) => void) => useContext(Saying)
