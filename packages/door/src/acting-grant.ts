/** The role worn in this tab. Per tab, so that two windows may act for two units at once. */
const KEY = 'dangjian-acting-grant'
let memory: string | null = null

export function actingGrant(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return memory
  }
}

export function wearGrant(grantId: string | null): void {
  memory = grantId
  try {
    if (grantId) sessionStorage.setItem(KEY, grantId)
    else sessionStorage.removeItem(KEY)
  } catch {
    // Kept in memory alone.
  }
}
