/** 127.0.0.0/8 and ::1, also where IPv4 is written as IPv6. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (!address) return false
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain)
}

export function isLoopbackHost(hostname: string): boolean {
  const plain = hostname.replace(/^\[|\]$/g, '').replace(/:\d+$/, '')
  return (
    plain === 'localhost' || plain.endsWith('.localhost') || isLoopbackAddress(plain) || hostname.startsWith('[::1]')
  )
}
