/** No letter or digit that is taken for another when it is read out or copied from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Groups of signs to be copied by hand. Chance comes in as an argument, evenly from 0 up to but without `below`. */
export function handoverSigns(random: (below: number) => number, groups: number, length: number): string {
  const sign = () => ALPHABET.charAt(random(ALPHABET.length))
  return Array.from({ length: groups }, () => Array.from({ length }, sign).join('')).join('-')
}

/** A first password to hand over, like `k7mq-x2hd-9cvn-t4wp`: sixteen signs by chance are about 79 bits, beyond guessing. */
export function firstPassword(random: (below: number) => number): string {
  return handoverSigns(random, 4, 4)
}
