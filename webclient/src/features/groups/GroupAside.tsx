import { useRef } from 'react';
import { useLandmark } from 'react-aria/useLandmark';
import { useText } from '../../i18n/text.tsx';
import type { GroupView, TabView } from '../../protocol/generated.ts';
import { useMedia } from '../../state/useMedia.ts';
import { useDepartment } from '../departments/departments.ts';
import { AnswerTimes } from '../questions/AnswerTimes.tsx';
import { useAudience } from './audience.ts';
import styles from './GroupAside.module.css';
import { Owners } from './Owners.tsx';
import { Review } from './Review.tsx';

interface Props {
  view: GroupView;
  chosen: TabView | undefined;
}

/// Beside the feed, where there is room: what this place is for, who reads it, whom to turn to, and
/// how fast a department answers there.
export function GroupAside(props: Props) {
  return useMedia('(width >= 1200px)') ? <Aside {...props} /> : null;
}

function Aside({ view, chosen }: Props) {
  const text = useText();
  const aside = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: 'complementary', 'aria-label': text.app.regions.context }, aside);
  const audience = useAudience(view, chosen);
  const department = useDepartment(chosen?.tab.department);
  const isMember = view.role !== 'guest';
  return (
    <aside ref={aside} className={styles.aside} {...landmarkProps}>
      <Review group={view.group} isOwner={view.role === 'owner'} onlyDue className={styles.due} />
      <section>
        <h2>{text.groups.about}</h2>
        <p className={styles.purpose}>{view.group.purpose === '' ? text.charter.noPurpose : view.group.purpose}</p>
      </section>
      <section>
        <h2>{text.groups.whoReads}</h2>
        <p>{audience === undefined ? text.groups.visibilityHint[view.group.visibility] : `${audience}.`}</p>
      </section>
      {isMember && <Owners group={view.group} isOwner={view.role === 'owner'} />}
      {department && <AnswerTimes department={department} heading={text.questions.times.title(department.name)} />}
    </aside>
  );
}
