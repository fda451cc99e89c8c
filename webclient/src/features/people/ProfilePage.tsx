import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { Button } from '../../design/Button.tsx';
import { Page, titleClass } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { Person, Profile } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useDepartment } from '../departments/departments.ts';
import { PresenceWords } from '../presence/PresenceWords.tsx';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import { usePerson } from './people.ts';
import { ProfileEditor } from './ProfileEditor.tsx';
import { Facts } from './Facts.tsx';
import styles from './ProfilePage.module.css';
import { profileQuery } from './profiles.ts';
import { Tasks } from './Tasks.tsx';

/// Who somebody is, what they do, and what they chose to tell.
export function ProfilePage() {
  const { person: id } = useParams({ from: '/people/$person' });
  const isId = /^[1-9]\d{0,15}$/.test(id);
  const { data, error, isPending, refetch } = useQuery({ ...profileQuery(Number(id)), enabled: isId });
  if (!isId || hasCode(error, 'not_found')) return <NotFound />;
  if (data) return <Whole key={id} profile={data} />;
  return isPending ? <Skeleton kind="rows" /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

function Whole({ profile }: { profile: Profile }) {
  const text = useLaterText();
  const isMe = useMe().person.id === profile.person.id;
  const [isEditing, setEditing] = useState(false);
  // Newer than the profile once somebody changed a name or a title.
  const person = usePerson(profile.person.id) ?? profile.person;
  usePageTitle(person.name);
  return (
    <Page width="wide">
      <div className={styles.parts}>
        <header className={styles.header}>
          <PresentAvatar id={person.id} name={person.name} colour={person.colour} size="large" />
          <div className={styles.who}>
            <h1 className={titleClass}>{person.name}</h1>
            <Job person={person} />
            {person.suspended && <p className={styles.job}>{text.members.suspended}</p>}
          </div>
          {isMe && !isEditing && (
            <Button
              icon={<Pencil size={16} aria-hidden />}
              onClick={() => {
                setEditing(true);
              }}
            >
              {text.profile.edit}
            </Button>
          )}
        </header>
        {isEditing ? (
          <ProfileEditor
            onDone={() => {
              setEditing(false);
            }}
          />
        ) : (
          <>
            <Facts fields={profile} />
            {isMe && isEmpty(profile) && <p className={styles.hint}>{text.profile.emptyHint}</p>}
          </>
        )}
        <Tasks person={person} />
        <Groups profile={profile} />
      </div>
    </Page>
  );
}

const isEmpty = ({ phone, mobile, workplace, about, ask_me: askMe }: Profile) =>
  [phone, mobile, workplace, about, askMe].every((field) => field === undefined);

function Job({ person }: { person: Person }) {
  const department = useDepartment(person.department);
  const isGuest = useMe().role === 'guest';
  return (
    <p className={styles.job}>
      {person.title}
      {person.title !== '' && department && ', '}
      {department && isGuest && department.name}
      {department && !isGuest && (
        <Link to="/departments/$department" params={{ department: String(department.id) }}>
          {department.name}
        </Link>
      )}
      <PresenceWords person={person.id} isAfterWords={person.title !== '' || department !== undefined} />
    </p>
  );
}

function Groups({ profile }: { profile: Profile }) {
  const text = useLaterText();
  if (profile.groups.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.profile.groups}</h2>
      <ul role="list" className={styles.links}>
        {profile.groups.map(({ id, name }) => (
          <li key={id}>
            <Link to="/g/$group" params={{ group: String(id) }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
