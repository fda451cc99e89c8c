import { Ellipsis } from 'lucide-react';
import { lazy } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CommentView } from '../../protocol/generated.ts';

const CommentActions = lazy(async () => ({ default: (await import('./CommentActions.tsx')).CommentActions }));

interface Props {
  view: CommentView;
  author: string;
  onEdit: () => void;
}

export function CommentMenu({ view, author, onEdit }: Props) {
  const label = useText().comment.menu(author);
  return (
    <MenuButton
      label={label}
      className={iconButtonClass}
      menu={(trigger, close) => <CommentActions view={view} label={label} trigger={trigger} onClose={close} onEdit={onEdit} />}
    >
      <Ellipsis size={18} aria-hidden />
    </MenuButton>
  );
}
