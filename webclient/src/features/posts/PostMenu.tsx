import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';

const PostActions = lazy(async () => ({ default: (await import('./PostActions.tsx')).PostActions }));
const LockDialog = lazy(async () => ({ default: (await import('../locks/LockDialog.tsx')).LockDialog }));
const CancelDialog = lazy(async () => ({ default: (await import('../calendar/CancelDialog.tsx')).CancelDialog }));
const RescheduleDialog = lazy(async () => ({ default: (await import('../calendar/RescheduleDialog.tsx')).RescheduleDialog }));
const ClosePollDialog = lazy(async () => ({ default: (await import('../polls/ClosePollDialog.tsx')).ClosePollDialog }));
const ReopenDialog = lazy(async () => ({ default: (await import('../questions/ReopenDialog.tsx')).ReopenDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('../questions/MergeDialog.tsx')).MergeDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('../moving/MoveDialog.tsx')).MoveDialog }));
const RouteIdeaDialog = lazy(async () => ({ default: (await import('../ideas/RouteIdeaDialog.tsx')).RouteIdeaDialog }));
const RouteDialog = lazy(async () => ({ default: (await import('../questions/RouteDialog.tsx')).RouteDialog }));
const ShareDialog = lazy(async () => ({ default: (await import('../sharing/ShareDialog.tsx')).ShareDialog }));

/// What a choice from the menu opens.
export type PostDialog = 'lock' | 'reopen' | 'route' | 'merge' | 'closePoll' | 'routeIdea' | 'reschedule' | 'cancelEvent' | 'move' | 'share';

interface Props {
  view: PostView;
  author: string;
  onEdit: () => void;
  onTranslate: () => void;
}

export function PostMenu({ view, author, onEdit, onTranslate }: Props) {
  const label = useText().post.menu(author);
  const [dialog, setDialog] = useState<PostDialog>();
  const onClose = () => setDialog(undefined);
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
            onTranslate={onTranslate}
            onOpen={setDialog}
          />
        )}
      >
        <Ellipsis size={20} aria-hidden />
      </MenuButton>
      {dialog && (
        <Suspense>
          {dialog === 'lock' && <LockDialog post={view.post} onClose={onClose} />}
          {dialog === 'move' && <MoveDialog view={view} onClose={onClose} />}
          {dialog === 'share' && <ShareDialog post={view.post} onClose={onClose} />}
          {dialog === 'reopen' && <ReopenDialog view={view} onClose={onClose} />}
          {dialog === 'closePoll' && <ClosePollDialog view={view} onClose={onClose} />}
          {dialog === 'merge' && <MergeDialog view={view} onClose={onClose} />}
          {dialog === 'route' && <RouteDialog view={view} onClose={onClose} />}
          {dialog === 'reschedule' && view.event && <RescheduleDialog post={view.post.id} event={view.event} onClose={onClose} />}
          {dialog === 'cancelEvent' && <CancelDialog post={view.post.id} onClose={onClose} />}
          {dialog === 'routeIdea' && <RouteIdeaDialog view={view} onClose={onClose} />}
        </Suspense>
      )}
    </>
  );
}
