import { type ReactNode, type RefObject, useId } from 'react';
import { RoomLeft } from '../../design/RoomLeft.tsx';
import { useText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { MentionArea } from '../mentions/MentionArea.tsx';
import { mostOfAComment, roomIn } from '../posts/writing.ts';
import styles from './CommentArea.module.css';

interface Props {
  label: string;
  placeholder?: string | undefined;
  /// Of the post: its readers can be named.
  tab: TabId;
  value: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (value: string) => void;
  onSend: () => void;
  onCancel: () => void;
  /// Stands above the text.
  above?: ReactNode;
  /// What happened meanwhile.
  note?: ReactNode;
  /// The buttons; none while there is nothing to do with it.
  children: ReactNode;
}

/// Where a comment is written, first and later: one line that grows.
export function CommentArea({ label, placeholder, tab, value, field, onChange, onSend, onCancel, above, note, children }: Props) {
  const text = useText();
  const id = useId();
  const room = roomIn(value, mostOfAComment);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc and Ctrl+Enter, from any field in it
    <div
      className={styles.area}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
      }}
    >
      {above}
      <MentionArea
        tab={tab}
        field={field}
        rows={1}
        className={styles.text}
        aria-label={label}
        aria-invalid={room.left < 0 || undefined}
        aria-describedby={room.left < 0 ? id : undefined}
        placeholder={placeholder ?? text.comment.write}
        value={value}
        onChange={onChange}
      />
      {note}
      {children && (
        <div className={styles.footer}>
          <RoomLeft id={id} room={room} />
          <div className={styles.buttons}>{children}</div>
        </div>
      )}
    </div>
  );
}
