import type { Page } from '@playwright/test';
import { csvFile, expect } from './people.ts';

/// What only administrators see, for axe, one after the other.
export const administration: Record<string, (page: Page) => Promise<void>> = {
  '/admin/people': async (page) => {
    await page.goto('/admin/people');
    await expect(page.getByRole('table')).toBeVisible();
  },
  'nobody found': async (page) => {
    await page.goto('/admin/people?search=niemand-die-zo-heet');
    await expect(page.getByText('Niemand gevonden.')).toBeVisible();
  },
  'adding somebody': async (page) => {
    await page.getByRole('button', { name: 'Iemand toevoegen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Voeg toe' }).click();
    await expect(page.getByText('Vul dit in.')).toBeVisible();
  },
  '/admin/people/import': async (page) => {
    await page.goto('/admin/people/import');
    await expect(page.getByRole('heading', { name: /De kolommen|The columns/ })).toBeVisible();
  },
  'a file of people, seen': async (page) => {
    await page.goto('/admin/people/import');
    const rows = 'naam;email;rol\nPiet;piet@example.org;baas\nAd;ad@example.org;\n';
    await page.getByLabel(/CSV-bestand|CSV file/).setInputFiles(csvFile(rows));
    await expect(page.getByText(/1 fout|1 wrong/)).toBeVisible();
  },
  '/admin/people/$person': async (page) => {
    await page.goto('/admin/people?search=Dirk');
    await page.getByRole('link', { name: 'Dirk Zijlstra' }).click();
    await expect(page.getByRole('button', { name: 'Blokkeer account' })).toBeVisible();
  },
  'a link just made': async (page) => {
    await page.getByRole('button', { name: /^Maak een (nieuwe )?link$/ }).click();
    await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible();
  },
  'before a suspension': async (page) => {
    await page.getByRole('button', { name: 'Blokkeer account' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
  },
};
