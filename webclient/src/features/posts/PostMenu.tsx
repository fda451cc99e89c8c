import { Ellipsis, Link2, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { OpenMenu, MenuItem } from '../../design/Menu.tsx';
import { iconButtonClass } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { needsApproval } from '../groups/groups.ts';
import { copyLink, deletePost } from './actions.ts';

interface Props {
  view: PostView;
  author: string;
  onEdit: () => void;
}

/// Always in this order: edit, link, delete. The list is made when it is opened: a feed has many of these buttons.
export function PostMenu({ view: { post, mine }, author, onEdit }: Props) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const label = text.post.menu(author);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={iconButtonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Ellipsis size={20} aria-hidden />
      </button>
      {isOpen && (
        <OpenMenu label={label} trigger={button} onClose={() => { setOpen(false); }}>
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
      )}
    </>
  );
}
