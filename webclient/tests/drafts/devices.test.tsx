import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { draftsQuery } from '../../src/features/drafts/drafts.ts';
import { queries } from '../../src/state/queries.ts';
import { at, event, me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What the page fetches is here already: a busy machine loads it slowly.
import '../../src/features/drafts/DraftNote.tsx';
import '../../src/features/drafts/sync.ts';

let network: Network;
const drafts = '/api/me/drafts';
const saved = (version: number, body: string) => ({ tab: 21, version, content: JSON.stringify({ body, mark: 'work' }), saved_at: at(1) });
const list = (...items: ReturnType<typeof saved>[]) => ({ items, cursors: [{ stream: 'user:7', cursor: 'g:1' }] });
const pass = (milliseconds: number) => act(() => network.pass(milliseconds));
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je bericht' });

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

describe('A page of somebody who writes on several devices', () => {
  it('asks once for what they write, has it, hears of more, and brings its own', async () => {
    await visit('/g/2/21', { knowing: () => queries.removeQueries({ queryKey: draftsQuery.queryKey }) });
    await pass(50);
    expect(network.waiting.filter((path) => path === drafts)).toHaveLength(1);
    await act(() => network.answer(drafts, list(saved(1, 'Van mijn telefoon'))));
    const user = userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
    await user.click(await screen.findByRole('button', { name: 'Verder met je concept in Algemeen' }));
    expect(field().value).toBe('Van mijn telefoon');
    await act(() => network.say(event('draft.changed', 2, { tab: 21, version: 2 }, 'user:7')));
    await pass(1_000);
    await act(() => network.answer(drafts, list(saved(2, 'Van mijn telefoon, en verder'))));
    expect(field().value).toBe('Van mijn telefoon, en verder');
    await user.type(field(), '!');
    await pass(3_000);
    await act(() => network.answer('/api/tabs/21/draft', saved(3, 'Van mijn telefoon, en verder!')));
    expect(await screen.findByText('Concept opgeslagen')).toBeTruthy();
  });

  it('reads them anew when it cannot know what it missed', async () => {
    await visit('/g/2/21', { knowing: () => queries.setQueryData(draftsQuery.queryKey, { ...list(), readAt: 0 }) });
    await pass(50);
    await act(() => network.say({ type: 'resync', stream: 'user:7' }));
    await pass(200);
    expect(network.waiting).toContain(drafts);
  });
});
