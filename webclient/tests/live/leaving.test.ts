import { afterEach, describe, expect, it } from 'vitest';
import { say, toasts } from '../../src/design/toast.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { queries } from '../../src/state/queries.ts';
import { me } from '../make.ts';
import { openNetwork } from '../network.ts';

afterEach(() => {
  queries.clear();
});

describe('A page whose person leaves', () => {
  it('goes on showing no message that was for them, with what it offered to take back', async () => {
    queries.setQueryData(meQuery.queryKey, me);
    const network = await openNetwork(me);
    say('Bericht verwijderd', { label: 'Ongedaan maken', run: () => undefined });
    network.close();
    expect(toasts.visibleToasts).toEqual([]);
  });
});
