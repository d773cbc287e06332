/** Ends every mail. */
export const ignore = 'If you did not ask for it, you need not do anything.'

/** The HTML of a mail around its paragraphs. */
export const page = (body: string) =>
  `<!doctype html><html lang="en"><body style="font:16px/1.5 system-ui,sans-serif;color:#16181d">${body}</body></html>`

/** A header must not be continued by what an administrator typed. */
export const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
