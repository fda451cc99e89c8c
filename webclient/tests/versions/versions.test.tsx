import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { EditedMark } from '../../src/features/versions/EditedMark.tsx';
import type { EarlierVersion } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import '../../src/features/versions/VersionsDialog.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const version = (words: string, minute: number): EarlierVersion => ({
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }],
  since: at(minute),
  until: at(minute + 1),
});

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

async function open(of: { post: number } | { comment: number }) {
  await draw(<EditedMark at={at(9)} of={of} />);
  await user().click(screen.getByRole('button', { name: 'aangepast' }));
  return screen.findByRole('dialog', { name: 'Eerdere versies' });
}

describe('What was edited', () => {
  it('tells nothing of itself when it never was', async () => {
    await draw(<EditedMark at={undefined} of={{ post: 5 }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows what it said before, the last version first', async () => {
    const dialog = await open({ post: 5 });
    await answer('/api/posts/5/versions', { items: [version('de tweede', 2), version('de eerste', 1)] });
    expect(within(dialog).getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent)).toEqual(['de tweede', 'de eerste']);
    await expectAccessible(dialog);
  });

  it('says so when earlier versions were not kept', async () => {
    const dialog = await open({ comment: 7 });
    await answer('/api/comments/7/versions', { items: [] });
    expect(within(dialog).getByText('Eerdere versies zijn niet bewaard.')).toBeTruthy();
  });

  it('can be asked again when the answer does not come', async () => {
    const dialog = await open({ post: 5 });
    await answer('/api/posts/5/versions', { status: 500, code: 'internal', request_id: 'R' }, 500);
    await user().click(within(dialog).getByRole('button', { name: /opnieuw/i }));
    await answer('/api/posts/5/versions', { items: [version('de eerste', 1)] });
    expect(within(dialog).getByText('de eerste')).toBeTruthy();
  });
});
