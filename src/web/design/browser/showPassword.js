// Beside each password a button that shows what is typed. Before it is sent it is hidden again, so that no browser
// keeps it among what was typed.
for (const input of document.querySelectorAll('input[type=password]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'show-password'
  const show = (shown) => {
    input.type = shown ? 'text' : 'password'
    button.textContent = shown ? 'Hide' : 'Show'
    const name = document.querySelector(`label[for="${input.id}"]`)?.textContent ?? 'password'
    button.setAttribute('aria-label', `${button.textContent}: ${name}`)
  }
  show(false)
  button.addEventListener('click', () => show(input.type === 'password'))
  input.form?.addEventListener('submit', () => show(false))
  input.after(button)
}
