import type { Page } from 'playwright-core'

/**
 * Presses Tab until the focus stands where it is wanted, as somebody without a mouse does. Throws when it never gets
 * there.
 */
export const tabTo = async (
  page: Page,
  selector: string,
  { furthest = 60 }: { furthest?: number } = {},
): Promise<void> => {
  const wanted = page.locator(selector).first()
  await wanted.waitFor()
  for (let times = 0; times <= furthest; times += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${selector}.`)
}
