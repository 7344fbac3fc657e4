import { dayOf, searchOf, textOf, type Address } from '@dangjian/door/address'

/** What the address of the audit log holds. */
export interface AuditSearch {
  readonly person?: string | undefined
  readonly unit?: string | undefined
  readonly action?: string | undefined
  readonly fromOn?: string | undefined
  readonly toOn?: string | undefined
}

export function auditSearch(address: Address): AuditSearch {
  return {
    person: searchOf(address.person),
    unit: searchOf(address.unit),
    action: textOf(address.action, /^[a-z]+\.[a-z-]{1,60}$/),
    fromOn: dayOf(address.fromOn),
    toOn: dayOf(address.toOn),
  }
}
