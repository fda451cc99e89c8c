import { lazy, Suspense } from 'react';
import type { TabView } from '../../protocol/generated.ts';
import { useGroups } from '../groups/groups.ts';
import type { NewsScope } from '../posts/feed.ts';

const OwnHeld = lazy(async () => ({ default: (await import('./OwnHeld.tsx')).OwnHeld }));

/// Own posts that wait for approval or were declined, above the feed in which they would stand. Most people have none, and
/// then nothing of it is fetched.
export function OwnHeldHere({ scope }: { scope: NewsScope }) {
  const tabs = useTabsOf(scope);
  if (scope.kind === 'home' || !tabs.some(holdsOwn)) return null;
  return (
    <Suspense>
      <OwnHeld group={scope.group} tabs={tabs} />
    </Suspense>
  );
}

export const useHasOwnHeld = (scope: NewsScope): boolean => useTabsOf(scope).some(holdsOwn);

const holdsOwn = ({ own_held: waiting, own_declined: declined }: TabView): boolean => waiting + declined > 0;

function useTabsOf(scope: NewsScope): TabView[] {
  const groups = useGroups();
  if (scope.kind === 'home') return [];
  const tabs = groups.find(({ group }) => group.id === scope.group)?.tabs ?? [];
  return scope.kind === 'tab' ? tabs.filter(({ tab }) => tab.id === scope.tab) : tabs;
}
