import { Link } from '@tanstack/react-router';
import { Columns3, EyeOff, Hourglass, Info, Lock, Users } from 'lucide-react';
import { CoverTile } from '../../design/Cover.tsx';
import { useText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import styles from './GroupHeader.module.css';
import { managesTabs } from './groups.ts';

/// The group's name, what it is for, and who is in.
export function GroupHeader({ view }: { view: GroupView }) {
  const text = useText();
  const { group, member_count: members } = view;
  const Closed = group.visibility === 'secret' ? EyeOff : Lock;
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <CoverTile colour={group.colour} cover={group.cover} />
        <h1 className={styles.name}>{group.name}</h1>
      </div>
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
              <span className={styles.pending}>{text.groups.pending(view.pending_requests)}</span>
            )}
          </Link>
        )}
        {view.held !== undefined && view.held > 0 && (
          <Link to="/g/$group/held" params={{ group: String(group.id) }}>
            <Hourglass size={15} aria-hidden />
            {text.groups.held(view.held)}
          </Link>
        )}
        {managesTabs(view) && (
          <Link to="/g/$group/tabs" params={{ group: String(group.id) }}>
            <Columns3 size={15} aria-hidden />
            {text.tabs.arrange}
          </Link>
        )}
        <Link to="/g/$group/about" params={{ group: String(group.id) }}>
          <Info size={15} aria-hidden />
          {text.groups.aboutShort}
        </Link>
      </p>
    </header>
  );
}
