import { z } from 'zod'
import { PersonId } from '../access/id.ts'
import { Instant } from '../access/time.ts'

/** Whether a person is a Party member: in full, on probation, or not; `unknown` where nobody has said. */
export const MemberStatus = z.enum(['full', 'probationary', 'none', 'unknown'])
export type MemberStatus = z.infer<typeof MemberStatus>

/** A person, with as little as the work needs: a name and whether they are a member. */
export const Person = z.strictObject({
  id: PersonId,
  name: z.string().trim().min(1).max(50),
  memberStatus: MemberStatus,
  rev: z.int(),
  createdAt: Instant,
})
export type Person = z.infer<typeof Person>

/** A name on public pages: the family name stays, what follows is a star. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()]
  return rest.length > 0 ? `${first}*` : first
}
