import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy, Trash2 } from 'lucide-react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { Time } from '../../design/Time.tsx';
import { say } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useStore } from '../../state/store.ts';
import { runOnArrival } from '../../state/commands.ts';
import { useGroups } from '../groups/groups.ts';
import { copyText } from '../held/held.ts';
import { keepDraft, lastKept, putDraft } from '../posts/drafts.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import { DraftMark } from './DraftMark.tsx';
import styles from './DraftsPage.module.css';
import { draftsQuery } from './drafts.ts';
import { draftsHere, type PlacedDraft } from './here.ts';
import { titleOf, wordsOf } from './words.ts';

/// What one began to write, in whatever tab and on whatever device, the last one first.
export function DraftsPage() {
  const text = useLaterText();
  usePageTitle(text.drafts.title);
  const groups = useGroups();
  const { data, error, isPending, refetch } = useQuery(draftsQuery);
  useStore(lastKept);
  const items = draftsHere(groups, data?.items ?? []);
  return (
    <Page title={text.drafts.title} hint={text.drafts.lead}>
      {isPending && items.length === 0 && <Skeleton kind="rows" />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && (
        <EmptyState title={text.drafts.empty} hint={text.drafts.emptyHint}>
          <Link to="/" className={buttonClass('secondary')}>
            {text.kept.toHome}
          </Link>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul role="list" aria-label={text.drafts.title} className={styles.list}>
          {items.map((each) => (
            <Row key={each.tab.id} of={each} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ of: { draft, group, tab, mayPost, savedAt } }: { of: PlacedDraft }) {
  const text = useLaterText();
  const place = text.home.place(group.name, tab.name);
  const title = titleOf(draft);
  const throwAway = () => {
    keepDraft(tab.id, undefined);
    say(text.drafts.thrownAway, { label: text.post.undo, run: () => putDraft(tab.id, draft) });
  };
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <DraftMark draft={draft} />
        {title !== '' && <p className={styles.title}>{title}</p>}
        <p className={styles.text}>{wordsOf(draft)}</p>
        <PostAbout>
          <span>{place}</span>
          {savedAt !== undefined && <Time at={savedAt} />}
        </PostAbout>
        {!mayPost && <p className={styles.text}>{text.scheduled.mayNot}</p>}
      </div>
      <div className={styles.actions}>
        {mayPost ? (
          <Link
            to="/g/$group/$tab"
            params={{ group: String(group.id), tab: String(tab.id) }}
            className={buttonClass('secondary')}
            aria-label={text.drafts.goOnIn(place)}
            onClick={() => runOnArrival('compose')}
          >
            {text.drafts.goOnHere}
          </Link>
        ) : (
          <Button icon={<Copy size={18} aria-hidden />} aria-label={text.drafts.copyIn(place)} onClick={() => copyText([title, wordsOf(draft)].join('\n\n').trim(), text)}>
            {text.held.copyText}
          </Button>
        )}
        <Button look="quiet" icon={<Trash2 size={18} aria-hidden />} aria-label={text.drafts.throwAwayIn(place)} onClick={throwAway}>
          {text.post.discard}
        </Button>
      </div>
    </li>
  );
}
