import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { Feed } from '../../src/features/posts/Feed.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { TabView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { group, page, tab } from '../make.ts';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;

async function drawEmpty(first: TabView) {
  await draw(<Feed scope={scope} places="none" empty="Hier staat nog niets." />);
  act(() => {
    queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [first] })], cursors: [] });
    queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([])] });
  });
}

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => vi.unstubAllGlobals());

describe('A tab without posts', () => {
  it('says that nothing stands there yet', async () => {
    await drawEmpty(tab(21));
    expect(await screen.findByText('Hier staat nog niets.')).toBeTruthy();
  });

  it('does not say so under an own post that waits', async () => {
    await drawEmpty({ ...tab(21), own_held: 1 });
    await vi.waitFor(() => expect(document.querySelector('[data-kind="posts"]'), 'the feed is there').toBeNull());
    expect(screen.queryByText('Hier staat nog niets.')).toBeNull();
  });
});
