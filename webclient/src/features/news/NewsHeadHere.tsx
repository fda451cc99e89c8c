import { type ComponentProps, lazy, Suspense } from 'react';

const NewsHead = lazy(async () => ({ default: (await import('./NewsHead.tsx')).NewsHead }));

/// The title and the lead, fetched when somebody writes news.
export const NewsHeadHere = (props: ComponentProps<typeof NewsHead>) => (
  <Suspense>
    <NewsHead {...props} />
  </Suspense>
);
