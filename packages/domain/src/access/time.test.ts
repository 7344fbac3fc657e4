import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, daysBetween, isWithin, localDateOf, localTimeOf, startOfDay } from './time.ts'

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('time', () => {
  it('takes the day from the clock in China: it is already tomorrow there at 16:00 UTC', () => {
    expect(localDateOf(Date.parse('2026-11-24T15:59:59.999Z'))).toBe('2026-11-24')
    expect(localDateOf(Date.parse('2026-11-24T16:00:00.000Z'))).toBe('2026-11-25')
    expect(localTimeOf(Date.parse('2026-11-24T16:00:00.000Z'))).toBe('2026-11-25 00:00:00')
  })

  it('begins a day at its midnight in China', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(localDateOf(startOfDay(date))).toBe(date)
        expect(localDateOf(startOfDay(date) - 1)).toBe(addDays(date, -1))
      }),
    )
  })

  it('counts days both ways alike', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('keeps the day of the month, or takes the last there is', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
  })

  it('stays within the days that a date can write', () => {
    expect(addYears('0000-06-01', -1)).toBe('0000-01-01')
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addMonths('9999-12-31', -1)).toBe('9999-11-30')
  })

  it('counts a span with its last day, and an open one for ever', () => {
    expect(isWithin('2026-05-01', { fromOn: '2026-05-01', toOn: '2026-05-01' })).toBe(true)
    expect(isWithin('2026-05-02', { fromOn: '2026-05-01', toOn: '2026-05-01' })).toBe(false)
    expect(isWithin('2999-01-01', { fromOn: '2026-05-01', toOn: null })).toBe(true)
  })
})
