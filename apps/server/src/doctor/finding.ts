/** '1 content', '2 contents'. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What one examination found: `mend` says what to do where it is not well. */
export interface Finding {
  readonly about: string
  readonly state: 'well' | 'doubtful' | 'wrong'
  readonly says: string
  readonly mend?: string
}

export const well = (about: string, says: string): Finding => ({ about, state: 'well', says })
export const doubtful = (about: string, says: string, mend: string): Finding => ({
  about,
  state: 'doubtful',
  says,
  mend,
})
export const wrong = (about: string, says: string, mend: string): Finding => ({ about, state: 'wrong', says, mend })
