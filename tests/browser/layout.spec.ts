import type { Locator, Page } from '@playwright/test';
import { expect, openGroup, test } from './people.ts';

/// From the smallest phone to the widest layout.
const widths = [320, 390, 1024, 1440];

for (const login of ['chidi', 'gerrit'] as const) {
  test(`nothing is wider than the window, for ${login}`, async ({ signedIn }) => {
    const page = await signedIn(login);
    await expect(page.locator('html')).toHaveAttribute('lang', login === 'chidi' ? 'en' : 'nl');
    await openGroup(page, 'SSC & Assemblage');
    const group = new URL(page.url()).pathname.replace(/\/[^/]*$/, '');
    const post = await page.getByRole('article').first().getByRole('link').filter({ has: page.locator('time') }).first().getAttribute('href');
    await page.goto('/departments');
    const department = await page.getByRole('link', { name: 'HR', exact: true }).first().getAttribute('href');
    await page.goto('/people');
    const person = await page.getByRole('main').getByRole('link', { name: /Fatma/ }).getAttribute('href');
    for (const path of ['/', '/groups', `${group}/all`, `${group}/members`, `${group}/about`, `${group}/settings`, '/groups/new', post ?? '', '/people', '/departments', department ?? '', person ?? '', '/agenda', '/q', '/bookmarks', `/t/${'m'.repeat(50)}`, '/drafts', '/scheduled', '/account', '/nergens']) {
      await page.setViewportSize({ width: 1440, height: 800 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
      await page.waitForLoadState('networkidle');
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(beyond, `${path} at ${width} pixels`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(beyond, `${path} with text twice as large`).toBeLessThanOrEqual(0);
    }
  });
}

const phone = { viewport: { width: 320, height: 640 } };

/// What around an element can be scrolled sideways: a focus may have done so already.
function sideways(element: Element): string[] {
  const found = [];
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around.scrollWidth > around.clientWidth && getComputedStyle(around).overflowX !== 'visible') found.push(around.className);
  }
  return found;
}

/// Between both edges of the window before anything is scrolled, and to be brought whole into it; nothing of the page beyond.
async function expectToFit(page: Page, controls: Locator[]): Promise<void> {
  for (const control of controls) {
    const box = await control.boundingBox();
    expect(box?.x, `${String(control)} begins`).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0), `${String(control)} ends`).toBeLessThanOrEqual(phone.viewport.width);
  }
  for (const control of controls) {
    expect(await control.evaluate(sideways), `${String(control)} stands in what is to be scrolled sideways`).toEqual([]);
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

test('holidays are set on the narrowest phone', async ({ signedIn }) => {
  const page = await signedIn('jeroen', phone);
  await page.goto('/departments');
  await page.getByRole('button', { name: 'Vrije dagen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vrije dagen' });
  await dialog.getByRole('button', { name: 'Vrije dag toevoegen' }).click();
  await expect(dialog.getByLabel('Datum').last()).toBeFocused();
  await dialog.getByLabel('Naam van de vrije dag').last().fill('De dag na de grote verbouwing van het magazijn');
  const button = (name: RegExp | string) => dialog.getByRole('button', { name });
  const row = [dialog.getByLabel('Datum').last(), dialog.getByLabel('Naam van de vrije dag').last(), button(/^Haal .*magazijn weg/)];
  await expectToFit(page, [button('Sluiten'), ...row, button('Annuleren'), button('Opslaan')]);
});

test('somebody to add is found on the narrowest phone', async ({ signedIn }) => {
  const page = await signedIn('gerrit', phone);
  await openGroup(page, 'SSC & Kettingwerk');
  await page.goto(new URL(page.url()).pathname.replace(/\/[^/]*$/, '/members'));
  await page.getByRole('searchbox', { name: 'Lid toevoegen' }).fill('ma');
  const found = page.getByRole('region', { name: 'Lid toevoegen' }).getByRole('listitem');
  await expect(found.first()).toBeVisible();
  for (const row of await found.all()) {
    await expectToFit(page, await row.getByRole('button').all());
  }
});

test('an author\'s mark stands beside the name, above it nothing, on a desk and on a phone', async ({ signedIn }) => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 720 }]) {
    const page = await signedIn('gerrit', { viewport });
    await openGroup(page, 'SSC & Assemblage');
    const card = page.getByRole('article').first();
    const name = await card.getByRole('heading', { level: 2 }).boundingBox();
    const mark = await card.locator('[class*="avatar"]').first().boundingBox();
    expect(Math.abs((name?.y ?? 0) - (mark?.y ?? Infinity))).toBeLessThan(10);
  }
});
