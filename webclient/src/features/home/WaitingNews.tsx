import { Link } from '@tanstack/react-router';
import { ChevronRight, Newspaper } from 'lucide-react';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useDepartments } from '../departments/departments.ts';
import { useTab } from '../groups/groups.ts';
import { Section } from '../joining/Section.tsx';
import { reasonsFor } from '../news/news.ts';
import { usePerson } from '../people/people.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import { titleIn } from '../titles/titled.ts';
import { useSaid } from '../translations/chosen.ts';
import styles from './WaitingNews.module.css';

/// News that this person is asked to confirm, or to take up for their department.
export function WaitingNews({ items }: { items: readonly PostView[] }) {
  const { news } = useLaterText();
  return (
    <Section title={news.waiting.title}>
      <ul role="list" className={styles.list}>
        {items.map((view) => (
          <li key={view.post.id}>
            <Line view={view} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ view }: { view: PostView }) {
  const text = useLaterText();
  const { post } = view;
  const author = usePerson(post.author);
  const place = useTab(post.group, post.tab);
  const reasons = useReasons(view);
  const { blocks, lang } = useSaid(post);
  const title = titleIn(blocks);
  return (
    <Link to="/p/$post" params={{ post: String(post.id) }} className={styles.line}>
      <Newspaper size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title} lang={title === '' ? undefined : lang}>
          {title || text.news.waiting.untitled}
        </p>
        <PostAbout>
          <span>{author?.name ?? text.post.unknownAuthor}</span>
          {place && <span>{text.home.place(place.group.group.name, place.tab.tab.name)}</span>}
          <Time at={post.published_at} />
        </PostAbout>
        {reasons.map((reason) => (
          <p key={reason} className={styles.reason}>
            {reason}
          </p>
        ))}
      </div>
      <ChevronRight size={18} aria-hidden className={styles.arrow} />
    </Link>
  );
}

/// Why it stands here, in words.
function useReasons(view: PostView): string[] {
  const { news: words } = useLaterText();
  const { isToConfirm, departments } = reasonsFor(view, useMyself()?.person.id, useDepartments());
  return [
    ...(isToConfirm ? [words.mustRead] : []),
    ...(departments.length > 0 ? [words.affects(departments.map(({ name }) => name))] : []),
  ];
}
