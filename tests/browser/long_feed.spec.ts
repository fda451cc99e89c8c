import type { Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

const articles = (page: Page) => page.getByRole('feed').getByRole('article');
const menus = (page: Page, post: string) => page.locator(`article[data-post="${post}"]`).getByRole('button', { name: /^Wat kun je doen met dit bericht/ });

test('a feed draws what is near the window, and has the words and the place of the rest, also for who comes back', async ({ signedIn }) => {
  const page = await signedIn('gerrit', { viewport: { width: 390, height: 700 } });
  await openGroup(page, 'SSC & Assemblage');
  await expect(articles(page).first()).toBeVisible();
  const first = (await articles(page).first().getAttribute('data-post')) ?? '';
  await expect(menus(page, first)).toBeVisible();
  await expect(async () => {
    await page.mouse.wheel(0, 5_000);
    expect(await articles(page).count()).toBeGreaterThan(30);
  }).toPass();
  // Whoever is far down has the first one as words, in its place.
  await expect(menus(page, first)).toHaveCount(0);
  await expect(page.locator(`article[data-post="${first}"]`)).toHaveAttribute('aria-posinset', '1');
  await expect(page.locator(`article[data-post="${first}"] p`).first()).not.toBeEmpty();

  const here = articles(page).nth(25);
  await here.scrollIntoViewIfNeeded();
  const post = (await here.getAttribute('data-post')) ?? '';
  await expect(menus(page, post)).toBeVisible();
  await here.getByRole('link').filter({ has: page.locator('time') }).first().click();
  await expect(page).toHaveURL(new RegExp(`/p/${post}$`));
  await page.goBack();
  await expect(page.locator(`article[data-post="${post}"]`)).toBeInViewport();
  await expect(menus(page, post)).toBeVisible();

  await page.evaluate(() => scrollTo(0, 0));
  await expect(menus(page, first)).toBeVisible();
});
