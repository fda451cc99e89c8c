import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { Markdown } from '../../src/features/posts/Markdown.tsx';
import { beginningOf } from '../../src/features/comments/plain.ts';
import type { LiveEvent, MarkdownTree, Post, PostId } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, event, me, page, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/topics/TopicPage.tsx';
import '../../src/i18n/nl-later.ts';

const blocks = (topic: string): MarkdownTree => [
  { type: 'quote', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Over ' }, { type: 'topic', text: `#${topic}`, topic: topic.toLowerCase() }] }] },
];
const about = (id: PostId, topic: string, more: Partial<Post> = {}) => post(id, { body: `> Over #${topic}`, blocks: blocks(topic), ...more });
const path = '/api/topics/kantine/posts';

let network: Network;
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const answer = (to: string, body: unknown, status = 200) => act(() => network.answer(to, body, status));
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));

async function openTopic(...posts: Post[]) {
  const drawn = await visit('/t/Kantine');
  await act(() => network.pass(50));
  await answer(path, page(posts));
  return drawn;
}

describe('A topic in a text', () => {
  it('is a link to the posts that have it, as it was written', async () => {
    await draw(<Markdown blocks={[{ type: 'paragraph', children: [{ type: 'topic', text: '#Ça_Va', topic: 'ça_va' }] }]} />);
    expect(screen.getByRole('link', { name: '#Ça_Va' }).getAttribute('href')).toBe('/t/%C3%A7a_va');
  });

  it('is one of the words of an excerpt', () => {
    expect(beginningOf([{ type: 'paragraph', children: [{ type: 'text', text: 'Zie ' }, { type: 'topic', text: '#Kantine', topic: 'kantine' }, { type: 'text', text: '.' }] }])).toBe('Zie #Kantine.');
  });
});

describe('The page of a topic', () => {
  beforeEach(async () => {
    queries.setQueryData(meQuery.queryKey, me);
    network = await openNetwork(me);
  });
  afterEach(() => {
    cleanup();
    act(sessionEnded);
    act(network.close);
    queries.clear();
  });

  it('has the posts that one may read, newest first, however its address is written', async () => {
    const { container } = await openTopic(about(9, 'Kantine'), about(5, 'kantine'));
    expect(screen.getByRole('heading', { name: '#kantine', level: 1 })).toBeTruthy();
    expect(shown()).toEqual([9, 5]);
    expect(screen.getAllByText(/SSC & Verkoop, Algemeen/)).toHaveLength(2);
    await expectAccessible(container);
  });

  it('has what is about it in the other language alone', async () => {
    const inEnglish = { language: 'en' as const, body: '#kantine', blocks: blocks('kantine'), outdated: false };
    await openTopic(about(5, 'kantine'));
    await say(event('post.created', 11, { post: post(8, { author: 7, translation: inEnglish }) }));
    expect(shown()).toEqual([8, 5]);
  });

  it('says when there are none, and does not tell whether others have some', async () => {
    const { container } = await openTopic();
    expect(screen.getByText('Geen berichten over #kantine die jij kunt lezen.')).toBeTruthy();
    await expectAccessible(container);
  });

  it('offers to try again when it could not be read', async () => {
    await visit('/t/kantine');
    await act(() => network.pass(50));
    await answer(path, { status: 500, code: 'internal', request_id: 'R' }, 500);
    expect(screen.getByRole('button', { name: 'Opnieuw proberen' })).toBeTruthy();
  });

  it('gets what is posted about it while one looks, and nothing else', async () => {
    await openTopic(about(5, 'kantine'));
    await say(event('post.created', 11, { post: post(8, { author: 7 }) }), event('post.created', 12, { post: about(9, 'Kantine', { author: 7 }) }));
    expect(shown()).toEqual([9, 5]);
    await say(event('post.created', 1, { post: about(10, 'Kantine', { author: 7, tab: 99 }) }, 'tab:99'));
    expect(shown()).toEqual([9, 5]);
  });

  it('follows edits: one that names it comes, with what was said below it, and one that does not any more goes', async () => {
    await openTopic(about(9, 'kantine'), about(5, 'kantine'));
    await say(event('post.edited', 11, { post: post(9, { version: 2 }) }));
    expect(shown()).toEqual([5]);
    await say(event('post.edited', 12, { post: about(6, 'Kantine', { version: 2, edited_at: at(12) }) }));
    expect(shown()).toEqual([6, 5]);
    await act(() => network.pass(2_500));
    expect(network.waiting).toContain('/api/posts/6');
  });

  it('loses what is deleted, and what goes out of sight', async () => {
    await openTopic(about(9, 'kantine'), about(5, 'kantine', { tab: 22 }));
    await say(event('post.deleted', 11, { post: 9, tab: 21, group: 2, version: 2 }));
    expect(shown()).toEqual([5]);
    await say(event('access.revoked', 12, { person: 7 }));
    expect(shown()).toEqual([]);
  });

  it('reads on where there is more', async () => {
    await visit('/t/kantine');
    await act(() => network.pass(50));
    await answer(path, page([about(9, 'kantine')], { next: 'x' }));
    act(() => screen.getByRole('button', { name: 'Oudere berichten' }).click());
    await act(() => network.pass(50));
    await answer(`${path}?before=x`, page([about(5, 'kantine')]));
    expect(shown()).toEqual([9, 5]);
  });
});
