import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import type { LiveEvent } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, group, me, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openPostMenu, openTab } from '../tab-page.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/locks/LockDialog.tsx';
import '../../src/features/posts/PostActions.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const locked = (version: number) => post(5, { version, lock_reason: 'Alles is gezegd.' });
const field = () => screen.queryByRole('textbox', { name: 'Schrijf een reactie' });

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

describe('Closed comments', () => {
  it('say why in place of the field, and leave emoji to everyone', async () => {
    await openTab(network, group(), { posts: [locked(2)] });
    expect(screen.getByText('Reacties gesloten: Alles is gezegd.')).toBeTruthy();
    expect(field()).toBeNull();
    expect(screen.getByRole('button', { name: 'Emoji toevoegen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Reacties weer openen' })).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('keep what somebody was writing until they are open again', async () => {
    await openTab(network, group(), { posts: [post(5)] });
    await user().type(field() ?? expect.fail(), 'Half af');
    await say(event('post.edited', 11, { post: locked(2) }));
    expect(field()).toBeNull();
    await say(event('post.edited', 12, { post: post(5, { version: 3 }) }));
    expect((field() as HTMLTextAreaElement | null)?.value).toBe('Half af');
  });

  it('are opened with one click by those who look after the tab', async () => {
    await openTab(network, moderated, { posts: [locked(2)] });
    await user().click(screen.getByRole('button', { name: 'Reacties weer openen' }));
    await answer('/api/posts/5/lock', post(5, { version: 3 }));
    expect(field()).not.toBeNull();
  });
});

describe('Closing comments', () => {
  it('is for those who look after the tab', async () => {
    await openTab(network, group(), { posts: [post(5)] });
    await openPostMenu(network);
    expect(screen.queryByRole('menuitem', { name: 'Reacties sluiten' })).toBeNull();
  });

  it('asks for a reason, and tells it below the post with the way back', async () => {
    await openTab(network, moderated, { posts: [post(5)] });
    await openPostMenu(network);
    await user().click(screen.getByRole('menuitem', { name: 'Reacties sluiten' }));
    const dialog = await screen.findByRole('dialog');
    await user().click(within(dialog).getByRole('button', { name: 'Reacties sluiten' }));
    expect(within(dialog).getByText('Schrijf in een paar woorden waarom.')).toBeTruthy();
    await user().type(within(dialog).getByRole('textbox', { name: /Waarom/ }), 'Alles is gezegd.');
    await user().click(within(dialog).getByRole('button', { name: 'Reacties sluiten' }));
    await answer('/api/posts/5/lock', locked(2));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Reacties gesloten: Alles is gezegd.')).toBeTruthy();
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    await answer('/api/posts/5/lock', post(5, { version: 3 }));
    expect(field()).not.toBeNull();
  });
});
