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

test('from Home one chooses where to post, and writes there at once', async ({ signedIn }) => {
  const page = await signedIn('priya');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('c');
  const places = page.getByRole('dialog', { name: 'Waar wil je iets plaatsen?' });
  await places.getByRole('list', { name: 'SSC & Verkoop' }).getByRole('link', { name: 'Finance' }).click();
  await expect(page.getByRole('textbox', { name: 'Je bericht' })).toBeFocused();
  await expect(page.getByRole('navigation', { name: /Onderdelen van SSC & Verkoop/ }).getByRole('link', { name: /^Finance/ })).toHaveAttribute('aria-current', 'page');

  // Once: who comes back here later only reads.
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('button', { name: 'Wat wil je delen in Finance?' })).toBeVisible();
});

test('a key pressed while a page is still loading is not lost', async ({ signedIn }) => {
  const page = await signedIn('priya');
  await openGroup(page, 'SSC & Verkoop');
  const group = page.url();
  for (const [address, opened] of [
    ['/', page.getByRole('dialog', { name: 'Waar wil je iets plaatsen?' })],
    [group, page.getByRole('textbox', { name: 'Je bericht' })],
  ] as const) {
    let answer = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => { answer = resolve; });
    await page.route('**/api/groups', async (route) => {
      await isAsked;
      await route.continue();
    });
    await page.goto(address);
    await expect(page.getByRole('navigation', { name: 'Navigatie' })).toBeVisible();
    await page.keyboard.press('c');
    answer();
    await expect(opened).toBeVisible();
    await page.unroute('**/api/groups');
  }
});

test('on a phone the button for it stands in the bar, and nothing else asks for room', async ({ signedIn }) => {
  const page = await signedIn('priya', { viewport: { width: 390, height: 844 } });
  await expect(page.getByRole('button', { name: 'Wat wil je delen?' })).toBeHidden();
  await page.getByRole('button', { name: 'Nieuw bericht' }).click();
  await expect(page.getByRole('dialog', { name: 'Waar wil je iets plaatsen?' })).toBeVisible();
});
