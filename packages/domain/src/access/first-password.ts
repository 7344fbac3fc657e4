/** No letter or digit that is taken for another when it is read out or copied from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/**
 * A first password to hand over, like `k7mq-x2hd-9cvn-t4wp`: sixteen signs by chance are about 79 bits, beyond guessing.
 * Chance comes in as an argument, evenly from 0 up to but without `below`.
 */
export function firstPassword(random: (below: number) => number): string {
  const sign = () => ALPHABET.charAt(random(ALPHABET.length))
  const group = () => Array.from({ length: GROUP_LENGTH }, sign).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
