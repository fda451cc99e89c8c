/// The pictures in docs/images, made by scripts/screenshots. A new page is one entry here, and one sentence in README.
import type { Page } from '@playwright/test';
import { expect, openGroup, post, type Login, type Visit } from './people.ts';

export interface Screen {
  /// Of the file, and what scripts/screenshots takes to make only this one.
  name: string;
  as: Login;
  look?: Visit;
  /// Leads to what the picture shows. `other` is somebody else on another node, for what happens live.
  open: (page: Page, other: (login: Login) => Promise<Page>) => Promise<unknown>;
}

const phone: Visit = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

export const screens: Screen[] = [
  { name: 'home', as: 'fatma', open: (page) => page.goto('/') },
  { name: 'group', as: 'gerrit', open: (page) => openGroup(page, 'SSC & Assemblage') },
  { name: 'question', as: 'fatma', open: openSolvedQuestion },
  { name: 'live', as: 'fatma', open: readFurtherDown },
  { name: 'members', as: 'gerrit', open: membersAndARequest },
  { name: 'departments', as: 'lisanne', open: (page) => page.goto('/departments') },
  { name: 'profile', as: 'lisanne', open: openRuben },
  { name: 'accounts', as: 'jeroen', open: (page) => page.goto('/admin/people') },
  { name: 'dark', as: 'chidi', look: { colorScheme: 'dark' }, open: (page) => openGroup(page, 'Heel Vaartland') },
  { name: 'phone-home', as: 'marek', look: phone, open: (page) => page.goto('/') },
  { name: 'phone', as: 'marek', look: phone, open: (page) => openGroup(page, 'SSC & Logistiek') },
];

/// Somebody asks to be let in: it stands before everything else.
async function membersAndARequest(page: Page, other: (login: Login) => Promise<Page>): Promise<void> {
  const nadia = await other('nadia');
  await nadia.goto('/groups');
  await nadia.getByRole('button', { name: 'Vraag lid te worden van SSC & Assemblage' }).click();
  await nadia.getByRole('dialog').getByRole('textbox').fill('Ik verkoop wat jullie bouwen, en wil weten wanneer lijn 4 stilstaat.');
  await nadia.getByRole('dialog').getByRole('button', { name: 'Verstuur' }).click();
  await openGroup(page, 'SSC & Assemblage');
  await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
  await expect(page.getByRole('button', { name: 'Laat toe: Nadia Haddad' })).toBeVisible();
}

/// It stands further down, where the feed loads as one goes.
async function openSolvedQuestion(page: Page): Promise<void> {
  await openGroup(page, 'SSC & Assemblage');
  const question = page.getByRole('article').filter({ hasText: 'de zaal vanaf één uur' });
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(question).toBeVisible({ timeout: 500 });
  }).toPass();
  await question.getByRole('link').filter({ has: page.locator('time') }).first().click();
  await expect(page).toHaveURL(/\/p\//);
}

async function openRuben(page: Page): Promise<void> {
  await page.goto('/people?search=ruben');
  await page.getByRole('main').getByRole('link', { name: /Ruben Martina/ }).click();
}

/// Somebody else posts meanwhile: it waits behind a pill and moves nothing.
async function readFurtherDown(page: Page, other: (login: Login) => Promise<Page>): Promise<void> {
  const marek = await other('marek');
  await openGroup(marek, 'SSC & Logistiek');
  await openGroup(page, 'SSC & Logistiek');
  await page.getByRole('article').nth(4).scrollIntoViewIfNeeded();
  await post(marek, 'De vrachtwagen uit Gent is er een uur te vroeg. Wie helpt lossen? Er is koffie, en een record te breken.');
  await expect(page.getByRole('button', { name: /nieuw bericht tonen/ })).toBeVisible();
}
