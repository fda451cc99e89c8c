import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { departmentsQuery, useDepartment } from '../../src/features/departments/departments.ts';
import { EditDepartment } from '../../src/features/departments/EditDepartment.tsx';
import { HolidaysDialog } from '../../src/features/departments/HolidaysDialog.tsx';
import { holidaysQuery, useHolidays } from '../../src/features/departments/holidays.ts';
import type { Holiday } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, event } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const stale = () => answer({ status: 409, code: 'stale_version', request_id: 'R-1' }, 409);
/// What was sent of it, oldest first.
const saved = () =>
  fetch.mock.calls
    .filter(([, init]) => init?.method === 'PUT')
    .map(([, init]) => JSON.parse(init?.body as string) as Record<string, unknown>);
const departures = { leftGroup: vi.fn(), lostTab: vi.fn(), lostStream: vi.fn() };
const cursors = [{ stream: 'organisation', cursor: 'g:10' }];
const note = 'Iemand anders paste dit intussen aan. Wat jij invulde, staat hier nog.';
const save = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }));
/// Nothing of the server but what the test answers next.
const never = () => new Promise<Response>(() => undefined);

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(never)));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('A department that is being changed', () => {
  const before = department(1, { name: 'HR', version: 4 });
  const description = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Waarvoor kun je hier terecht?' });
  const heard = async (version: number, words: string) => {
    act(() => {
      dispatch(event('department.changed', 10 + version, { department: { ...before, version, description: words } }, 'organisation'), departures);
    });
    await screen.findByText(`nu: ${words}`);
  };

  function Edited({ onClose }: { onClose: () => void }) {
    const now = useDepartment(1);
    return (
      now && (
        <>
          nu: {now.description}
          <EditDepartment department={now} onClose={onClose} />
        </>
      )
    );
  }

  async function edit(words: string) {
    const onClose = vi.fn();
    await draw(<Edited onClose={onClose} />);
    act(() => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [before], cursors });
    });
    await screen.findByRole('dialog', { name: 'HR aanpassen' });
    await userEvent.setup().type(description(), words);
    return onClose;
  }

  it('by somebody else meanwhile keeps what was filled in, says so, and is saved over that at one’s own word', async () => {
    const onClose = await edit('Voor verlof.');
    await heard(5, 'Voor loon.');
    expect(screen.getByText(note)).toBeTruthy();
    expect(description().value).toBe('Voor verlof.');
    await expectAccessible(screen.getByRole('dialog'));
    fetch.mockResolvedValueOnce(answer({ ...before, version: 6, description: 'Voor verlof.' }));
    await save('Toch opslaan');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saved()).toMatchObject([{ version: 5, description: 'Voor verlof.' }]);
  });

  it('is read again when the server knows a newer one than this page', async () => {
    await edit('Voor verlof.');
    fetch.mockResolvedValueOnce(stale());
    await save('Opslaan');
    expect(await screen.findByText('Dit is intussen aangepast.')).toBeTruthy();
    expect(fetch.mock.calls.at(-1)?.[0]).toBe('/api/departments');
    await heard(5, 'Voor loon.');
    expect(screen.queryByText('Dit is intussen aangepast.')).toBeNull();
    expect(screen.getByText(note)).toBeTruthy();
    fetch.mockResolvedValueOnce(answer({ ...before, version: 6 }));
    await save('Toch opslaan');
    expect(saved().map(({ version }) => version)).toEqual([4, 5]);
  });

  it('by oneself is not said to be somebody else’s work, also when the news of it comes before the answer', async () => {
    await edit('Voor verlof.');
    await save('Opslaan');
    await heard(5, 'Voor verlof.');
    expect(screen.queryByText(note)).toBeNull();
  });
});

describe('The holidays that are being changed', () => {
  const newYear: Holiday = { date: '2027-01-01', name: 'Nieuwjaar' };
  const kingsDay: Holiday = { date: '2027-04-27', name: 'Koningsdag' };
  const missing = 'Vul bij elke vrije dag een datum en een naam in.';
  const rows = () => screen.getAllByRole('listitem');
  const lastOf = (label: string) => {
    const field = screen.getAllByLabelText<HTMLInputElement>(label).at(-1);
    if (!field) throw new Error('there is no row');
    return field;
  };
  const lastName = () => lastOf('Naam van de vrije dag');
  const lastDate = () => lastOf('Datum');
  const heard = async (version: number, items: Holiday[]) => {
    act(() => {
      dispatch(event('holidays.changed', 10 + version, { holidays: { version, items } }, 'organisation'), departures);
    });
    await screen.findByText(`nu: ${items.map(({ name }) => name).join()}`);
  };
  const Now = () => <>nu: {useHolidays().map(({ name }) => name).join()}</>;

  async function edit() {
    const onClose = vi.fn();
    await draw(
      <>
        <Now />
        <HolidaysDialog onClose={onClose} />
      </>,
    );
    act(() => {
      queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 2, items: [newYear] }, cursors });
    });
    await screen.findByRole('dialog', { name: 'Vrije dagen' });
    return onClose;
  }

  it('get a new row with the focus in its date, and no reproach before one tries', async () => {
    await edit();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Vrije dag toevoegen' }));
    expect(document.activeElement).toBe(lastDate());
    expect(lastDate().value).toBe('');
    await user.type(lastName(), 'Koningsdag');
    expect(screen.queryByText(missing)).toBeNull();
    await save('Opslaan');
    expect(screen.getByText(missing)).toBeTruthy();
    expect(saved()).toEqual([]);
    await expectAccessible(screen.getByRole('dialog'));
    fireEvent.change(lastDate(), { target: { value: kingsDay.date } });
    await save('Opslaan');
    expect(saved()).toEqual([{ version: 2, items: [newYear, kingsDay] }]);
  });

  it('by somebody else meanwhile keep what was filled in, say so, and are saved over that at one’s own word', async () => {
    const onClose = await edit();
    const user = userEvent.setup();
    await user.type(lastName(), 'sdag');
    await heard(3, [newYear, kingsDay]);
    expect(screen.getByText(note)).toBeTruthy();
    expect(lastName().value).toBe('Nieuwjaarsdag');
    expect(rows()).toHaveLength(1);
    const items = [{ ...newYear, name: 'Nieuwjaarsdag' }];
    fetch.mockResolvedValueOnce(answer({ version: 4, items }));
    await save('Toch opslaan');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saved()).toEqual([{ version: 3, items }]);
  });

  it('are read again when the server knows newer ones than this page', async () => {
    await edit();
    await userEvent.setup().type(lastName(), 'sdag');
    fetch.mockResolvedValueOnce(stale());
    await save('Opslaan');
    expect(await screen.findByText('Dit is intussen aangepast.')).toBeTruthy();
    expect(fetch.mock.calls.at(-1)).toMatchObject(['/api/holidays', { method: 'GET' }]);
    await heard(3, [newYear, kingsDay]);
    expect(screen.getByRole('button', { name: 'Toch opslaan' })).toBeTruthy();
  });

  it('by oneself are not said to be somebody else’s work, also when the news of it comes before the answer', async () => {
    await edit();
    await userEvent.setup().type(lastName(), 'sdag');
    await save('Opslaan');
    await heard(3, [{ ...newYear, name: 'Nieuwjaarsdag' }]);
    expect(screen.queryByText(note)).toBeNull();
  });
});
