import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import type { Reading } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, group, me, reading, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openTab } from '../tab-page.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/groups/FollowChoices.tsx';

const path = '/api/tabs/21/following';
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (body: unknown, status = 200) => act(() => network.answer(path, body, status));
const button = () => screen.getByRole('button', { name: /^Volgen van Algemeen/ });
const chosen = () => screen.getAllByRole('menuitemradio', { checked: true }).map((item) => within(item).getByText(/^[A-Z][^.]*$/).textContent);

async function open(more: Partial<Reading> = {}) {
  await openTab(network, group({ tabs: [{ ...tab(21), reading: reading(21, more) }, tab(22)] }));
  await user().click(button());
  await screen.findByRole('menuitemradio', { name: 'Dempen' });
}
const choose = (name: string) => user().click(screen.getByRole('menuitemradio', { name }));

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

describe('What one hears of a tab', () => {
  it('is what concerns one, unless one wants to hear of every post; the button says so at once', async () => {
    const asked = vi.spyOn(api, 'setFollowing');
    await open();
    expect(chosen()).toEqual(['Volgen', 'Alleen wat mij aangaat']);
    expect(button().getAttribute('aria-label')).toBe('Volgen van Algemeen: Je volgt dit');
    await expectAccessible(screen.getByRole('menu'));
    await choose('Ook elk nieuw bericht');
    expect(asked).toHaveBeenLastCalledWith({ tab: 21, following: 'followed', every_post: true });
    expect(button().getAttribute('aria-label')).toBe('Volgen van Algemeen: Je volgt dit, melding bij elk bericht');
    await answer(reading(21, { version: 2, every_post: true }));
    await user().click(button());
    expect(chosen()).toEqual(['Volgen', 'Ook elk nieuw bericht']);
    await choose('Alleen wat mij aangaat');
    expect(asked).toHaveBeenLastCalledWith({ tab: 21, following: 'followed', every_post: false });
  });

  it('does not change whether one follows it, nor the other way round', async () => {
    const asked = vi.spyOn(api, 'setFollowing');
    await open({ following: 'unfollowed' });
    await choose('Ook elk nieuw bericht');
    expect(asked).toHaveBeenLastCalledWith({ tab: 21, following: 'unfollowed', every_post: true });
    await answer(reading(21, { version: 2, following: 'unfollowed', every_post: true }));
    await user().click(button());
    await choose('Volgen');
    expect(asked).toHaveBeenLastCalledWith({ tab: 21, following: 'followed' });
    expect(button().getAttribute('aria-label')).toBe('Volgen van Algemeen: Je volgt dit, melding bij elk bericht');
  });

  it('is nothing of what is muted, so there is nothing to choose', async () => {
    await open({ following: 'muted', every_post: true });
    expect(screen.queryByRole('menuitemradio', { name: 'Ook elk nieuw bericht' })).toBeNull();
    expect(button().getAttribute('aria-label')).toBe('Volgen van Algemeen: Gedempt');
  });

  it('is taken back when the server refuses it, and that is said', async () => {
    await open();
    await choose('Ook elk nieuw bericht');
    await answer({ status: 503, code: 'overloaded', request_id: 'R' }, 503);
    await act(() => network.pass(10_000));
    expect(button().getAttribute('aria-label')).toBe('Volgen van Algemeen: Je volgt dit');
    expect(toasts.visibleToasts.map(({ content }) => content.message)).toEqual(['Het is nu te druk. Probeer het zo opnieuw.']);
  });

  it('is taken over from another device', async () => {
    await open();
    await act(() => network.say(event('tab.followed', 2, { reading: reading(21, { version: 2, every_post: true }) }, 'user:7')));
    expect(button().getAttribute('aria-label')).toBe('Volgen van Algemeen: Je volgt dit, melding bij elk bericht');
  });
});
