import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { keepDraft } from '../../src/features/posts/drafts.ts';
import type { MarkdownNode, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { commentPage, event, group, me, post, tab, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openPostMenu, openTab } from '../tab-page.tsx';
import { visit } from '../visit.tsx';
// What buttons and cards fetch is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';
import '../../src/features/sharing/ShareDialog.tsx';
import '../../src/features/sharing/SharedPost.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const address = (id: number, rest = '') => `${location.origin}/p/${String(id)}${rest}`;
const item = () => screen.queryByRole('menuitem', { name: 'Delen in een andere groep' });

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

describe('Sharing a post', () => {
  async function share() {
    const drawn = await openTab(network, group());
    await openPostMenu(network);
    await user().click(item() ?? expect.fail());
    const dialog = within(await screen.findByRole('dialog', { name: 'Waar wil je dit delen?' }));
    expect(dialog.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['HR']);
    await expectAccessible(screen.getByRole('dialog'));
    await user().click(dialog.getByRole('link', { name: 'HR' }));
    await act(() => network.pass(100));
    return drawn;
  }
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je bericht' });

  it('opens the composer of another place with the link in it, and the caret above', async () => {
    const { history } = await share();
    expect(history.location.pathname).toBe('/g/2/22');
    expect(field().value).toBe(`\n\n${address(5)}`);
    expect(document.activeElement).toBe(field());
  });

  it('keeps what one was writing there', async () => {
    keepDraft(22, { body: 'Half af ', mark: 'personal' });
    await share();
    expect(field().value).toBe(`Half af\n\n${address(5)}`);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Persoonlijk' }).checked).toBe(true);
  });

  it('is not offered to who can post nowhere else', async () => {
    await openTab(network, group({ tabs: [tab(21), { ...tab(22), may_post: false }] }));
    await openPostMenu(network);
    expect(item()).toBeNull();
  });
});

describe('A link to a post', () => {
  const words = (text: string): MarkdownNode => ({ type: 'text', text });
  const link = (url: string): MarkdownNode => ({ type: 'link', url, children: [words(url)] });
  const paragraph = (...children: MarkdownNode[]): MarkdownNode => ({ type: 'paragraph', children });
  const found = { view: viewOf(post(12, { tab: 22, author: 3 })), quoted: [], people: [], cursors: [{ stream: 'group:2', cursor: 'g:10' }] };
  const card = () => screen.queryByRole('link', { name: /Bericht 12/ });
  const asked = () => network.waiting.filter((path) => path === '/api/posts/12').length;
  const answer = (body: unknown, status = 200) => act(() => network.answer('/api/posts/12', body, status));

  let looks: (isIntersecting: boolean) => void;
  beforeEach(() => {
    const all = new Set<(moments: object[]) => void>();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(look: (moments: object[]) => void) {
          all.add(look);
        }
        observe = () => undefined;
        unobserve = () => undefined;
        disconnect = () => undefined;
      },
    );
    looks = (isIntersecting) => all.forEach((look) => look([{ isIntersecting, intersectionRatio: 0, intersectionRect: { height: 0 }, target: document.body }]));
  });

  /// The page of post 5 with these words.
  async function open(...blocks: MarkdownNode[]) {
    const of: Post = post(5, { blocks });
    await visit('/p/5');
    await act(() => network.answer('/api/posts/5', { ...found, view: viewOf(of) }));
    await act(() => network.answer('/api/posts/5/comments?limit=100', commentPage([])));
  }
  const see = () => {
    act(() => {
      looks(true);
    });
  };

  it('alone in a paragraph is a card of it: who, where and how it begins, once it comes into view', async () => {
    await open(paragraph(link(address(12))));
    expect(asked()).toBe(0);
    expect(screen.getByRole('link', { name: address(12) })).toBeTruthy();
    see();
    await answer(found);
    expect(card()?.getAttribute('href')).toBe('/p/12');
    expect(card()?.textContent).toContain('Priya Ramdin');
    expect(card()?.textContent).toContain('SSC & Verkoop\u00A0› HR');
    await expectAccessible(screen.getByRole('article'));
  });

  it('to a private question says that it is one', async () => {
    await open(paragraph(link(address(12))));
    see();
    await answer({ ...found, view: viewOf(post(12, { tab: 22, kind: 'question', state: 'confidential' })) });
    expect(card()?.textContent).toContain('Privévraag');
  });

  it.each([
    ['among words', paragraph(words('Zie '), link(address(12)))],
    ['before words', paragraph(link(address(12)), words(' is het'))],
    ['to a comment', paragraph(link(address(12, '?comment=3')))],
    ['to another site', paragraph(link('https://elders.example/p/12'))],
    ['to another page', paragraph(link(address(12, '/edit')))],
  ])('%s stays a link', async (_which, block) => {
    await open(block);
    see();
    expect(asked()).toBe(0);
    expect(screen.getByRole('link', { name: /p\/12/ })).toBeTruthy();
  });

  it('that the reader may not see says what any page says then, and is asked for once', async () => {
    await open(paragraph(link(address(12))), paragraph(link(address(12))));
    see();
    expect(asked()).toBe(1);
    await answer({ status: 404, code: 'not_found', request_id: 'R' }, 404);
    expect(screen.getAllByText('Dit is er niet, of je kunt het niet zien')).toHaveLength(2);
    const one = paragraph(link(address(12)));
    await act(() => network.say(event('post.edited', 11, { post: post(5, { version: 2, blocks: [one, one, one] }) })));
    see();
    expect(asked()).toBe(0);
    expect(screen.getAllByText('Dit is er niet, of je kunt het niet zien')).toHaveLength(3);
  });

  it('follows what becomes of the post, and hides it when it is deleted', async () => {
    await open(paragraph(link(address(12))));
    see();
    await answer(found);
    await act(() => network.say(event('post.edited', 11, { post: post(12, { tab: 22, version: 2, blocks: [paragraph(words('Beter gezegd'))] }) })));
    expect(screen.getByText('Beter gezegd')).toBeTruthy();
    await act(() => network.say(event('post.deleted', 12, { post: 12, tab: 22, group: 2, version: 3 })));
    await answer({ status: 404, code: 'not_found', request_id: 'R' }, 404);
    expect(screen.queryByText('Beter gezegd')).toBeNull();
    expect(screen.getByText('Dit is er niet, of je kunt het niet zien')).toBeTruthy();
  });

  it('stays a link without an answer', async () => {
    await open(paragraph(link(address(12))));
    see();
    await answer({ status: 500, code: 'internal', request_id: 'R' }, 500);
    expect(screen.getByRole('link', { name: address(12) })).toBeTruthy();
  });

  it('in a feed is a card too', async () => {
    await openTab(network, group(), { posts: [post(5, { blocks: [paragraph(link(address(12)))] })] });
    see();
    await answer(found);
    expect(card()).toBeTruthy();
  });
});
