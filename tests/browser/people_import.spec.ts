import { csvFile, expect, test } from './people.ts';

test('an administrator sees what a file would do, corrects it, applies it, and prints cards', async ({ signedIn }) => {
  const page = await signedIn('jeroen');
  await page.goto('/admin/people');
  await page.getByRole('link', { name: 'Mensen importeren' }).click();
  const choose = (rows: string) => page.getByLabel('CSV-bestand').setInputFiles(csvFile(rows));
  const header = 'personeelsnummer;naam;e-mail;afdeling;functie\r\n';
  await choose(`${header}77001;Wout Import;;Finance;controller\r\n77002;Mia Import;mia.import@example.org;Nergens;\r\n`);
  await expect(page.getByText('Afdeling: deze afdeling is er niet.')).toBeVisible();
  await expect(page.getByText('Verbeter eerst de foute regels.')).toBeVisible();
  await expect(page.getByRole('button', { name: /toevoegen/ })).toBeHidden();

  await choose(`${header}77001;Wout Import;;Finance;controller\r\n77002;Mia Import;mia.import@example.org;Finance;\r\n`);
  await expect(page.getByRole('heading', { name: 'Wat mensen.csv zou doen' })).toBeVisible();
  await page.getByLabel('CSV-bestand').setInputFiles({ ...csvFile(''), name: 'mensen.xlsx' });
  await expect(page.getByText('Dit is geen CSV-bestand.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wat mensen.csv zou doen' }), 'of the file before').toHaveCount(0);

  await choose(`${header}77001;Wout Import;;Finance;controller\r\n77002;Mia Import;mia.import@example.org;Finance;\r\n`);
  await page.getByRole('button', { name: '2 mensen toevoegen' }).dblclick();
  await expect(page.getByText('Klaar: 2 mensen toegevoegd, 0 gewijzigd.')).toBeVisible();
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.times = String(Number(document.body.dataset.times ?? 0) + 1);
      document.body.dataset.printed = [...document.querySelectorAll('[data-printed-card] strong')]
        .map((login) => login.textContent)
        .join();
    };
  });
  await page.getByRole('button', { name: 'Print 1 kaartje' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '77001,77001');
  const cards = page.locator('[data-printed-card]');
  await expect(cards, 'they stand there until the browser says that it is done').toBeAttached();
  await expect(cards).toContainText(`Daarna log je in op ${new URL(page.url()).host} met`);
  await page.getByRole('button', { name: 'Print 1 kaartje' }).click();
  await expect(page.locator('body'), 'also where no browser said that the first was done').toHaveAttribute('data-times', '2');
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...printed.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box?.split(' ').map((points) => Math.round(Number(points) / 72 * 25.4)));
  expect(pages, 'one card on A6').toEqual([[0, 0, 105, 148]]);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(cards).not.toBeAttached();

  await page.goto('/admin/people?search=import');
  await expect(page.getByRole('link', { name: 'Mia Import' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Wout Import' })).toBeVisible();
});
