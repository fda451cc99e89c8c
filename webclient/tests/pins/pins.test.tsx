import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import type { LiveEvent, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, event, group, me, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openPostMenu, openTab } from '../tab-page.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const pinned = (id: number, minute: number, more: Partial<Post> = {}) => post(id, { version: 2, pinned_at: at(minute), ...more });
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const section = () => screen.queryByText(/^Vastgezet · /)?.closest('details') ?? null;
const lines = () => within(section() ?? expect.fail()).getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));

const moderated = group({ role: 'moderator' });

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

describe('The pinned posts of a tab', () => {
  it('stand on top, folded, the last one that was pinned first', async () => {
    await openTab(network, group(), { pins: [pinned(3, 30), pinned(1, 20)] });
    expect(section()?.hasAttribute('open')).toBe(false);
    expect(screen.getByText('Vastgezet · 2')).toBeTruthy();
    expect(lines()).toEqual(['/p/3', '/p/1']);
    await expectAccessible(screen.getByRole('main'));
  });

  it('come and go as somebody pins and unpins, and as they are deleted', async () => {
    await openTab(network, group(), { posts: [post(5), post(1)] });
    expect(section()).toBeNull();
    await say(event('post.edited', 11, { post: pinned(5, 30) }), event('post.edited', 12, { post: pinned(1, 40) }));
    expect(lines()).toEqual(['/p/1', '/p/5']);
    expect(screen.getAllByText('Vastgezet')).toHaveLength(2);
    await say(event('post.edited', 13, { post: post(5, { version: 3 }) }));
    expect(lines()).toEqual(['/p/1']);
    expect(screen.getAllByText('Vastgezet')).toHaveLength(1);
    await say(event('post.deleted', 14, { post: 1, tab: 21, group: 2, version: 3 }));
    expect(section()).toBeNull();
  });
});

describe('Pinning', () => {
  it('is for those who look after the tab', async () => {
    await openTab(network, group());
    await openPostMenu(network);
    expect(screen.queryByRole('menuitem', { name: 'Vastzetten' })).toBeNull();
  });

  it('is for nobody in an archived group', async () => {
    await openTab(network, group({ role: 'owner', archived: true }));
    await openPostMenu(network);
    expect(screen.queryByRole('menuitem', { name: 'Vastzetten' })).toBeNull();
  });

  it('shows in the section and on the card, with the way back', async () => {
    await openTab(network, moderated);
    await openPostMenu(network);
    await user().click(screen.getByRole('menuitem', { name: 'Vastzetten' }));
    await answer('/api/posts/5/pin', pinned(5, 30));
    expect(lines()).toEqual(['/p/5']);
    expect(screen.getByText('Vastgezet')).toBeTruthy();
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    await answer('/api/posts/5/pin', post(5, { version: 3 }));
    expect(section()).toBeNull();
  });

  it('says so when ten are pinned', async () => {
    await openTab(network, moderated);
    await openPostMenu(network);
    await user().click(screen.getByRole('menuitem', { name: 'Vastzetten' }));
    await answer('/api/posts/5/pin', { status: 409, code: 'full', request_id: 'R' }, 409);
    expect(said()).toEqual(['Hier staan al 10 berichten vast. Maak er eerst een los.']);
    expect(section()).toBeNull();
  });
});
