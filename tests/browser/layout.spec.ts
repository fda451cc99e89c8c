import { expect, openGroup, test } from './people.ts';

/// From the smallest phone to the widest layout.
const widths = [320, 390, 1024, 1440];

for (const login of ['chidi', 'gerrit'] as const) {
  test(`nothing is wider than the window, for ${login}`, async ({ signedIn }) => {
    const page = await signedIn(login);
    await expect(page.locator('html')).toHaveAttribute('lang', login === 'chidi' ? 'en' : 'nl');
    await openGroup(page, 'SSC & Assemblage');
    const group = new URL(page.url()).pathname.replace(/\/[^/]*$/, '');
    const post = await page.getByRole('article').first().getByRole('link').filter({ has: page.locator('time') }).getAttribute('href');
    await page.goto('/departments');
    const department = await page.getByRole('link', { name: 'HR', exact: true }).first().getAttribute('href');
    await page.goto('/people');
    const person = await page.getByRole('main').getByRole('link', { name: /Fatma/ }).getAttribute('href');
    for (const path of ['/', '/groups', `${group}/all`, `${group}/members`, `${group}/about`, `${group}/settings`, '/groups/new', post ?? '', '/people', '/departments', department ?? '', person ?? '', '/account', '/nergens']) {
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
