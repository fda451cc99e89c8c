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
  { name: 'live', as: 'fatma', open: readFurtherDown },
  { name: 'members', as: 'gerrit', open: openMembers },
  { name: 'dark', as: 'chidi', look: { colorScheme: 'dark' }, open: (page) => openGroup(page, 'Heel Vaartland') },
  { name: 'phone', as: 'marek', look: phone, open: (page) => openGroup(page, 'SSC & Logistiek') },
];

async function openMembers(page: Page): Promise<void> {
  await openGroup(page, 'SSC & Assemblage');
  await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
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
