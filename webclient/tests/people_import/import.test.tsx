import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportPage } from '../../src/features/people_import/ImportPage.tsx';
import { meQuery } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import type { AccountDetails, ImportPlan, Me } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, me } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (status: number, body: object) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const refusal = (status: number, code: string) => answer(status, { status, code, request_id: 'r1' });
const plan = (change: Partial<ImportPlan>): ImportPlan => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  wrong: 0,
  lines: [],
  ignored: [],
  ...change,
});
const sanne: AccountDetails = {
  name: 'Sanne de Wit',
  title: 'controller',
  personnel_number: '99001',
  department: 2,
  role: 'employee',
  language: 'nl',
};
const piotr: AccountDetails = { name: 'Piotr Nowak', title: '', department: 3, role: 'employee', language: 'en' };
const seen = plan({
  added: 1,
  changed: 2,
  unchanged: 40,
  lines: [
    { line: 2, outcome: 'added', who: 'Sanne de Wit', changes: [], after: sanne },
    {
      line: 3,
      outcome: 'changed',
      who: 'Piotr Nowak',
      person: 8,
      changes: ['name', 'email', 'department'],
      before: piotr,
      after: { ...piotr, name: 'Piotr Novak', email: 'piotr@example.org', department: 2 },
    },
  ],
  ignored: ['salaris'],
  fingerprint: 'f'.repeat(64),
});
const sent = (call: number) => JSON.parse(fetch.mock.calls[call]?.[1]?.body as string) as object;
const drawForAdministrator = async () => {
  const drawn = await draw(<ImportPage />);
  const administrator: Me = { ...me, role: 'administrator', rights: ['manage_people'] };
  queries.setQueryData(meQuery.queryKey, administrator);
  const departments = [
    department(1, { name: 'IT', side: 'ssc' }),
    department(2, { name: 'Finance', side: 'ssc', parent: 1 }),
    department(3, { name: 'Productie', side: 'business' }),
  ];
  queries.setQueryData(departmentsQuery.queryKey, { items: departments, cursors: [] });
  await screen.findByLabelText('CSV-bestand');
  return drawn;
};
const choose = async (name = 'mensen.csv', bytes = 'naam;email\n') => {
  await userEvent.upload(screen.getByLabelText('CSV-bestand'), new File([bytes], name, { type: 'text/csv' }));
};

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Importing people', () => {
  it('sends the bytes as they are and shows what would happen before anything does', async () => {
    fetch.mockImplementation(() => answer(200, seen));
    const { container } = await drawForAdministrator();
    await choose();
    expect(await screen.findByRole('heading', { name: 'Wat mensen.csv zou doen' })).toBeTruthy();
    expect(sent(0)).toEqual({ file: btoa('naam;email\n') });
    expect(screen.getByText('Sanne de Wit')).toBeTruthy();
    expect(screen.getByText('99001 · SSC-kant › IT › Finance · controller · Medewerker · Nederlands')).toBeTruthy();
    expect(screen.getByText('40 mensen blijven zoals nu.')).toBeTruthy();
    expect(screen.getByText(/slaat ze over: salaris/)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: '2 wijzigingen' }));
    const changes = ['Naam:Piotr Nowak → Piotr Novak', 'E-mailadres:(leeg) → piotr@example.org'];
    changes.push('Afdeling:Businesskant › Productie → SSC-kant › IT › Finance');
    const [told] = screen.getAllByRole('row').slice(1);
    expect([...(told?.querySelectorAll('dl > div') ?? [])].map((each) => each.textContent)).toEqual(changes);
    expect(screen.getByText('De eerste 1 van 2.')).toBeTruthy();
    expect(fetch).toHaveBeenCalledTimes(1);
    await expectAccessible(container);
  });

  it('does what its button says, and offers cards to whom no mail reaches', async () => {
    fetch.mockImplementationOnce(() => answer(200, seen));
    fetch.mockImplementationOnce(() => answer(200, { added: 1, changed: 2, without_email: [7] }));
    await drawForAdministrator();
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: '1 persoon toevoegen, 2 wijzigen' }));
    expect(await screen.findByText('Klaar: 1 persoon toegevoegd, 2 gewijzigd.')).toBeTruthy();
    expect(sent(1)).toEqual({ file: btoa('naam;email\n'), fingerprint: seen.fingerprint });
    expect(screen.getByRole('button', { name: 'Print 1 kaartje' })).toBeTruthy();
  });

  it('applies nothing as long as a line is wrong, and says where', async () => {
    const wrong = plan({
      added: 1,
      wrong: 1,
      lines: [{ line: 7, outcome: 'wrong', who: 'Ada', changes: [], fault: 'twice', column: 'email', other_line: 3 }],
    });
    fetch.mockImplementation(() => answer(200, wrong));
    await drawForAdministrator();
    await choose();
    expect(await screen.findByText('E-mailadres: deze persoon staat er twee keer in. Zie ook regel 3.')).toBeTruthy();
    expect(screen.getByText(/Verbeter eerst de foute regels/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /toevoegen/ })).toBeNull();
  });

  it('asks to look again when something changed meanwhile', async () => {
    fetch.mockImplementationOnce(() => answer(200, seen));
    fetch.mockImplementationOnce(() => refusal(409, 'conflict'));
    fetch.mockImplementationOnce(() => answer(200, plan({ unchanged: 43 })));
    await drawForAdministrator();
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: '1 persoon toevoegen, 2 wijzigen' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Bekijk opnieuw' }));
    expect(await screen.findByText('Er staat niets nieuws in dit bestand.')).toBeTruthy();
  });

  it('sends no workbook, and no file that is too large', async () => {
    await drawForAdministrator();
    await choose('mensen.csv', 'x'.repeat(4 * 1024 * 1024 + 1));
    expect(await screen.findByText(/groter dan 4 MB/)).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
  });
});
