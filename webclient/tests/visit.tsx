import { createMemoryHistory, createRouter } from '@tanstack/react-router';
import { act } from '@testing-library/react';
import { router } from '../src/app/router.tsx';
import { meQuery } from '../src/features/accounts/session.ts';
import { groupsQuery } from '../src/features/groups/groups.ts';
import type { GroupView, Me } from '../src/protocol/generated.ts';
import { queries } from '../src/state/queries.ts';
import { drawRouted, know } from './draw.tsx';
import { group, me } from './make.ts';

interface Visit {
  as?: Partial<Me>;
  groups?: GroupView[];
  /// What else is known before the page is drawn.
  knowing?: () => void;
}

/// The whole client at an address, with what stands around every page. What its pages ask of the server is the test's.
export async function visit(address: string, { as = {}, groups = [group()], knowing }: Visit = {}) {
  know();
  queries.setQueryData(meQuery.queryKey, { ...me, ...as });
  queries.setQueryData(groupsQuery.queryKey, { items: groups, cursors: [] });
  knowing?.();
  const history = createMemoryHistory({ initialEntries: [address] });
  const here = createRouter({ routeTree: router.routeTree, history });
  await here.load();
  return { ...(await act(() => drawRouted(here))), history, router: here };
}
