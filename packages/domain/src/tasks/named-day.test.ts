import { expect, it } from 'vitest'
import { namedDay } from './named-day.ts'

it.each([
  ['各学会于12月10日前报送年度总结。', '2027-12-10'],
  ['6月底前完成换届摸底。', '2027-06-30'],
  ['2028年2月底前总结。', '2028-02-29'],
  ['6 月 30 日前报送，逾期（6月30日后）不再受理。', '2027-06-30'],
  ['全年开展不少于4次。', null],
  ['6月30日、12月10日前各报送一次。', null],
  ['7月1日至7日开展主题活动。', null],
  ['2月30日前报送。', null],
  ['每月10日前报送。', null],
])('takes the day that a clause names where there is exactly one: %s', (words, day) => {
  expect(namedDay(words, 2027)).toBe(day)
})
