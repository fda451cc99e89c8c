import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Readers, Tab } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useDepartment } from '../departments/departments.ts';
import { readershipOf, sameReaders } from './readers.ts';
import type { Shape } from './shaping.ts';
import styles from './TabDialog.module.css';

interface Props {
  before: Tab | undefined;
  after: Shape;
  readers: Readers | undefined;
}

/// Who reads the tab now and who will, in words; and whether whoever decides it loses sight of it.
export function Consequences({ before, after, readers }: Props) {
  const text = useLaterText();
  const own = useMe().person.department;
  const departmentBefore = useDepartment(before?.department)?.name ?? before?.name ?? '';
  const department = useDepartment(after.department)?.name ?? '';
  const now = before && readershipOf(before, departmentBefore, readers, text);
  const then = readershipOf(after, department, readers, text);
  const isLost = after.audience === 'department' && after.department !== own;
  return (
    <Note tone="info">
      {!before || !now ? (
        text.layout.readsThen(then.who, then.count)
      ) : sameReaders(before, after) ? (
        text.layout.readsNow(now.who, now.count)
      ) : (
        <>
          {text.layout.readsNow(now.who, now.count)} {text.layout.readsThen(then.who, then.count)}{' '}
          {text.layout.oldPostsToo}
        </>
      )}
      {isLost && <p className={styles.lost}>{before ? text.layout.notYou(department) : text.layout.notYouEither(department)}</p>}
    </Note>
  );
}
