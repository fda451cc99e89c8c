import { expect, openGroup, test } from './people.ts';

test('reading and posting go by keyboard alone', async ({ signedIn }) => {
  const page = await signedIn('gerrit');
  await openGroup(page, 'SSC & Verkoop');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('article').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('article').nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByRole('article').first()).toBeFocused();

  await page.keyboard.press('c');
  await page.keyboard.type('Zonder muis geplaatst');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: 'Zonder muis geplaatst' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible();
});
