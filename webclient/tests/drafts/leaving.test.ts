import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mayLeave, meQuery } from '../../src/features/accounts/session.ts';
import { keepDraft } from '../../src/features/posts/drafts.ts';
import { queries } from '../../src/state/queries.ts';
import { me } from '../make.ts';
import '../../src/features/drafts/leaving.ts';

vi.mock('../../src/features/drafts/sync.ts', () => {
  throw new Error('no such chunk');
});

beforeEach(() => {
  queries.setQueryData(meQuery.queryKey, me);
});
afterEach(() => queries.clear());

it('asks before one signs out when what brings drafts to the server never came', async () => {
  keepDraft(21, { body: '', mark: 'work', idea: {} });
  expect(await mayLeave()).toBe(true);
  keepDraft(22, { body: 'Nergens anders', mark: 'work' });
  expect(await mayLeave()).toBe(false);
});
