import { afterEach, beforeEach, expect, it } from 'vitest';
import { postQuery } from '../../src/features/posts/queries.ts';
import { previewQuery } from '../../src/features/previews/previews.ts';
import { queries } from '../../src/state/queries.ts';
import { me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';

let network: Network;
const refusal = { status: 404, code: 'not_found', request_id: 'R-1' };

beforeEach(async () => {
  network = await openNetwork(me);
});
afterEach(() => {
  network.close();
  queries.clear();
});

it('A connection that is back asks again for what failed, but not for all the pages outside that did', async () => {
  const failed = [queries.query(postQuery(5)), queries.query(previewQuery(5, 'https://a.nl')), queries.query(previewQuery(6, 'https://b.nl'))];
  const ended = Promise.allSettled(failed);
  await network.pass(0);
  for (const path of ['/api/posts/5', '/api/posts/5/preview', '/api/posts/6/preview']) await network.answer(path, refusal, 404);
  await ended;
  await network.breakOff();
  expect(network.waiting).toEqual(['/api/posts/5']);
});
