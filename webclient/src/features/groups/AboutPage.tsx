import { Link, useParams } from '@tanstack/react-router';
import { Settings, Users } from 'lucide-react';
import { buttonClass } from '../../design/Button.tsx';
import { CoverBand } from '../../design/Cover.tsx';
import { Page, titleClass } from '../../design/Page.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { Clamp } from '../posts/Clamp.tsx';
import styles from './AboutPage.module.css';
import { BackToGroup } from './BackToGroup.tsx';
import { EmergencyList } from './EmergencyList.tsx';
import { useGroup } from './GroupPage.tsx';
import { Leave } from './Leave.tsx';
import { Owners } from './Owners.tsx';
import { Review } from './Review.tsx';

/// What a group is for, whom it belongs to, and until when that stands.
export function AboutPage() {
  const { group } = useParams({ from: '/g/$group/about' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <About view={found.view} />;
}

function About({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { group, role, member_count: members } = view;
  const params = { group: String(group.id) };
  usePageTitle(text.groups.aboutShort, group.name);
  return (
    <Page back={<BackToGroup group={group} />}>
      <CoverBand colour={group.colour} cover={group.cover} />
      <h1 className={`${titleClass} ${styles.title ?? ''}`}>{group.name}</h1>
      <section className={styles.section}>
        <h2>{text.groups.about}</h2>
        <Clamp lines={12}>
          <p className={styles.purpose}>{group.purpose === '' ? text.charter.noPurpose : group.purpose}</p>
        </Clamp>
      </section>
      {role !== 'guest' && <Owners group={group} isOwner={role === 'owner'} className={styles.section} />}
      <Review group={group} isOwner={role === 'owner'} className={styles.section} />
      <section className={styles.section}>
        <h2>{text.charter.whoKnows}</h2>
        <p>
          {text.groups.visibility[group.visibility]}. {text.groups.visibilityHint[group.visibility]}
        </p>
        <p>{text.groupForm.kindHint[group.kind]}</p>
      </section>
      {role === 'owner' && <EmergencyList group={group.id} className={styles.section} />}
      <div className={styles.ways}>
        {members !== undefined && (
          <Link to="/g/$group/members" params={params} className={buttonClass('secondary')}>
            <Users size={18} aria-hidden />
            {text.groups.members(members)}
          </Link>
        )}
        {role === 'owner' && (
          <Link to="/g/$group/settings" params={params} className={buttonClass('secondary')}>
            <Settings size={18} aria-hidden />
            {text.groupForm.settings}
          </Link>
        )}
      </div>
      {role === 'guest' && <Leave view={view} />}
    </Page>
  );
}
