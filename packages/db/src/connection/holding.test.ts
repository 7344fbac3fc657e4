import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeStores } from '../testing/both-databases.ts'
import { wordsOf } from '../organisation/pinyin.ts'
import { holding } from './holding.ts'

describeStores('what a text holds', (open) => {
  it('is found in capitals or not, with its spaces, and no sign stands for others', async () => {
    const { storage, close } = await open()
    const found = async (text: string, typed: string): Promise<boolean> => {
      const asked = sql<{ n: number }>`select 1 as n where ${holding(sql<string>`cast(${text} as text)`, typed)}`
      return (await asked.execute(storage.read)).rows.length > 0
    }
    expect(await found('学习 AI Training 入门', 'ai training')).toBe(true)
    expect(await found('学习 AI Training 入门', ' AI T ')).toBe(true)
    expect(await found('学习 AI Training 入门', 'aitraining')).toBe(false)
    expect(await found('完成 100% 覆盖', '100%')).toBe(true)
    expect(await found('完成 1000 次', '100%')).toBe(false)
    expect(await found('第 a_b 项', 'a_b')).toBe(true)
    expect(await found('第 acb 项', 'a_b')).toBe(false)
    expect(await found('C:\\temp', '\\')).toBe(true)
    expect(await found('zhongguohuaxuehui', wordsOf('hua xue'))).toBe(true)
    await close()
  })
})
