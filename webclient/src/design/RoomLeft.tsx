import { useText } from '../i18n/text.tsx';
import type { Room } from './room.ts';
import styles from './RoomLeft.module.css';

/// Said only where it gets tight; to be named in the field's description.
export function RoomLeft({ id, room: { left, isTight } }: { id: string; room: Room }) {
  const { app } = useText();
  if (!isTight) return null;
  return (
    <p id={id} role={left < 0 ? 'status' : undefined} className={styles.room} data-over={left < 0 || undefined}>
      {left < 0 ? app.tooLong(-left) : app.remaining(left)}
    </p>
  );
}
