import { Link2, Pencil, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import { MenuItem, OpenMenu } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CommentView } from '../../protocol/generated.ts';
import { isArchived } from '../groups/groups.ts';
import { heldView } from '../posts/queries.ts';
import { AnswerItems } from '../questions/AnswerItems.tsx';
import { copyLink, deleteComment } from './actions.ts';

interface Props {
  view: CommentView;
  label: string;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
  onEdit: () => void;
}

/// Always in this order, as a post's: edit, link, mark as the answer, delete.
export function CommentActions({ view: { comment, mine }, label, trigger, onClose, onEdit }: Props) {
  const text = useText();
  const asking = heldView(comment.post);
  return (
    <OpenMenu label={label} trigger={trigger} onClose={onClose}>
      {mine.may_edit && !isArchived(comment.group) && (
        <MenuItem icon={<Pencil size={18} aria-hidden />} onAction={onEdit}>
          {text.post.edit}
        </MenuItem>
      )}
      <MenuItem icon={<Link2 size={18} aria-hidden />} onAction={() => void copyLink(comment, text)}>
        {text.post.copyLink}
      </MenuItem>
      {asking?.question && <AnswerItems view={asking} comment={comment.id} />}
      {mine.may_delete && (
        <MenuItem icon={<Trash2 size={18} aria-hidden />} isDangerous onAction={() => void deleteComment(comment, text)}>
          {text.post.delete}
        </MenuItem>
      )}
    </OpenMenu>
  );
}
