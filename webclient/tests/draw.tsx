import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { expect } from 'vitest';
import { meQuery } from '../src/features/accounts/session.ts';
import { departmentsQuery } from '../src/features/departments/departments.ts';
import { draftsQuery } from '../src/features/drafts/drafts.ts';
import { groupsQuery } from '../src/features/groups/groups.ts';
import { standingsQuery } from '../src/features/joining/standings.ts';
import { waitingNewsQuery } from '../src/features/news/waitingNews.ts';
import { notificationsQuery } from '../src/features/notifications/notifications.ts';
import { learnPeople } from '../src/features/people/people.ts';
import { scheduledQuery } from '../src/features/scheduled/scheduled.ts';
import { createMoments } from '../src/i18n/moments.ts';
import { nl } from '../src/i18n/nl.ts';
import { TextContext } from '../src/i18n/text.tsx';
import { MomentsContext } from '../src/i18n/useMoments.ts';
import { queries } from '../src/state/queries.ts';
import { group, me, page, person } from './make.ts';

/// What a signed-in person's client knows at the start.
export function know() {
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(departmentsQuery.queryKey, { items: [], cursors: [] });
  queries.setQueryData(standingsQuery.queryKey, { items: [], declined: [], people: [], cursors: [] });
  queries.setQueryData(groupsQuery.queryKey, { items: [group()], cursors: [] });
  queries.setQueryData(notificationsQuery.queryKey, { items: [], unread: 0, people: [], cursors: [] });
  queries.setQueryData(waitingNewsQuery.queryKey, page([], { cursors: [] }));
  queries.setQueryData(draftsQuery.queryKey, { items: [], cursors: [], readAt: 0 });
  queries.setQueryData(scheduledQuery.queryKey, { items: [], people: [], cursors: [] });
  learnPeople([me.person, person(3, 'Priya Ramdin')]);
}

/// Draws a part of the client as a signed-in person would see it, in Dutch.
export async function draw(part: ReactElement) {
  know();
  const routeTree = createRootRoute({ component: () => part });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  await router.load();
  return drawRouted(router);
}

export const drawRouted = (router: AnyRouter) =>
  render(
    <QueryClientProvider client={queries}>
      <TextContext value={nl}>
        <MomentsContext value={createMoments(nl, me.time_zone)}>
          <RouterProvider router={router as never} />
        </MomentsContext>
      </TextContext>
    </QueryClientProvider>,
  );

/// Colours are looked at in a browser; here is no layout.
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
