import type { Locator, Page } from 'playwright-core'

/** Answers the whole question in sight, of whatever kind the draw has brought: whether rightly does not matter here. */
export async function answerInSight(page: Page, by: 'click' | 'tap' = 'click'): Promise<void> {
  const hit = (target: Locator): Promise<void> => (by === 'tap' ? target.tap() : target.click())
  const choices = page.getByRole('radio').or(page.getByRole('checkbox'))
  const premises = page.getByRole('combobox')
  const field = page.getByRole('textbox')
  await choices.or(premises).or(field).first().waitFor()
  if (await choices.count()) await hit(choices.first())
  else if (await premises.count()) {
    // A matching question is answered when each of its premises is.
    for (const premise of await premises.all()) {
      await hit(premise)
      const offered = page.getByRole('option')
      await hit(offered.first())
      await offered.first().waitFor({ state: 'detached' })
    }
  } else await field.first().fill('三')
}
