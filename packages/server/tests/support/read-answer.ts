/** The text of an answer; of one that never ends by itself the first piece, and then it is let go. */
export async function readAnswer(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'text/event-stream' || !answer.body) return answer.text()
  const reader = answer.body.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}
