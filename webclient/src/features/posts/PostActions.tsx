import { Bookmark, BookmarkX, FolderInput, Forward, Link2, LockKeyhole, LockKeyholeOpen, MessageSquareDot, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { OpenMenu, MenuItem } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { toggleKept, useIsKept } from '../bookmarks/keep.ts';
import { EventItems } from '../calendar/EventItems.tsx';
import { needsApproval, useLooksAfter } from '../groups/groups.ts';
import { IdeaItems } from '../ideas/IdeaItems.tsx';
import { unlock } from '../locks/actions.ts';
import { useMayMove } from '../moving/targets.ts';
import { pin, unpin } from '../pins/actions.ts';
import { PollItems } from '../polls/PollItems.tsx';
import { isConfidential } from '../questions/question.ts';
import { QuestionItems } from '../questions/QuestionItems.tsx';
import { useMayShare } from '../sharing/places.ts';
import { TranslationItems } from '../translations/TranslationItems.tsx';
import { copyLink, deletePost } from './actions.ts';
import { fetchPostEditor } from './PostEditorHere.tsx';
import type { PostDialog } from './PostMenu.tsx';
import { markUnreadFrom, mayBeUnread } from './unread.ts';

interface Props {
  view: PostView;
  label: string;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
  onEdit: () => void;
  onTranslate: () => void;
  onOpen: (dialog: PostDialog) => void;
}

/// Always in this order: edit, translate, link, share, keep, unread, what one does with a question, a poll, an idea or an event,
/// pin, close comments, move, delete.
export function PostActions({ view, label, trigger, onClose, onEdit, onTranslate, onOpen }: Props) {
  const text = useText();
  const { post, mine } = view;
  const isKept = useIsKept(view);
  // What only some may read is kept, pinned, closed, moved and shared by nobody, and waits for nobody's approval.
  const isOpen = !isConfidential(post);
  const looksAfter = useLooksAfter(post) && isOpen;
  const mayMove = useMayMove(post) && isOpen;
  const mayShare = useMayShare(post) && isOpen;
  // As it is when the menu opens: what is being read meanwhile moves nothing in it.
  const [isRead] = useState(() => mayBeUnread(post));
  const isPinned = post.pinned_at !== undefined;
  const mayEdit = mine.may_edit && !(isOpen && needsApproval(post));
  useEffect(() => {
    // On its way while one still chooses.
    if (mayEdit) fetchPostEditor().catch(nothing);
  }, [mayEdit]);
  return (
    <OpenMenu label={label} trigger={trigger} onClose={onClose}>
      {mayEdit && (
        <MenuItem icon={<Pencil size={18} aria-hidden />} onAction={onEdit}>
          {text.post.edit}
        </MenuItem>
      )}
      {mine.may_edit && <TranslationItems post={post} mayWrite={mayEdit} onTranslate={onTranslate} />}
      <MenuItem icon={<Link2 size={18} aria-hidden />} onAction={() => void copyLink(post, text)}>
        {text.post.copyLink}
      </MenuItem>
      {mayShare && (
        <MenuItem icon={<Forward size={18} aria-hidden />} onAction={() => onOpen('share')}>
          {text.moves.share}
        </MenuItem>
      )}
      {isOpen && (
        <MenuItem
          icon={isKept ? <BookmarkX size={18} aria-hidden /> : <Bookmark size={18} aria-hidden />}
          onAction={() => {
            toggleKept(view, text);
          }}
        >
          {isKept ? text.bookmarks.drop : text.bookmarks.keep}
        </MenuItem>
      )}
      {isRead && (
        <MenuItem icon={<MessageSquareDot size={18} aria-hidden />} onAction={() => void markUnreadFrom(post, text)}>
          {text.post.unreadFrom}
        </MenuItem>
      )}
      {view.question && (
        <QuestionItems view={view} onRoute={() => onOpen('route')} onMerge={() => onOpen('merge')} onReopen={() => onOpen('reopen')} />
      )}
      {view.poll && <PollItems view={view} poll={view.poll} onClose={() => onOpen('closePoll')} />}
      {view.idea && <IdeaItems view={view} onRoute={() => onOpen('routeIdea')} />}
      {view.event && (
        <EventItems view={view} event={view.event} onReschedule={() => onOpen('reschedule')} onCancel={() => onOpen('cancelEvent')} />
      )}
      {looksAfter && (
        <MenuItem
          icon={isPinned ? <PinOff size={18} aria-hidden /> : <Pin size={18} aria-hidden />}
          onAction={() => void (isPinned ? unpin(post, text) : pin(post, text))}
        >
          {isPinned ? text.pins.unpin : text.pins.pin}
        </MenuItem>
      )}
      {looksAfter && post.lock_reason === undefined && (
        <MenuItem icon={<LockKeyhole size={18} aria-hidden />} onAction={() => onOpen('lock')}>
          {text.locks.lock}
        </MenuItem>
      )}
      {looksAfter && post.lock_reason !== undefined && (
        <MenuItem icon={<LockKeyholeOpen size={18} aria-hidden />} onAction={() => void unlock(post, text)}>
          {text.locks.unlock}
        </MenuItem>
      )}
      {mayMove && (
        <MenuItem icon={<FolderInput size={18} aria-hidden />} onAction={() => onOpen('move')}>
          {text.moves.move}
        </MenuItem>
      )}
      {mine.may_delete && (
        <MenuItem icon={<Trash2 size={18} aria-hidden />} isDangerous onAction={() => void deletePost(post, text)}>
          {text.post.delete}
        </MenuItem>
      )}
    </OpenMenu>
  );
}

const nothing = () => undefined;
