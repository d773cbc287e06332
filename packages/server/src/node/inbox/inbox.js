const list = document.getElementById('messages')
const template = document.getElementById('message')
const empty = document.getElementById('empty')
const live = document.getElementById('live')
const announcement = document.getElementById('announcement')

const every = 1000
const known = new Set()
let messages = []
let isFirst = true

document.getElementById('clear').addEventListener('click', async () => {
  await fetch('/_inbox.json', { method: 'DELETE' })
  await refresh()
})

document.querySelector('fieldset').addEventListener('change', show)

await refresh()
setInterval(() => {
  if (document.visibilityState === 'visible') refresh()
}, every)

async function refresh() {
  const answer = await fetch('/_inbox.json').catch(() => null)
  live.textContent = answer?.ok ? 'Live' : 'The server does not answer'
  live.parentElement.toggleAttribute('data-off', !answer?.ok)
  if (!answer?.ok) return
  const before = JSON.stringify(messages.map(({ id }) => id))
  messages = await answer.json()
  if (before !== JSON.stringify(messages.map(({ id }) => id)) || isFirst) show()
  for (const time of list.querySelectorAll('time')) time.textContent = age(time.dateTime)
}

function show() {
  const { value } = document.querySelector('input[name=channel]:checked')
  for (const count of document.querySelectorAll('[data-count]'))
    count.textContent = messages.filter(isOf(count.dataset.count)).length
  const shown = messages.filter(isOf(value))
  const fresh = shown.filter(({ id }) => !known.has(id))
  const cards = new Map([...list.children].map((item) => [item.dataset.id, item]))
  // Cards that stay are moved, not made anew, so that focus inside one is not lost.
  for (const [index, message] of shown.entries()) {
    const card = cards.get(message.id) ?? makeCard(message)
    card.toggleAttribute('data-new', index === 0)
    if (list.children[index] !== card) list.insertBefore(card, list.children[index] ?? null)
  }
  while (list.children.length > shown.length) list.lastElementChild.remove()
  empty.hidden = shown.length > 0
  if (!isFirst && fresh[0]) announcement.textContent = `${fresh[0].subject}, to ${fresh[0].to}`
  for (const { id } of messages) known.add(id)
  isFirst = false
}

function isOf(channel) {
  return (message) => channel === 'all' || message.channel === channel
}

function makeCard(message) {
  const card = template.content.cloneNode(true).firstElementChild
  const part = (name) => card.querySelector(`[data-part=${name}]`)
  card.dataset.id = message.id
  card.querySelector(`.tile [data-for=${message.channel === 'sms' ? 'email' : 'sms'}]`).remove()
  part('subject').textContent = message.subject
  part('to').textContent = message.to
  part('text').textContent = message.text.split('\n')[0]
  part('time').dateTime = message.sent_at
  part('time').textContent = age(message.sent_at)
  card.querySelector('.stub').append(...makeStub(message))
  return card
}

function makeStub({ code, link }) {
  if (code) {
    const shown = document.createElement('span')
    shown.className = 'code'
    shown.textContent = `${code.slice(0, 3)} ${code.slice(3)}`
    return [shown, makeCopyButton(code, { name: `Copy the code ${code}` })]
  }
  if (!link) return ['Nothing to copy']
  const open = document.getElementById('open').content.cloneNode(true).firstElementChild
  open.href = link
  return [open, makeCopyButton(link, { name: 'Copy the link', isIcon: true })]
}

function makeCopyButton(text, { name, isIcon = false }) {
  const button = document.getElementById('copy').content.cloneNode(true).firstElementChild
  const label = button.querySelector('span')
  button.setAttribute('aria-label', name)
  label.hidden = isIcon
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    label.textContent = 'Copied'
    label.hidden = false
    announcement.textContent = 'Copied'
    setTimeout(() => {
      label.textContent = 'Copy'
      label.hidden = isIcon
    }, 2000)
  })
  return button
}

function age(time) {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(time)) / 1000))
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  if (seconds < 60) return words.format(-seconds, 'second')
  if (seconds < 3600) return words.format(-Math.floor(seconds / 60), 'minute')
  return words.format(-Math.floor(seconds / 3600), 'hour')
}
