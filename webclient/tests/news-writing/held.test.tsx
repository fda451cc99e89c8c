import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { Queue } from '../../src/features/held/Queue.tsx';
import { keptDraft } from '../../src/features/posts/drafts.ts';
import { outbox } from '../../src/features/posts/outbox.ts';
import type { EditHeldPost, OwnHeldPost } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, department, post } from '../make.ts';
import '../../src/features/news/NewsHead.tsx';

const body = '# Kluis\n\nVanaf maandag.\n\nDe sleutels…';
const held = (more: Partial<OwnHeldPost> = {}): OwnHeldPost => ({
  post: post(9, { state: 'held', version: 4, kind: 'news', author: 7, body }),
  kind: 'approval',
  since: at(9),
  news: { version: 1, must_read: false, confirmed: 0, affects: [{ department: 2 }, { department: 1 }] },
  ...more,
});
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (of: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(of), { status }));
const know = () =>
  act(() => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR' }), department(2, { name: 'Finance' })], cursors: [] });
  });
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'PUT').map(([, init]) => JSON.parse(init?.body as string) as EditHeldPost);

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
  // An editor that the test before left open has had its say since.
  toasts.clear();
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('News that waits for approval', () => {
  it('says to who decides which departments it affects', async () => {
    const { since, kind, post: waiting, news } = held();
    fetch.mockImplementation(() => answer({ items: [{ post: { ...waiting, author: 3 }, kind, since, news }], people: [], cursors: [] }));
    const { container } = await draw(<Queue group={2} />);
    const card = within(await screen.findByRole('article'));
    know();
    expect(card.getByText('Nieuws')).toBeTruthy();
    expect(await card.findByText('Raakt Finance en HR')).toBeTruthy();
    await expectAccessible(container);
  });

  it('says so to its author, who changes title, lead and text, and does not save it without a title', async () => {
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held()} places="none" />);
    know();
    expect(await screen.findByText('Raakt Finance en HR')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    const title = await screen.findByLabelText<HTMLInputElement>('Titel');
    expect([title.value, screen.getByLabelText<HTMLTextAreaElement>('Inleiding').value, screen.getByLabelText<HTMLTextAreaElement>('Bericht aanpassen').value]).toEqual(['Kluis', 'Vanaf maandag.', 'De sleutels…']);
    await user.clear(title);
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toEqual([]);
    await user.type(title, 'Nieuwe kluis');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toEqual([{ version: 4, body: '# Nieuwe kluis\n\nVanaf maandag.\n\nDe sleutels…', mark: 'work' }]);
  });

  it('says what a title is when the server reads none', async () => {
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held()} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await user.type(await screen.findByLabelText('Titel'), '[[](/x)');
    fetch.mockImplementation(() => answer({ status: 400, code: 'invalid_request', field: '$.body', request_id: 'R-1' }, 400));
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(await screen.findByText('Nieuws begint met een titel van hoogstens 120 tekens.')).toBeTruthy();
  });

  it('that is approved while its author changes it leaves them what they wrote', async () => {
    const user = userEvent.setup();
    const { unmount } = await draw(<OwnHeldCard held={held()} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await user.type(await screen.findByLabelText('Inleiding'), ' Echt.');
    unmount();
    expect(keptDraft(21)).toMatchObject({ body: 'De sleutels…', news: { title: 'Kluis', lead: 'Vanaf maandag. Echt.' } });
    expect(toasts.visibleToasts).toHaveLength(1);
  });

  it('that is approved while its author only looks leaves nothing behind', async () => {
    const user = userEvent.setup();
    const { unmount } = await draw(<OwnHeldCard held={held()} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await screen.findByLabelText('Titel');
    unmount();
    expect([keptDraft(21), toasts.visibleToasts.length]).toEqual([undefined, 0]);
  });

  it('that was taken back is sent in again as it was', async () => {
    fetch.mockImplementation((_, init) => (init?.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : new Promise(() => undefined)));
    const user = userEvent.setup();
    await draw(<OwnHeldCard held={held()} places="none" />);
    await user.click(screen.getByRole('button', { name: 'Trek in' }));
    await waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(outbox.get().map(({ request }) => request)).toMatchObject([{ tab: 21, body, news: { must_read: false, affects: [2, 1] } }]);
  });
});
