import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';

/// That it is not what it was at first; when, on hover.
export function Edited({ at }: { at: string | undefined }) {
  const text = useText();
  const moments = useMoments();
  return at === undefined ? null : <span title={text.post.editedAt(moments.exact(at))}>{text.post.edited}</span>;
}
