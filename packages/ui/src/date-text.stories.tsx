import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { chinaDayOf, formatDate, formatInstant } from './date-format.tsx'
import { DateText } from './date-text.tsx'
import { Stack } from './kit.tsx'

const meta = { title: '状态/日期', component: DateText } satisfies Meta<typeof DateText>
export default meta
type Story = StoryObj<typeof meta>

export const Due: Story = {
  args: { date: '2026-12-01', today: '2026-11-24', due: true },
  render: (args) => (
    <Stack gap={4}>
      <DateText {...args} />
      <DateText {...args} date="2026-11-24" />
      <DateText {...args} date="2026-11-20" />
      <DateText {...args} date="2027-03-31" />
      <DateText {...args} date="2026-11-20" settled />
    </Stack>
  ),
}
export const Past: Story = { args: { date: '2026-11-23', today: '2026-11-24' } }
/** Every day of five years, with a 29 February, reads as the platform's own words for it do. */
export const AsThePlatformHasThem: Story = {
  args: { date: '2028-02-29', today: '2026-11-24' },
  play: async () => {
    const differing: string[] = []
    const compare = (own: string, platforms: string) => {
      if (own !== platforms) differing.push(`${own}, not ${platforms}`)
    }
    for (const language of ['zh-CN', 'en'] as const) {
      const month = language === 'en' ? 'short' : 'long'
      const dates = (year: 'numeric' | undefined) =>
        new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', year, month, day: 'numeric' })
      const [long, short] = [dates('numeric'), dates(undefined)]
      const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
      const step = 23.7 * 60 * 60 * 1000
      for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2029, 0, 1); at += step) {
        const day = chinaDayOf(at)
        compare(formatDate(day, language), long.format(at))
        compare(formatDate(day, language, day), short.format(at))
        compare(formatInstant(at, language), `${long.format(at)} ${time.format(at)}`)
      }
    }
    await expect(differing).toEqual([])
  },
}
