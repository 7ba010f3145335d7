import type { ReactElement } from 'react'

/** The plain text of a message with its web addresses as links. Whatever else it holds is shown as it is. */
export const TextWithLinks = ({ text }: { text: string }): ReactElement => (
  <pre className="text">
    {text.split(webAddress).map((piece, index) =>
      // Splitting by one group puts what it matched at every second place.
      index % 2 === 1 ? (
        <a key={index} href={piece} rel="noreferrer">
          {piece}
        </a>
      ) : (
        piece
      ),
    )}
  </pre>
)

// A full stop or bracket after an address ends the sentence, not the address.
const webAddress = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/g
