import { Directory } from './Directory.tsx';
import { Invitations } from './Invitations.tsx';
import { OwnRequests } from './OwnRequests.tsx';
import styles from './Doors.module.css';

/// The ways into groups: what one is invited to, what one asked for, and all that are listed. People from outside the
/// organisation browse none.
export function Doors({ isExternal }: { isExternal: boolean }) {
  return (
    <div className={styles.doors}>
      <Invitations />
      <OwnRequests />
      {!isExternal && <Directory />}
    </div>
  );
}
