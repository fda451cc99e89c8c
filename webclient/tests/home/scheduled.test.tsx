import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { scheduledQuery } from '../../src/features/scheduled/scheduled.ts';
import { queries } from '../../src/state/queries.ts';
import { at, me, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/home/WaitingList.tsx';

let network: Network;
const one = (id: number, failed: boolean) => ({ post: post(id, { state: 'scheduled' }), publish_at: at(1), failed });

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

describe('Home', () => {
  it('says how many of the own posts did not come at their time, and leads to them', async () => {
    await visit('/', { knowing: () => queries.setQueryData(scheduledQuery.queryKey, { items: [one(5, true), one(6, false)], people: [], cursors: [] }) });
    await act(() => network.pass(50));
    const line = await screen.findByRole('link', { name: '1 ingepland bericht van jou is niet geplaatst' });
    expect(line.getAttribute('href')).toBe('/scheduled');
  });

  it('asks for them, as nothing else tells', async () => {
    await visit('/', { knowing: () => queries.removeQueries({ queryKey: scheduledQuery.queryKey }) });
    await act(() => network.pass(50));
    expect(network.waiting).toContain('/api/me/scheduled');
    await act(() => network.answer('/api/me/scheduled', { items: [one(5, true), one(6, true)], people: [], cursors: [] }));
    expect(await screen.findByRole('link', { name: '2 ingeplande berichten van jou zijn niet geplaatst' })).toBeTruthy();
  });
});
