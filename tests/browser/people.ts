/// What every browser test uses: people who sign in, on a node of their choice, and a page whose console stays clean.
import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test';

export { expect };
export const password = 'fiets-naar-tiel-2026';

/// Demo people by what they sign in with.
export const logins = {
  fatma: 'fatma.yildiz@vaartland.example',
  gerrit: 'gerrit.postma@vaartland.example',
  chidi: 'chidi.okafor@vaartland.example',
  anouk: 'anouk.peeters@kettingwerk.example',
  jeroen: 'jeroen.maas@vaartland.example',
  marek: '10482',
};
export type Login = keyof typeof logins;

export interface Visit extends BrowserContextOptions {
  node?: 0 | 1;
}

export function address(node: 0 | 1 = 0): string {
  const url = (process.env.PLEIN_NODES ?? '').split(' ')[node];
  if (!url) throw new Error('the stage is not set');
  return url;
}

/// Chromium itself reports a request that fails while the network is off, and every answer that says "not signed in":
/// both are the subject of tests here. Everything else in the console fails the test.
function isExpected(text: string): boolean {
  return text.includes('ERR_INTERNET_DISCONNECTED') || text.includes('status of 401');
}

interface People {
  visit: (visit?: Visit) => Promise<Page>;
  signedIn: (login: Login, visit?: Visit) => Promise<Page>;
}

export const test = base.extend<People>({
  visit: async ({ browser }, use) => {
    const faults: string[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async ({ node, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: address(node), ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(faults, 'the console stays clean').toEqual([]);
  },
  signedIn: async ({ visit }, use) => {
    await use(async (login, options) => {
      const page = await visit(options);
      await signIn(page, logins[login]);
      return page;
    });
  },
});

export async function signIn(page: Page, login: string, secret = password): Promise<void> {
  await page.goto('/');
  await page.getByLabel(/E-mailadres of personeelsnummer|E-mail address or personnel number/i).fill(login);
  await page.getByLabel(/^(Wachtwoord|Password)$/).fill(secret);
  await page.getByRole('button', { name: /^(Log in|Sign in)$/ }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/// Opens a group, on one of its tabs when named.
export async function openGroup(page: Page, group: string, tab?: string): Promise<void> {
  await page.goto('/groups');
  await page.getByRole('main').getByRole('link', { name: new RegExp(group) }).first().click();
  await expect(page.getByRole('heading', { name: group, level: 1 })).toBeVisible();
  if (tab) await page.getByRole('main').getByRole('link', { name: new RegExp(`^${tab}`) }).first().click();
}

/// Writes a post on the open page and waits until it stands in the feed.
export async function post(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /Wat wil je delen|What do you want to share/ }).first().click();
  await page.getByRole('textbox', { name: /Je bericht|Your post/ }).fill(text);
  await page.getByRole('button', { name: /Plaats bericht|^Post$/ }).click();
  await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
}
