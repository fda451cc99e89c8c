import { lazy, Suspense } from 'react';
import { useNow } from '../../i18n/clock.ts';
import type { GroupView } from '../../protocol/generated.ts';

const EmergencyList = lazy(async () => ({ default: (await import('./EmergencyList.tsx')).EmergencyList }));
const OwnEmergency = lazy(async () => ({ default: (await import('./OwnEmergency.tsx')).OwnEmergency }));

/// Who is in by break-glass at this moment, above the feed: for the owners, and for whoever it is. Hardly ever anyone, and
/// then nothing of it is fetched.
export function EmergencyNow({ view: { group, emergency_until: someone, until } }: { view: GroupView }) {
  const now = useNow();
  return (
    <Suspense>
      {someone !== undefined && Date.parse(someone) > now && <EmergencyList group={group.id} onlyNow />}
      {until !== undefined && <OwnEmergency until={until} />}
    </Suspense>
  );
}
