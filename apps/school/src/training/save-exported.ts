/** Hands a file that came whole in an answer to the browser, under its name. */
export function saveExported(file: { fileName: string; mediaType: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  Object.assign(document.createElement('a'), { href: address, download: file.fileName }).click()
  URL.revokeObjectURL(address)
}
