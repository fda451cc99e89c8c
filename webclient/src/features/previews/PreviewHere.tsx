import { lazy, Suspense, useMemo } from 'react';
import type { Post } from '../../protocol/generated.ts';
import { linkOutside } from './outside.ts';

const LinkPreview = lazy(async () => ({ default: (await import('./LinkPreview.tsx')).LinkPreview }));

/// Below the text of a post that links to a page outside: what that says of itself.
export function PreviewHere({ post: { id, blocks } }: { post: Post }) {
  const url = useMemo(() => linkOutside(blocks, location.origin), [blocks]);
  if (url === undefined) return null;
  return (
    <Suspense>
      <LinkPreview key={url} post={id} url={url} />
    </Suspense>
  );
}
