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
  priya: 'priya.ramdin@vaartland.example',
  jeroen: 'jeroen.maas@vaartland.example',
  yusuf: 'yusuf.aydin@vaartland.example',
  bram: 'bram.kuipers@vaartland.example',
  ruben: 'ruben.martina@vaartland.example',  // his password alone is changed
  femke: 'femke.boersma@vaartland.example',
  roos: 'roos.vandermeulen@vaartland.example',
  lisanne: 'lisanne.bakker@vaartland.example',
  thijs: 'thijs.debruin@vaartland.example',
  nadia: 'nadia.haddad@vaartland.example',
  joris: 'joris.vermeer@vaartland.example',
  ineke: 'ineke.vandalen@vaartland.example',
  marek: '10482',
  maud: 'maud.lansink@vaartland.example',
  emine: '10734',  // new: the first minutes are still to come
  oleh: 'oleh.kovalenko@vaartland.example',  // and for him
};
export type Login = keyof typeof logins;

/// As somebody chooses it from the disk.
export const csvFile = (rows: string) => ({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });

/// What a page asks at the moment that its reader loses a tab or a group is answered with 404. Whether anything was
/// under way at that moment is for nobody to choose, and Chromium reports each such answer.
export const losesAccess = { mayReport: /status of 404/ };

export interface Visit extends BrowserContextOptions {
  node?: 0 | 1;
  /// The browser reports a failed request that is the subject of the test.
  mayReport?: RegExp;
}

export function address(node: 0 | 1 = 0): string {
  const url = (process.env.PLEIN_NODES ?? '').split(' ')[node];
  if (!url) throw new Error('the stage is not set');
  return url;
}

/// Chromium itself reports every answer that says "not signed in": the first page of a stranger asks who is there.
/// Everything else in the console fails the test.
const isExpected = (text: string) => text.includes('status of 401');

interface People {
  visit: (visit?: Visit) => Promise<Page>;
  signedIn: (login: Login, visit?: Visit) => Promise<Page>;
}

export const test = base.extend<People>({
  visit: async ({ browser }, use) => {
    const faults: string[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async ({ node, mayReport, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: address(node), ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        const words = message.text();
        if (message.type() === 'error' && !isExpected(words) && !mayReport?.test(words)) faults.push(`${words} (${message.location().url})`);
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

/// What is begun on this page stays on it, and nothing comes from elsewhere: other tests write as the same person, whom
/// drafts follow. In the page itself, since what a page saves while it is left meets no route.
export async function keepDraftsHere(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const fetch = window.fetch.bind(window);
    const answer = (body: object) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    window.fetch = async (input, init) => {
      const path = typeof input === 'string' ? input : '';
      const tab = Number(/^\/api\/tabs\/(\d+)\/draft/.exec(path)?.[1]);
      if (tab && init?.method === 'PUT' && typeof init.body === 'string') {
        const { content } = JSON.parse(init.body) as { content: string };
        return answer({ tab, version: Date.now(), content, saved_at: new Date().toISOString() });
      }
      if (tab) return new Response(undefined, { status: 204 });
      const response = await fetch(input, init);
      return path === '/api/me/drafts' ? answer({ ...((await response.json()) as object), items: [] }) : response;
    };
  });
}

export async function openGroup(page: Page, group: string): Promise<void> {
  await page.goto('/groups');
  await page.getByRole('main').getByRole('link', { name: new RegExp(group) }).first().click();
  await expect(page.getByRole('heading', { name: group, level: 1 })).toBeVisible();
}

export async function openDepartment(page: Page, department: string): Promise<void> {
  await page.goto('/departments');
  await page.getByRole('main').getByRole('link', { name: department, exact: true }).first().click();
  await expect(page.getByRole('heading', { name: department, level: 1 })).toBeVisible();
}

/// Writes a post on the open page and waits until it stands in the feed.
export async function post(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /Wat wil je delen|Verder met je concept|What do you want to share|Go on with your draft/ }).first().click();
  await page.getByRole('textbox', { name: /Je bericht|Your post/ }).fill(text);
  await page.getByRole('button', { name: /Plaats bericht|^Post$/ }).click();
  await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
}

/// A live channel that can be cut, and mended. To be set up before the page opens.
export async function cuttable(page: Page): Promise<{ cut: () => Promise<void>; mend: () => void }> {
  let isCut = false;
  const ends: (() => Promise<void>)[] = [];
  await page.routeWebSocket(/\/live/, (here) => {
    if (isCut) {
      void here.close();
      return;
    }
    const there = here.connectToServer();
    ends.push(() => there.close(), () => here.close());
  });
  return {
    cut: async () => {
      isCut = true;
      await Promise.all(ends.splice(0).map((end) => end()));
    },
    mend: () => {
      isCut = false;
    },
  };
}
