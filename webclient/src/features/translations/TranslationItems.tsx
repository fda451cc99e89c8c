import { Languages, X } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { removeTranslation } from './actions.ts';

/// What its author does with the other language of a post.
export function TranslationItems({ post, onTranslate }: { post: Post; onTranslate: () => void }) {
  const text = useLaterText();
  const { translating: words } = text;
  return (
    <>
      <MenuItem icon={<Languages size={18} aria-hidden />} onAction={onTranslate}>
        {post.translation ? words.edit : words.add}
      </MenuItem>
      {post.translation && (
        <MenuItem icon={<X size={18} aria-hidden />} onAction={() => void removeTranslation(post, text)}>
          {words.remove}
        </MenuItem>
      )}
    </>
  );
}
