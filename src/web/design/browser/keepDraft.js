// Keeps a form that is half written while this tab is open, so that leaving its page loses nothing: sign in again, look
// something up, come back, and it stands there. It is kept in the tab alone and goes when the form was sent or the tab
// is closed; what a child's log says is left on no device.
const PREFIX = 'draft '
const SENT = 'draft-sent'
const store = sessionStorage

const sent = JSON.parse(store.getItem(SENT) ?? 'null')
if (sent && new URLSearchParams(location.search).get('done') === sent.done) {
  store.removeItem(sent.key)
  store.removeItem(SENT)
}

const form = document.querySelector('form[data-draft]')
const key = PREFIX + form?.dataset.draft
const fields = () =>
  [...(form?.elements ?? [])].filter(({ name, type }) => name && !/^(hidden|submit|button|file|password)$/.test(type))
const isTick = ({ type }) => type === 'checkbox' || type === 'radio'
const written = () =>
  JSON.stringify(fields().map((field) => (isTick(field) ? field.checked : field.value.replaceAll('\r\n', '\n'))))

const showAgain = (values) => {
  for (const [place, field] of fields().entries()) {
    if (isTick(field)) field.checked = values[place]
    else field.value = values[place]
    if (isTick(field) && field.checked) field.closest('details')?.setAttribute('open', '')
  }
  const notice = document.createElement('div')
  notice.className = 'notice notice--information'
  notice.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.textContent = 'What you had written is here again.'
  const afresh = document.createElement('button')
  afresh.type = 'button'
  afresh.className = 'button button--secondary button--small'
  afresh.textContent = 'Start afresh'
  afresh.addEventListener('click', () => {
    store.removeItem(key)
    location.reload()
  })
  notice.append(words, afresh)
  form.before(notice)
}

if (form) {
  const fresh = written()
  const kept = store.getItem(key)
  // What the server shows again after a mistake is later than what was kept.
  if (kept && kept !== fresh && !document.querySelector('.error-summary')) {
    const values = JSON.parse(kept)
    if (values.length === fields().length) showAgain(values)
  }
  form.addEventListener('input', () => {
    if (written() === fresh) store.removeItem(key)
    else store.setItem(key, written())
  })
  form.addEventListener('submit', () => {
    store.setItem(key, written())
    store.setItem(SENT, JSON.stringify({ key, done: form.dataset.draftDone }))
  })
}
