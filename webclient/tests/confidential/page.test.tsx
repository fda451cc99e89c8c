import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import type { Me, Post, PostView, Question } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, group, me, page, post, question, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import { inHr, knowing } from './card-page.ts';
import '../../src/app/ProfileActions.tsx';
import '../../src/features/questions/QuestionsPage.tsx';

const own = '/api/questions?list=own';
const desk = '/api/questions?list=desk';
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'desk:1', cursor: 'g:1' },
  { stream: 'user:7', cursor: 'g:1' },
];
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (path: string, body: object, status = 200) => act(() => network.answer(path, body, status));
const asked = (id: number, about: Partial<Question> = {}, more: Partial<Post> = {}): PostView =>
  viewOf(post(id, { kind: 'question', ...more }), { question: question(2, about) });
const listed = (...items: PostView[]) => page([], { items, cursors });
const titles = () => within(screen.getByRole('main')).queryAllByRole('heading', { level: 2 });
const links = () => titles().map(({ textContent }) => textContent);
const row = (at: number) => titles()[at]?.closest('li') ?? expect.fail();
const changed = (id: number, to: Question, seq = 11) =>
  act(() => network.say(event('question.changed', seq, { post: id, tab: 21, group: 2, question: to })));
const pass = () => act(() => network.pass(1_000));

async function open(address = '/q', as: Partial<Me> = inHr) {
  const drawn = await visit(address, { as, knowing, groups: [group()] });
  await act(() => network.pass(50));
  return drawn;
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, { ...me, ...inHr });
  network = await openNetwork({ ...me, ...inHr });
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
});

describe('The page with questions', () => {
  it('has what one asked, with whom it asks, how far it is, and which are private', async () => {
    await open();
    await answer(own, listed(asked(5, { confidential: true, picked_up_by: 8 }, { state: 'confidential' }), asked(3, { state: 'accepted', service: 5 })));
    expect(links()).toEqual(['Bericht 5', 'Bericht 3']);
    expect(within(row(0)).getByText('Privévraag')).toBeTruthy();
    expect(within(row(0)).getByText('Daan pakt dit op')).toBeTruthy();
    expect(within(row(0)).getByRole('link', { name: 'Bericht 5' }).getAttribute('href')).toBe('/p/5');
    expect(within(row(1)).queryByText('Privévraag')).toBeNull();
    expect(within(row(1)).getByText('aan HR · Salaris')).toBeTruthy();
    expect(within(row(1)).getByText('Opgelost')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('says which were merged, which leads to the other one, and who else asked', async () => {
    await open();
    await answer(own, listed(asked(5, { merged_into: 9 }), asked(3, { merged: 2 })));
    expect(within(row(0)).getByRole('link', { name: 'Samengevoegd met een andere vraag' }).getAttribute('href')).toBe('/p/9');
    expect(within(row(1)).getByText('Ook gevraagd door 2 collega’s')).toBeTruthy();
  });

  it('has what is asked of one’s desk, and who asks; its address says so', async () => {
    const { history } = await open();
    await answer(own, listed());
    await user().click(screen.getByRole('radio', { name: 'Voor mijn servicedesk' }));
    await answer(desk, listed(asked(5)));
    expect(history.location.search).toBe('?list=desk');
    expect(within(row(0)).getByText('Priya Ramdin')).toBeTruthy();
    cleanup();
    await open('/q?list=desk');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Voor mijn servicedesk' }).checked).toBe(true);
  });

  it.each([
    ['who works nowhere', {}],
    ['a guest', { ...inHr, role: 'guest' as const }],
  ])('has no desk for %s, whatever the address says', async (_, as) => {
    await open('/q?list=desk', as);
    expect(screen.queryByRole('radio')).toBeNull();
    await answer(own, listed());
    expect(screen.getByText('Je hebt nog niets gevraagd.')).toBeTruthy();
  });

  it('says so when nothing is there, and when it could not be read', async () => {
    await open();
    await answer(own, listed());
    expect(screen.getByRole('link', { name: 'Naar je groepen' })).toBeTruthy();
    await user().click(screen.getByRole('radio', { name: 'Voor mijn servicedesk' }));
    await answer(desk, { status: 403, code: 'forbidden', request_id: 'R-9' }, 403);
    expect(screen.getByText(/R-9/)).toBeTruthy();
    await user().click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    await answer(desk, listed());
    expect(screen.getByText('Er zijn geen vragen voor je servicedesk.')).toBeTruthy();
  });

  it('goes on to older ones', async () => {
    await open();
    await answer(own, { ...listed(asked(9)), next: 'x' });
    await user().click(screen.getByRole('button', { name: 'Oudere vragen' }));
    await answer(`${own}&before=x`, listed(asked(4)));
    expect(links()).toEqual(['Bericht 9', 'Bericht 4']);
  });

  it('is reached from the rail, the own menu, and with g and q', async () => {
    const { history } = await open('/help');
    const back = () =>
      act(async () => {
        history.push('/help');
        await network.pass(50);
      });
    await user().click(within(screen.getByRole('navigation', { name: 'Navigatie' })).getByRole('link', { name: 'Vragen' }));
    expect(history.location.pathname).toBe('/q');
    await back();
    await user().click(screen.getByRole('button', { name: /^Menu van/ }));
    await user().click(await screen.findByRole('menuitem', { name: 'Vragen' }));
    expect(history.location.pathname).toBe('/q');
    await back();
    await user().keyboard('gq');
    expect(history.location.pathname).toBe('/q');
  });
});

describe('The list of questions', () => {
  it('shows what becomes of one that everyone reads', async () => {
    await open();
    await answer(own, listed(asked(5)));
    await changed(5, question(3, { state: 'answered' }));
    expect(within(row(0)).getByText('Beantwoord')).toBeTruthy();
    await pass();
    expect(network.waiting).toEqual([]);
  });

  it.each([
    ['desk:1', { department: 1 }],
    ['user:7', {}],
  ] as const)('is read again when %s says that something changed', async (stream, data) => {
    await open();
    await answer(own, listed(asked(5)));
    await act(() => network.say(event('desk.changed', 2, data, stream)));
    await pass();
    await answer(own, listed(asked(9, { confidential: true }, { state: 'confidential' }), asked(5)));
    expect(links()).toEqual(['Bericht 9', 'Bericht 5']);
  });

  it('of a desk is read again when one comes or leaves, and not for what is of no concern', async () => {
    await open('/q?list=desk');
    await answer(desk, listed(asked(5)));
    await changed(9, question(2, { department: 4 }));
    await changed(5, question(3), 12);
    await pass();
    expect(network.waiting).toEqual([]);
    await changed(9, question(3), 13);
    await pass();
    await answer(desk, listed(asked(9), asked(5)));
    await changed(5, question(4, { department: 4 }), 14);
    await pass();
    await answer(desk, listed(asked(9)));
    expect(links()).toEqual(['Bericht 9']);
  });

  it('of one’s own is read again when one asks, here or on another device', async () => {
    await open();
    await answer(own, listed());
    await act(() => network.say(event('post.created', 11, { post: post(9, { kind: 'question' }) })));
    expect(network.waiting).toEqual([]);
    await act(() => network.say(event('post.created', 12, { post: post(10, { kind: 'question', author: 7 }) })));
    await answer(own, listed(asked(10)));
    expect(links()).toEqual(['Bericht 10']);
  });

  it('shows nothing more of a desk that one is not of any more', async () => {
    await open('/q?list=desk');
    await answer(desk, listed(asked(5)));
    await act(() => network.say({ type: 'lost', stream: 'desk:1' }));
    expect(links()).toEqual([]);
    await answer(desk, listed(asked(4)));
    expect(links()).toEqual(['Bericht 4']);
  });

  it('shows nothing more of a group that one left', async () => {
    await open();
    await answer(own, listed(asked(5), asked(4, {}, { group: 6, tab: 61 })));
    await act(() => network.say(event('group.left', 2, { group: 2 }, 'user:7')));
    expect(links()).toEqual(['Bericht 4']);
  });
});
