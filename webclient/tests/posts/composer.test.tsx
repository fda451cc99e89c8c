import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox } from '../../src/features/posts/outbox.ts';
import type { TabView } from '../../src/protocol/generated.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, post, tab } from '../make.ts';

const general = tab(21);
const view = group({ tabs: [general, tab(22)] });
const composer = (...tabs: [TabView, ...TabView[]]) => (
  <>
    <Composer group={view} tabs={tabs} />
    <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
  </>
);

const fetch = vi.fn<typeof globalThis.fetch>();
const sentBody = () => JSON.parse(fetch.mock.calls[0]?.[1]?.body as string) as { body: string; mark: string; client_id: string };
const refusal = (status: number, code: string) => new Response(JSON.stringify({ status, code, request_id: 'R-77' }), { status });

async function write(text: string) {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.type(screen.getByRole('textbox', { name: 'Je bericht' }), text);
  return user;
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The composer', () => {
  it('says in words who will read it', async () => {
    await draw(composer(general));
    const user = await write('x');
    expect(screen.getByText('Zichtbaar voor 31 leden van SSC & Verkoop.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Persoonlijk' }));
    expect(screen.getByText(/Je schrijft namens jezelf/)).toBeTruthy();
  });

  it('says so when only a department or also guests will read it', async () => {
    const salaries = tab(23, { name: 'Salarissen', audience: 'department', department: 4 });
    const { unmount } = await draw(composer(salaries));
    act(() => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [department(4, { name: 'HR' })], cursors: [] });
    });
    await write('x');
    expect(screen.getByText('Alleen zichtbaar voor leden van SSC & Verkoop die bij HR werken.')).toBeTruthy();
    unmount();
    await draw(composer(tab(24, { name: 'Kettingwerk', audience: 'guests' })));
    await write('x');
    expect(screen.getByText('Zichtbaar voor 31 leden van SSC & Verkoop, en voor gasten.')).toBeTruthy();
  });

  it('begins with the mark of the tab', async () => {
    await draw(composer(tab(25, { default_mark: 'personal' })));
    await write('x');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Persoonlijk' }).checked).toBe(true);
  });

  it('posts with Ctrl and Enter, shows it at once, and closes', async () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    await draw(composer(general));
    const user = await write('  Hallo allemaal  ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sentBody()).toMatchObject({ body: 'Hallo allemaal', mark: 'work' });
    expect(screen.getByText('Wordt geplaatst…')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('does not post nothing', async () => {
    await draw(composer(general));
    const user = await write('   ');
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(fetch).not.toHaveBeenCalled();
  });

  it('keeps a failed post, with its reference, and tries again with the same client_id', async () => {
    fetch.mockResolvedValueOnce(refusal(500, 'internal')).mockResolvedValueOnce(new Response(JSON.stringify(post(9))));
    await draw(composer(general));
    const user = await write('Hallo');
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(await screen.findByText('Referentie: R-77')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    await vi.waitFor(() => expect(outbox.get()).toEqual([]));
    const ids = fetch.mock.calls.map(([, init]) => (JSON.parse(init?.body as string) as { client_id: string }).client_id);
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps a draft per tab, through a reload', async () => {
    const { unmount } = await draw(composer(general));
    await write('Later meer');
    unmount();
    await draw(composer(general));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Later meer');
  });

  it('takes the text along to the tab that one chooses', async () => {
    await draw(composer(general, tab(22)));
    const user = await write('Voor HR');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Voor HR');
    fetch.mockReturnValue(new Promise(() => undefined));
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/tabs/22/posts');
  });

  it('says how much is too long, and does not send it', async () => {
    await draw(composer(general));
    const user = await write('x');
    await user.click(screen.getByRole('textbox'));
    await user.paste('é'.repeat(10_001));
    expect(screen.getByText('3 tekens te lang')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is accessible, open and closed', async () => {
    const { container } = await draw(composer(general, tab(22)));
    await expectAccessible(container);
    await write('Hallo');
    await expectAccessible(container);
  });
});
