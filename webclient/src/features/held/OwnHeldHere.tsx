import { lazy, Suspense } from 'react';
import { useGroups } from '../groups/groups.ts';
import type { Scope } from '../posts/feed.ts';

const OwnHeld = lazy(async () => ({ default: (await import('./OwnHeld.tsx')).OwnHeld }));

/// Own posts that wait for approval or were declined, above the feed in which they would stand. Most people have none, and
/// then nothing of it is fetched.
export function OwnHeldHere({ scope }: { scope: Scope }) {
  const groups = useGroups();
  if (scope.kind === 'home') return null;
  const tabs = groups.find(({ group }) => group.id === scope.group)?.tabs ?? [];
  const here = scope.kind === 'tab' ? tabs.filter(({ tab }) => tab.id === scope.tab) : tabs;
  if (here.every(({ own_held: waiting, own_declined: declined }) => waiting + declined === 0)) return null;
  return (
    <Suspense>
      <OwnHeld group={scope.group} tabs={here} />
    </Suspense>
  );
}
