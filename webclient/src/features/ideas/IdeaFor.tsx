import { useLaterText } from '../../i18n/text.tsx';
import type { Idea } from '../../protocol/generated.ts';
import { useTarget } from '../departments/useTarget.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';

/// An idea that nobody decides on yet, as it is held: for whom it is.
export function IdeaFor({ idea }: { idea: Idea }) {
  const { ideaFor } = useLaterText();
  const target = useTarget(idea);
  return (
    <PostAbout>
      <KindMark kind="idea" />
      {target !== undefined && <span>{ideaFor(target)}</span>}
    </PostAbout>
  );
}
