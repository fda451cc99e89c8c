import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { EarlierVersion } from '../../protocol/generated.ts';
import { Markdown } from '../posts/Markdown.tsx';
import { type Edited, listVersions } from './versions.ts';
import styles from './VersionsDialog.module.css';

/// What a post or a comment said before it was edited, as it is when one asks: no event tells of it, so it is not kept.
export function VersionsDialog({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const text = useLaterText();
  const versions = useQuery({ queryKey: ['versions', edited], queryFn: () => listVersions(edited), gcTime: 0 });
  return (
    <Dialog title={text.versions.title} onClose={onClose}>
      {versions.isPending && <Skeleton />}
      {versions.isError && <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data && <List versions={versions.data} />}
    </Dialog>
  );
}

function List({ versions }: { versions: readonly EarlierVersion[] }) {
  const text = useLaterText();
  const moments = useMoments();
  if (versions.length === 0) return <p className={styles.none}>{text.versions.none}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable
    <ol role="list" tabIndex={0} aria-label={text.versions.title} className={styles.list}>
      {versions.map(({ blocks, since, until }) => (
        <li key={until} className={styles.version}>
          <h3 className={styles.moment}>{text.versions.period(moments.exact(since), moments.exact(until))}</h3>
          <Markdown blocks={blocks} />
        </li>
      ))}
    </ol>
  );
}
