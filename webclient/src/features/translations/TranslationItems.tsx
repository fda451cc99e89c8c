import { Languages, X } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { removeTranslation } from './actions.ts';

interface Props {
  post: Post;
  /// What they write there waits for nobody's approval; taking it away never does.
  mayWrite: boolean;
  onTranslate: () => void;
}

/// What its author does with the other language of a post.
export function TranslationItems({ post, mayWrite, onTranslate }: Props) {
  const text = useLaterText();
  const { translating: words } = text;
  return (
    <>
      {mayWrite && (
        <MenuItem icon={<Languages size={18} aria-hidden />} onAction={onTranslate}>
          {post.translation ? words.edit : words.add}
        </MenuItem>
      )}
      {post.translation && (
        <MenuItem icon={<X size={18} aria-hidden />} onAction={() => void removeTranslation(post, text)}>
          {words.remove}
        </MenuItem>
      )}
    </>
  );
}
