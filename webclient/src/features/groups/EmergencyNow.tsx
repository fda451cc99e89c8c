import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useNow } from '../../i18n/clock.ts';
import type { GroupId } from '../../protocol/generated.ts';
import { emergencyQuery } from './changes.ts';

const EmergencyList = lazy(async () => ({ default: (await import('./EmergencyList.tsx')).EmergencyList }));

/// Who is in by break-glass at this moment, for the owners above the feed. Hardly ever anyone, and then the list is not
/// fetched.
export function EmergencyNow({ group }: { group: GroupId }) {
  const now = useNow();
  const { data } = useQuery(emergencyQuery(group));
  if (!data?.items.some(({ until }) => Date.parse(until) > now)) return null;
  return (
    <Suspense>
      <EmergencyList group={group} onlyNow />
    </Suspense>
  );
}
