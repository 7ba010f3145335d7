/**
 * Public forms without an account, one question a page.
 *
 * A form is a declaration (`form.ts`): its address, its pages in order, and what a finished form is made into. A page
 * has an id (its address), a heading, why it is asked, and its fields, each with the zod schema that judges it;
 * `mayNotKnow` offers "I do not know" (kept as `null`), `next` leads on by the answers. A page without fields only
 * explains.
 *
 *     const form = definePublicForm({ id: 'apply', title, start, questions: ({ settings, now }) => [...],
 * beforeSending, sendLabel, send, done, doneTitle })
 *     app.use('/apply', questionRoutes({ services, form }))
 *
 * The engine does the rest, without JavaScript: Back, Continue, an error summary with what was typed kept, answers to
 * check whose Change links return there, "Save and come back later" with an emailed link, the last page.
 *
 * What holds whatever the form:
 * - Answers are kept in `form-drafts`, which nobody may read, under the digest of a random token in a cookie. A GET
 * changes
 *   nothing. An emailed link puts its token into the cookie at once, so that no address bar, log or referrer has it.
 * - A draft lives 14 days from its last save (`clear-away` removes it), holds 60 kB at most, and is emptied when it is
 * sent.
 * - `send` runs once, in one transaction with the end of the draft, as `{ kind: 'link', holder: 'form', recordId: draft
 * }`; only
 *   answers on the way that was taken reach it. What it gives (a reference, a date; never what was typed) is shown by
 * `done`.
 * - Counted in PostgreSQL: pages sent, forms begun, forms sent, links asked for, by client and by address. A box that
 * only
 *   programs fill in stops them, and tells a person what to do.
 * - Asking for a link is answered alike whoever asks, and looked into by the worker.
 *
 * To show who is asked by mail: a notification with `recipient: { kind: 'subject' }`, whose address
 * `src/boot/messageSource.ts`
 * looks up in the record that the message is about.
 */
export { emailAddress } from './saving.tsx'
export { definePublicForm, type PublicForm, type Question } from './form.ts'
export { questionRoutes } from './routes.tsx'
