/** What the address of the audit log holds. */
export interface AuditSearch {
  readonly person?: string | undefined
  readonly unit?: string | undefined
  readonly action?: string | undefined
  readonly fromOn?: string | undefined
  readonly toOn?: string | undefined
}

function textOf(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined
}

function dayOf(value: unknown): string | undefined {
  const day = textOf(value, /^\d{4}-\d{2}-\d{2}$/)
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined
}

/** What somebody typed into the address and does not fit is left out. */
export function auditSearch(address: Readonly<Record<string, unknown>>): AuditSearch {
  return {
    person: textOf(address.person, /^.{1,100}$/),
    unit: textOf(address.unit, /^.{1,100}$/),
    action: textOf(address.action, /^[a-z]+\.[a-z-]{1,60}$/),
    fromOn: dayOf(address.fromOn),
    toOn: dayOf(address.toOn),
  }
}
