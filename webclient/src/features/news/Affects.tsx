import { Building2 } from 'lucide-react';
import { useId } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import type { AffectedDepartment, Post } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useDepartments } from '../departments/departments.ts';
import { AffectedLine } from './AffectedLine.tsx';
import styles from './Affects.module.css';

interface Props {
  post: Post;
  affects: readonly AffectedDepartment[];
}

/// "Raakt Finance en Logistiek", and what each of them does with it. The author sees how many have taken it up.
export function Affects({ post, affects }: Props) {
  const text = useLaterText();
  const titleId = useId();
  const isAuthor = useMyself()?.person.id === post.author;
  const departments = useDepartments();
  const known = affects.map((each) => ({ ...each, of: departments.find(({ id }) => id === each.department) }));
  const taken = affects.filter(({ acknowledgement }) => acknowledgement).length;
  return (
    <section aria-labelledby={titleId} className={styles.affects}>
      <header className={styles.header}>
        <h3 id={titleId} className={styles.title}>
          <Building2 size={16} aria-hidden className={styles.icon} />
          {text.news.affects(known.map(({ of }) => of?.name ?? text.questions.unknownDepartment))}
        </h3>
        {isAuthor && affects.length > 1 && <p className={styles.coverage}>{text.news.takenUpBy(taken, affects.length)}</p>}
      </header>
      <ul role="list">
        {known.map(({ department, of, acknowledgement }) => (
          <li key={department} className={styles.line}>
            <AffectedLine post={post} department={of} acknowledgement={acknowledgement} />
          </li>
        ))}
      </ul>
    </section>
  );
}
