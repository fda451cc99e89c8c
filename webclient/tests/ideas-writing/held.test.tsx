import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { Queue } from '../../src/features/held/Queue.tsx';
import { outbox } from '../../src/features/posts/outbox.ts';
import type { EditHeldPost, Idea, OwnHeldPost } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, department, post, service } from '../make.ts';

const idea = (more: Partial<Idea> = {}): Idea => ({ version: 1, votes: 0, steps: [], ...more });
const held = (about = idea({ department: 1 })): OwnHeldPost => ({
  post: post(9, { state: 'held', version: 4, kind: 'idea', author: 7, body: 'Meer rekken' }),
  kind: 'approval',
  since: at(9),
  idea: about,
});
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (of: unknown) => Promise.resolve(new Response(JSON.stringify(of)));
const know = () =>
  act(() => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR' })], cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items: [service(5, { name: 'Salaris' })], cursors: [] });
  });

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
  toasts.clear();
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('An idea that waits for approval', () => {
  it('says to who approves it that it is one, and for whom', async () => {
    const { since, kind, post: waiting, idea: about } = held();
    fetch.mockImplementation(() => answer({ items: [{ post: { ...waiting, author: 3 }, kind, since, idea: about }], people: [], cursors: [] }));
    const { container } = await draw(<Queue group={2} />);
    const card = within(await screen.findByRole('article'));
    know();
    expect(card.getByText('Idee')).toBeTruthy();
    expect(await card.findByText('voor HR')).toBeTruthy();
    await expectAccessible(container);
  });

  it('says so to its author, who changes its text', async () => {
    const user = userEvent.setup();
    const { container } = await draw(<OwnHeldCard held={held(idea({ department: 1, service: 5 }))} places="none" />);
    know();
    expect(await screen.findByText('voor HR · Salaris')).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), ' bij poort 2');
    expect(screen.getByText('voor HR · Salaris')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    const [sent] = fetch.mock.calls.filter(([, init]) => init?.method === 'PUT').map(([, init]) => JSON.parse(init?.body as string) as EditHeldPost);
    expect(sent).toEqual({ version: 4, body: 'Meer rekken bij poort 2', mark: 'work' });
  });

  it('for nobody in particular says no more than that it is one', async () => {
    await draw(<OwnHeldCard held={held(idea())} places="none" />);
    know();
    expect(screen.getByText('Idee')).toBeTruthy();
    expect(screen.queryByText(/^voor /)).toBeNull();
  });

  it.each([
    ['a department', idea({ department: 1 }), { department: 1 }],
    ['a service', idea({ department: 1, service: 5 }), { service: 5 }],
    ['nobody', idea(), {}],
  ])('is for the same when its withdrawal is taken back: %s', async (_whom, about, target) => {
    fetch.mockImplementation((_, init) => (init?.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : new Promise(() => undefined)));
    await draw(<OwnHeldCard held={held(about)} places="none" />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Trek in' }));
    await waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    const [again] = outbox.get().map(({ request }) => request);
    expect(again).toMatchObject({ tab: 21, body: 'Meer rekken' });
    expect(again?.idea).toEqual(target);
  });
});
