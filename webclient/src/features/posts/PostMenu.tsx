import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';

const PostActions = lazy(async () => ({ default: (await import('./PostActions.tsx')).PostActions }));
const LockDialog = lazy(async () => ({ default: (await import('../locks/LockDialog.tsx')).LockDialog }));

interface Props {
  view: PostView;
  author: string;
  onEdit: () => void;
}

export function PostMenu({ view, author, onEdit }: Props) {
  const label = useText().post.menu(author);
  const [isLocking, setLocking] = useState(false);
  return (
    <>
      <MenuButton
        label={label}
        className={iconButtonClass}
        menu={(trigger, close) => (
          <PostActions
            view={view}
            label={label}
            trigger={trigger}
            onClose={close}
            onEdit={onEdit}
            onLock={() => {
              setLocking(true);
            }}
          />
        )}
      >
        <Ellipsis size={20} aria-hidden />
      </MenuButton>
      {isLocking && (
        <Suspense>
          <LockDialog
            post={view.post}
            onClose={() => {
              setLocking(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
