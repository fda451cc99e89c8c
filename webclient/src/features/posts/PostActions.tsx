import { Link2, Pencil, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import { OpenMenu, MenuItem } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { needsApproval } from '../groups/groups.ts';
import { copyLink, deletePost } from './actions.ts';

interface Props {
  view: PostView;
  label: string;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
  onEdit: () => void;
}

/// Always in this order: edit, link, delete.
export function PostActions({ view: { post, mine }, label, trigger, onClose, onEdit }: Props) {
  const text = useText();
  return (
    <OpenMenu label={label} trigger={trigger} onClose={onClose}>
      {mine.may_edit && !needsApproval(post) && (
        <MenuItem icon={<Pencil size={18} aria-hidden />} onAction={onEdit}>
          {text.post.edit}
        </MenuItem>
      )}
      <MenuItem icon={<Link2 size={18} aria-hidden />} onAction={() => void copyLink(post, text)}>
        {text.post.copyLink}
      </MenuItem>
      {mine.may_delete && (
        <MenuItem icon={<Trash2 size={18} aria-hidden />} isDangerous onAction={() => void deletePost(post, text)}>
          {text.post.delete}
        </MenuItem>
      )}
    </OpenMenu>
  );
}
