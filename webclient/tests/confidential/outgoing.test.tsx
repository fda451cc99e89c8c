import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { outbox, post as send } from '../../src/features/posts/outbox.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { department, event, group, me, post, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openTab } from '../tab-page.tsx';
import '../../src/features/questions/RefusedConfidential.tsx';

const created = '/api/tabs/21/posts';
const later = '2099-01-01T00:00:00.000Z';
const asked = { tab: 21, body: 'Klopt mijn loon?', mark: 'work', question: { department: 1 }, confidential: true } as const;
const made = post(9, { author: 7, kind: 'question', state: 'confidential', body: asked.body, published_at: later });
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));
const onTheWay = () => screen.queryByText('Wordt geplaatst…');
const refuse = (field: string, code = 'not_found') => act(() => network.answer(created, { status: 404, code, field, request_id: 'R' }, 404));

async function ask() {
  const drawn = await openTab(network, group({ tabs: [tab(21)] }));
  act(() => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR' }), department(4, { name: 'Facilitair' })], cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items: [], cursors: [] });
  });
  await act(async () => {
    send(2, asked);
    await network.pass(50);
  });
  return drawn;
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('A private question on its way', () => {
  it('is marked, arrives with the answer, stands in no feed, and says where it is', async () => {
    const { history, container } = await ask();
    expect(screen.getByText('Privévraag')).toBeTruthy();
    expect(onTheWay()).toBeTruthy();
    await expectAccessible(container);
    await act(() => network.answer(created, made));
    expect(onTheWay()).toBeNull();
    expect(shown()).toEqual([5]);
    expect(said()).toEqual(['Je privévraag is gesteld. Je vindt die terug bij Vragen.']);
    await act(async () => {
      toasts.visibleToasts[0]?.content.action?.run();
      await network.pass(50);
    });
    expect(history.location.pathname).toBe('/p/9');
  });

  it('is not taken for a public one with the same words that arrives', async () => {
    await ask();
    await act(() => network.say(event('post.created', 11, { post: { ...made, state: 'visible' } })));
    expect(onTheWay()).toBeTruthy();
    expect(outbox.get()).toHaveLength(1);
  });

  it.each([
    ['question', 'not_found'],
    ['$.confidential', 'invalid_request'],
  ])('to somebody who is there no more asks another, and never everyone: %s', async (field, code) => {
    const { container } = await ask();
    await refuse(field, code);
    expect(screen.getByText('Plaatsen lukte niet. De dienst of afdeling die je koos, is er niet meer.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /zonder keuze/ })).toBeNull();
    await expectAccessible(container);
    await user().click(screen.getByRole('button', { name: 'Kies een andere afdeling' }));
    await screen.findByRole('dialog', { name: 'Aan wie stel je je vraag?' });
    await user().type(screen.getByRole('combobox'), 'facil{ArrowDown}{Enter}');
    await user().click(screen.getByRole('button', { name: 'Stel je vraag privé' }));
    expect(outbox.get().map(({ request }) => request)).toMatchObject([{ question: { department: 4 }, confidential: true }]);
    await act(() => network.answer(created, made));
    expect(outbox.get()).toEqual([]);
  });

  it('is sent again as it was after another failure', async () => {
    await ask();
    await act(() => network.answer(created, { status: 500, code: 'internal', request_id: 'R' }, 500));
    await user().click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    expect(outbox.get().map(({ request }) => request)).toMatchObject([asked]);
    await act(() => network.answer(created, made));
    expect(outbox.get()).toEqual([]);
    expect(said()).toHaveLength(1);
  });

  it('that was deleted meanwhile on another device is told nowhere', async () => {
    await ask();
    await act(() => network.answer(created, { ...made, state: 'deleted' }));
    expect(said()).toEqual([]);
    expect(shown()).toEqual([5]);
  });
});

describe('A private question in a feed', () => {
  it('is never there, though an answer brings it', async () => {
    await openTab(network, group({ tabs: [tab(21)] }), { posts: [] });
    await act(() => network.say(event('post.created', 11, { post: { ...made, author: 3 } })));
    expect(shown()).toEqual([]);
  });
});
