import { Link } from '@tanstack/react-router';
import { EyeOff, Lock, Users } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import styles from './GroupHeader.module.css';

/// The group's name, what it is for, and who is in.
export function GroupHeader({ view }: { view: GroupView }) {
  const text = useText();
  const { group, member_count: members } = view;
  const Closed = group.visibility === 'secret' ? EyeOff : Lock;
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{group.name}</h1>
      <p className={styles.purpose}>{group.purpose}</p>
      <p className={styles.facts}>
        <span title={text.groups.visibilityHint[group.visibility]}>
          <Closed size={15} aria-hidden />
          {text.groups.visibility[group.visibility]}
        </span>
        {members !== undefined && (
          <Link to="/g/$group/members" params={{ group: String(group.id) }}>
            <Users size={15} aria-hidden />
            {text.groups.members(members)}
            {view.pending_requests !== undefined && view.pending_requests > 0 && (
              <span className={styles.pending}>{text.joining.pending(view.pending_requests)}</span>
            )}
          </Link>
        )}
      </p>
    </header>
  );
}
