/** Whether a text with a NUL in it stands anywhere in a value. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) ? value.some(holdsNul) : Object.entries(value).some((entry) => entry.some(holdsNul))
}
