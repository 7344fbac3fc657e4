type Listed = (password: string) => boolean

let read: Promise<Listed> | undefined

/** 49,000 passwords from leaks, in lower case, with the installation: nothing is asked of anybody. Read when first needed. */
export function leaked(): Promise<Listed> {
  read ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const listed = new Set(dictionary['passwords-common'])
    return (password) => listed.has(password)
  })
  return read
}
