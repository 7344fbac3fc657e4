import { describe, expect, it } from 'vitest'
import { describedError } from './described-error.ts'

function thrownBy(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('a failure in the log', () => {
  it('says nothing that its message quotes, and still where it happened', () => {
    const said = describedError(thrownBy(() => JSON.parse('{"answer": 柳新知}')))
    expect(said).toMatch(/^SyntaxError: Unexpected token …/)
    expect(said).not.toMatch(/柳|answer/)
    expect(said).toMatch(/\n\s+at .*described-error\.test\.ts/)
    expect(describedError(thrownBy(() => Buffer.alloc('柳新知' as unknown as number)))).not.toContain('柳')
  })

  it('takes no line of a message for a line of the stack', () => {
    expect(describedError(new Error('"a\n    at 柳新知"'))).not.toContain('柳')
  })

  it('keeps a database’s code and the names of its parts', () => {
    const failed = Object.assign(new Error('UNIQUE constraint failed: account.username'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      detail: 'Key (username)=(柳新知) already exists.',
    })
    expect(describedError(failed).split('\n')[0]).toBe(
      'Error SQLITE_CONSTRAINT_UNIQUE: UNIQUE constraint failed: account.username',
    )
    expect(describedError(failed)).not.toContain('柳')
  })
})
