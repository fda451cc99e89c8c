import { expect, openGroup, test } from './people.ts';

const group = 'SSC & Kettingwerk';

async function openMembers(page: Parameters<typeof openGroup>[0]): Promise<void> {
  await openGroup(page, group);
  await page.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Leden', level: 1 })).toBeVisible();
}

test('a person asks to join, an owner sees it on the open page and approves, and the group comes to the rail', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  await openMembers(owner);
  const jeroen = await signedIn('jeroen', { node: 1 });
  await expect(jeroen.getByRole('navigation').getByRole('link', { name: new RegExp(group) })).toHaveCount(0);

  await jeroen.goto('/groups');
  await jeroen.getByRole('button', { name: `Vraag lid te worden van ${group}` }).click();
  const reason = jeroen.getByRole('textbox', { name: 'Waarom wil je lid worden?' });
  const widthOfReason = async () => (await reason.boundingBox())?.width;
  const width = await widthOfReason();
  await reason.fill(`https://intranet.example/${'koppeling'.repeat(40)}`);
  expect(await widthOfReason(), 'a long address makes nothing wider').toBe(width);
  await reason.fill('Ik beheer hun koppeling.');
  await jeroen.getByRole('button', { name: 'Verstuur verzoek' }).click();
  await expect(jeroen.getByRole('heading', { name: 'Je verzoeken om lid te worden' })).toBeVisible();

  await expect(owner.getByText('Ik beheer hun koppeling.')).toBeVisible();
  await owner.getByRole('button', { name: 'Laat toe: Jeroen Maas' }).click();
  const link = jeroen.getByRole('navigation').getByRole('link', { name: new RegExp(group) }).first();
  await expect(link).toBeVisible();
  await expect(jeroen.getByRole('heading', { name: 'Je verzoeken om lid te worden' })).toHaveCount(0);
  await expect(owner.getByRole('button', { name: 'Laat toe: Jeroen Maas' })).toHaveCount(0);

  await owner.getByRole('searchbox', { name: 'Zoek een lid' }).fill('Jeroen');
  await owner.getByRole('button', { name: 'Haal Jeroen Maas uit de groep' }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Uit de groep halen' }).click();
  await expect(link).toHaveCount(0);
});

test('an invitation shows on Home at once, is withdrawn at once, and lets in who accepts it', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  await openMembers(owner);
  const jeroen = await signedIn('jeroen', { node: 1 });
  const invited = jeroen.getByText(`Gerrit Postma nodigt je uit voor ${group}`);

  const invite = async () => {
    await owner.getByRole('searchbox', { name: 'Lid toevoegen' }).fill('Jeroen');
    await owner.getByRole('button', { name: 'Nodig uit: Jeroen Maas' }).click();
  };
  await invite();
  await expect(invited).toBeVisible();
  await owner.getByRole('button', { name: 'Trek in: uitnodiging van Jeroen Maas' }).click();
  await expect(invited).toHaveCount(0);

  await invite();
  await expect(invited).toBeVisible();
  await jeroen.getByRole('button', { name: `Word lid van ${group}` }).click();
  await expect(jeroen.getByRole('heading', { name: group, level: 1 })).toBeVisible();
  await jeroen.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
  await jeroen.getByRole('button', { name: 'Groep verlaten' }).click();
  await jeroen.getByRole('alertdialog').getByRole('button', { name: 'Groep verlaten' }).click();
  await expect(jeroen).toHaveURL(/\/groups$/);
});

test('an invitation link shows the group, lets in, and works no more when it is used up', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  await openMembers(owner);
  await owner.getByText('Uitnodigen met een link').click();
  await owner.getByRole('combobox', { name: 'Voor' }).selectOption({ label: '1 persoon' });
  await owner.getByRole('button', { name: 'Maak link' }).dblclick();
  const address = new URL((await owner.getByText(/\/join#/).textContent()) ?? '');
  expect(address.hash).toMatch(/^#[\w-]{43}$/);

  await expect(owner.getByRole('list', { name: 'Open links' }).getByText('0 van 1 gebruikt')).toHaveCount(1);

  // Somebody who looks at it meanwhile comes too late.
  const chidi = await signedIn('chidi', { mayReport: /status of 404/ });
  await chidi.goto(`/join${address.hash}`);
  await expect(chidi.getByRole('main').getByRole('button', { name: 'Join' })).toBeVisible();

  const jeroen = await signedIn('jeroen', { node: 1, mayReport: /status of 404/ });
  await jeroen.goto(`/join${address.hash}`);
  await expect(jeroen.getByRole('heading', { name: group, level: 1 })).toBeVisible();
  await jeroen.getByRole('main').getByRole('button', { name: 'Word lid' }).click();
  await expect(jeroen).toHaveURL(/\/g\/\d+\/all$/);

  await chidi.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await expect(chidi.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await chidi.reload();
  await expect(chidi.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();

  await jeroen.getByRole('main').getByRole('link', { name: /leden/ }).first().click();
  await jeroen.getByRole('button', { name: 'Groep verlaten' }).click();
  await jeroen.getByRole('alertdialog').getByRole('button', { name: 'Groep verlaten' }).click();
});

test('an owner sees line by line who of a list would join before anybody does, without the line of headings', async ({ signedIn }) => {
  const owner = await signedIn('gerrit');
  await openMembers(owner);
  await owner.getByText('Veel mensen tegelijk toevoegen').click();
  await owner.getByText('Een lijst').click();
  await owner.getByRole('textbox', { name: 'E-mailadressen of personeelsnummers' })
    .fill('naam;nummer\n10655\nfatma.yildiz@vaartland.example\nanouk.peeters@kettingwerk.example\nniemand@vaartland.example');
  await owner.getByRole('button', { name: 'Bekijk wie dit zijn' }).click();
  const plan = owner.getByRole('list', { name: 'Wat er gebeurt, per persoon' });
  await expect(plan.getByRole('listitem')).toHaveText([/Piotr.*wordt lid/, /Fatma.*zit al in de groep/, /Anouk.*zit al in de groep/, /niemand@.*onbekend/]);
  await owner.getByRole('button', { name: 'Voeg 1 persoon toe' }).click();
  await owner.getByRole('searchbox', { name: 'Zoek een lid' }).fill('Piotr');
  await owner.getByRole('button', { name: /^Haal Piotr/ }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Uit de groep halen' }).click();
  await expect(owner.getByText('Hier is niemand gevonden.')).toBeVisible();
});

test('somebody from outside sees no directory', async ({ signedIn }) => {
  const anouk = await signedIn('anouk');
  await anouk.goto('/groups');
  await expect(anouk.getByRole('main').getByRole('link', { name: new RegExp(group) })).toBeVisible();
  await expect(anouk.getByRole('heading', { name: 'Andere groepen' })).toHaveCount(0);
});

test('where a link leads the charter keeps its lines', async ({ signedIn }) => {
  const page = await signedIn('jeroen');
  await page.route('**/api/links/view', (route) =>
    route.fulfill({
      json: {
        sign: { group: 999_999, name: 'Proefgroep', kind: 'work', colour: 'teal', cover: 'stretcher' },
        purpose: 'Eerst tellen.\nDan bestellen.',
        standing: 'none',
        role: 'member',
      },
    }),
  );
  await page.goto(`/join#${'a'.repeat(43)}`);
  await expect(page.getByRole('heading', { name: 'Proefgroep', level: 1 })).toBeVisible();
  expect(await page.getByText(/^Eerst tellen/).innerText()).toBe('Eerst tellen.\nDan bestellen.');
});
