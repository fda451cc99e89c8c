import { Ellipsis } from 'lucide-react';
import { lazy } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';

const PostActions = lazy(async () => ({ default: (await import('./PostActions.tsx')).PostActions }));

interface Props {
  view: PostView;
  author: string;
  onEdit: () => void;
}

export function PostMenu({ view, author, onEdit }: Props) {
  const label = useText().post.menu(author);
  return (
    <MenuButton
      label={label}
      className={iconButtonClass}
      menu={(trigger, close) => <PostActions view={view} label={label} trigger={trigger} onClose={close} onEdit={onEdit} />}
    >
      <Ellipsis size={20} aria-hidden />
    </MenuButton>
  );
}
