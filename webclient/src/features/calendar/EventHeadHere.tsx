import { type ComponentProps, lazy, Suspense } from 'react';

const EventHead = lazy(async () => ({ default: (await import('./EventHead.tsx')).EventHead }));

/// The title, the time and the place, fetched when somebody writes an event.
export const EventHeadHere = (props: ComponentProps<typeof EventHead>) => (
  <Suspense>
    <EventHead {...props} />
  </Suspense>
);
