/** What a refusal or a warning tells beside its name: figures, names and dates that its words mention. */
export type Detail = Readonly<Record<string, string | number>>

/** The answer of a rule: the next state, or the reason why not. Throwing is for bugs. */
export type Decision<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R; readonly detail?: Detail }

export function allow<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refuse<const R extends string>(
  refusal: R,
  detail?: Detail,
): { readonly ok: false; readonly refusal: R; readonly detail?: Detail } {
  return detail ? { ok: false, refusal, detail } : { ok: false, refusal }
}

/** A rule that is not met but may be departed from with approval: it names itself and never blocks. */
export interface Warning<W extends string> {
  readonly warning: W
  readonly detail?: Detail
}
