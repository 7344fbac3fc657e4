import { expect, it } from 'vitest'
import { decidePassword, firstPassword } from '@dangjian/domain/access'
import { leaked } from './leaked-passwords.ts'

const owner = { username: 'wan.li', name: '万里' }

it('refuses what was leaked and what is habit here, each with the reason, and nothing that chance or a sentence gives', async () => {
  const listed = await leaked()
  const said = (password: string) => {
    const decision = decidePassword(password, owner, listed)
    return decision.ok ? 'allowed' : decision.refusal
  }
  for (const one of ['Trustno1!', 'michael1990', 'Monkey123', 'sunshine', 'charlie7', 'Jordan23!', 'computer2026'])
    expect(said(one), one).toBe('password-leaked')
  for (const one of ['woaini1314', '5201314520', 'a1234567', 'zhang123', 'li880808', 'nihao2026', '19990101'])
    expect(said(one), one).not.toBe('allowed')
  let turn = 1
  const chance = (below: number) => (turn = (turn * 48_271) % 2_147_483_647) % below
  for (let n = 0; n < 2000; n += 1) {
    const password = firstPassword(chance)
    expect(said(password), password).toBe('allowed')
  }
  for (const one of [
    '山高水长不改初心',
    'teacup-river-42',
    'wo zai beijing deng ni lai',
    'Kx7pTn2e',
    '2026年的第一场雪',
  ])
    expect(said(one), one).toBe('allowed')
})
