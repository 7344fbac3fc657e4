/** From the first quotation mark to the last: what a message quotes may be somebody's name, answer or secret. */
const QUOTED = /["'`“”‘’„«»].*["'`“”‘’„«»]/s
const FRAME = /^\s+at /

/** What is said of a failure in a log: its kind, its code, where it came from, and of its message what quotes nobody. */
export function describedError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  const { name, message, stack = '' } = error
  const said = `${name}${typeof code === 'string' ? ` ${code}` : ''}: ${message.replace(QUOTED, '…')}`
  const afterMessage = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  return [said, ...afterMessage.split('\n').filter((line) => FRAME.test(line))].join('\n')
}
