import type { HeldPost, OwnHeldPost } from '../../protocol/generated.ts';
import { NewsTerms } from '../news/NewsTerms.tsx';

/// Which departments news affects that waits. That it be confirmed, nobody asks whose posts wait.
export function HeldNews({ held: { news } }: { held: HeldPost | OwnHeldPost }) {
  return news ? <NewsTerms affects={news.affects.map(({ department }) => department)} /> : null;
}
