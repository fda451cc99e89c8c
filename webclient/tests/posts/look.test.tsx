import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { outbox, post as send } from '../../src/features/posts/outbox.ts';
import type { LiveEvent } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, comment, event, group, me, page, post, reading, tab, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openTab } from '../tab-page.tsx';
import { visit } from '../visit.tsx';
// What a choice fetches is here already: a busy machine loads it slowly.
import '../../src/design/ChoiceMenu.tsx';

const plain = '/api/tabs/21/posts';
const byActivity = `${plain}?order=activity`;
const personal = `${plain}?mark=personal`;
/// Post 1 was commented on in minute 20, so it comes before 5 and 3.
const talkedAbout = [viewOf(post(1), { thread: { comments: 1, version: 1, active_at: at(20) } }), viewOf(post(5)), viewOf(post(3))];

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (path: string, body: unknown) => act(() => network.answer(path, body));
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));
const button = (name: string) => screen.queryByRole('button', { name });
const pill = () => button('Nieuwe berichten en reacties tonen');
const commented = (seq: number, of: number, more: Parameters<typeof comment>[1] = {}, version = 2) =>
  event('comment.created', seq, {
    comment: comment(90 + seq, { post: of, published_at: at(30 + seq), ...more }),
    thread: { comments: 1, version, active_at: at(30 + seq) },
  });
const created = (seq: number, id: number, more: Parameters<typeof post>[1] = {}) =>
  event('post.created', seq, { post: post(id, { published_at: at(40 + id), ...more }) });

async function choose(label: RegExp, choice: string) {
  await user().click(screen.getByRole('button', { name: label }));
  await user().click(await screen.findByRole('menuitemradio', { name: choice }));
}

async function openByActivity() {
  const drawn = await openTab(network, group(), { posts: [post(5), post(3), post(1)] });
  await choose(/^Volgorde van de berichten/, 'Laatste reactie eerst');
  await answer(byActivity, { ...page([], { next: 'x' }), items: talkedAbout });
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
  outbox.set([]);
  queries.clear();
});

describe('By activity', () => {
  it('a tab shows first what was talked about last, without days and without the line of the last visit', async () => {
    await openTab(network, group({ tabs: [{ ...tab(21), reading: reading(21, { unread: 1, read_until: at(3) }) }] }), { posts: [post(5), post(3), post(1)] });
    expect(screen.getByText('Nieuw sinds je vorige bezoek')).toBeTruthy();
    expect(screen.getByText('Maandag 23 november')).toBeTruthy();
    await choose(/^Volgorde van de berichten: Nieuwste eerst$/, 'Laatste reactie eerst');
    await answer(byActivity, { ...page([]), items: talkedAbout });
    expect(shown()).toEqual([1, 5, 3]);
    expect(screen.queryByText('Nieuw sinds je vorige bezoek')).toBeNull();
    expect(screen.queryByText('Maandag 23 november')).toBeNull();
    expect(button('Volgorde van de berichten: Laatste reactie eerst')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('is kept on this device, for groups as well', async () => {
    await openByActivity();
    cleanup();
    await visit('/g/2/all');
    await act(() => network.pass(50));
    expect(network.waiting).toContain('/api/groups/2/posts?order=activity');
  });

  it('nothing moves when others post and comment: it waits for a word, at the top too', async () => {
    await openByActivity();
    expect(pill()).toBeNull();
    await say(commented(11, 3));
    expect(shown()).toEqual([1, 5, 3]);
    expect(screen.getByText('Reactie 101')).toBeTruthy();
    fireEvent.click(pill() ?? expect.fail());
    await act(() => network.pass(0));
    await answer(byActivity, { ...page([], { cursors: [{ stream: 'group:2', cursor: 'g:11' }] }), items: [talkedAbout[2], talkedAbout[0], talkedAbout[1]] });
    expect(shown()).toEqual([3, 1, 5]);
    expect(pill()).toBeNull();
    await say(created(12, 6));
    expect(shown()).toEqual([3, 1, 5]);
    expect(pill()).toBeTruthy();
  });

  it.each([
    ['a comment on a post further back', true, commented(11, 99)],
    ['a comment in another tab', false, commented(11, 99, { tab: 22 })],
    ['a comment on what stands first', false, commented(11, 1)],
    ['an own comment', false, commented(11, 3, { author: me.person.id })],
    ['a comment that was edited', false, event('comment.edited', 11, { comment: comment(101, { post: 3, version: 2 }), thread: { comments: 1, version: 2 } })],
    ['the edit of a post further back', false, event('post.edited', 11, { post: post(2, { version: 2 }) })],
  ])('%s waits for a word: %s', async (_what, waits, happened) => {
    await openByActivity();
    await say(happened);
    expect(pill() !== null).toBe(waits);
    expect(shown()).toEqual([1, 5, 3]);
  });

  it('a post that was never loaded stays so, though it is newer than what is', async () => {
    await openTab(network, group(), { posts: [post(5)] });
    await choose(/^Volgorde van de berichten/, 'Laatste reactie eerst');
    await answer(byActivity, { ...page([], { next: 'x' }), items: talkedAbout.slice(0, 1) });
    await say(event('post.edited', 11, { post: post(3, { version: 2 }) }));
    expect(pill()).toBeNull();
  });

  it('an own post shows at once, on top', async () => {
    await openByActivity();
    await say(created(11, 6, { author: me.person.id }));
    expect(shown()).toEqual([6, 1, 5, 3]);
    expect(pill()).toBeNull();
  });

  it('what is seen is marked up to the newest post, wherever that stands', async () => {
    const marked = listenForMarks();
    await openTab(network, group({ tabs: [{ ...tab(21), reading: reading(21, { unread: 3 }) }] }), { posts: [post(5), post(3), post(1)] });
    await choose(/^Volgorde van de berichten/, 'Laatste reactie eerst');
    await answer(byActivity, { ...page([]), items: talkedAbout });
    await act(() => network.pass(10_000));
    expect(marked).toEqual([['/api/tabs/21/reading', { up_to: 5 }]]);
  });
});

describe('Work or personal', () => {
  it('a tab shows what one chose, and what comes of it', async () => {
    await openTab(network, group(), { posts: [post(5), post(3, { mark: 'personal' })] });
    await choose(/^Namens wie geschreven: Werk en persoonlijk$/, 'Persoonlijk');
    await answer(personal, page([post(3, { mark: 'personal' })]));
    expect(shown()).toEqual([3]);
    await say(created(11, 6), created(12, 7, { mark: 'personal' }));
    expect(shown()).toEqual([7, 3]);
    await say(event('post.edited', 13, { post: post(3, { version: 2 }) }));
    expect(shown()).toEqual([7]);
  });

  it('says that there is none, and leads back to all', async () => {
    await openTab(network, group(), { posts: [post(5)] });
    await choose(/^Namens wie geschreven/, 'Persoonlijk');
    await answer(personal, page([]));
    expect(screen.getByText('Hier staat nog geen persoonlijk bericht.')).toBeTruthy();
    await user().click(screen.getByRole('button', { name: 'Toon alles' }));
    expect(shown()).toEqual([5]);
    expect(button('Namens wie geschreven: Werk en persoonlijk')).toBeTruthy();
  });

  it.each([
    ['up to what it shows', 3, [['/api/tabs/21/reading', { up_to: 3 }]]],
    ['nothing that it does not show', 5, []],
  ])('marks as read %s', async (_what, id, marks) => {
    await openTab(network, group({ tabs: [{ ...tab(21), reading: reading(21, { unread: 2 }) }] }), { posts: [post(5), post(3)] });
    const marked = listenForMarks();
    await choose(/^Namens wie geschreven/, 'Persoonlijk');
    await answer(personal, page([post(id, { mark: 'personal' })]));
    await act(() => network.pass(10_000));
    expect(marked).toEqual(marks);
  });

  it('is not marked as read with what is not shown', async () => {
    const all = [post(5), post(4, { mark: 'personal' }), post(3, { mark: 'personal' }), post(2, { mark: 'personal' })];
    await openTab(network, group({ tabs: [{ ...tab(21), reading: reading(21, { unread: 4 }) }] }), { posts: all });
    expect(button('Alles gelezen')).toBeTruthy();
    await choose(/^Namens wie geschreven/, 'Persoonlijk');
    await answer(personal, page(all.slice(1)));
    expect(shown()).toEqual([4, 3, 2]);
    expect(button('Alles gelezen')).toBeNull();
  });

  it('gives way when one writes what it does not show', async () => {
    await openTab(network, group(), { posts: [post(5)] });
    await choose(/^Namens wie geschreven/, 'Persoonlijk');
    await answer(personal, page([post(3, { mark: 'personal' })]));
    act(() => send(2, { tab: 21, body: 'Persoonlijk', mark: 'personal' }));
    expect(shown()).toEqual([3]);
    act(() => send(2, { tab: 21, body: 'Zakelijk', mark: 'work' }));
    expect(shown()).toEqual([5]);
    expect(button('Namens wie geschreven: Werk en persoonlijk')).toBeTruthy();
  });

  it('is offered where nothing stands only when it is why', async () => {
    await openTab(network, group(), { posts: [] });
    expect(button('Namens wie geschreven: Werk en persoonlijk')).toBeNull();
  });

  it('what one kept before leads to a value that is known', async () => {
    localStorage.setItem(`plein.${String(me.person.id)}.feed-look`, JSON.stringify({ order: 'oldest', mark: 'all' }));
    await openTab(network, group());
    expect(button('Volgorde van de berichten: Nieuwste eerst')).toBeTruthy();
    expect(queries.getQueryData(groupsQuery.queryKey)).toBeTruthy();
  });
});

/// What the server is told of what was seen, from here on.
function listenForMarks(): unknown[] {
  const marked: unknown[] = [];
  const fetch = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path.endsWith('/reading') && typeof init.body === 'string') marked.push([path, JSON.parse(init.body)]);
    return fetch(path, init);
  });
  vi.stubGlobal('IntersectionObserver', InView);
  return marked;
}

/// Whatever an article shows is in view, for whoever looks at it from now on.
class InView {
  readonly look: (moments: object[]) => void;
  constructor(look: InView['look']) {
    this.look = look;
  }
  observe(target: Element) {
    const rect = { height: 200 };
    this.look([{ target, isIntersecting: true, intersectionRatio: 1, intersectionRect: rect, rootBounds: { height: 800 } }]);
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
}
