import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { Button } from '../../design/Button.tsx';
import { BackLink, Page, titleClass } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { DepartmentIdeas } from '../ideas/DepartmentIdeas.tsx';
import { AnswerTimes } from '../questions/AnswerTimes.tsx';
import { OpenQuestions } from '../questions/OpenQuestions.tsx';
import { ArchiveButton } from './ArchiveButton.tsx';
import { departmentsQuery, pathTo, useDepartments, useManagement } from './departments.ts';
import { DepartmentPeople } from './DepartmentPeople.tsx';
import styles from './DepartmentPage.module.css';
import { EditDepartment } from './EditDepartment.tsx';
import { OpeningHours } from './OpeningHours.tsx';
import { OpenNow } from './OpenNow.tsx';
import { Services } from './Services.tsx';

/// One department: what it does, who is there, and when. Guests have no business here: they read names.
export function DepartmentPage() {
  const { department: id } = useParams({ from: '/departments/$department' });
  const departments = useQuery(departmentsQuery);
  const isGuest = useMe().role === 'guest';
  const found = departments.data?.items.find((each) => String(each.id) === id);
  if (departments.isPending) return <Skeleton kind="rows" />;
  if (departments.isLoadingError) {
    return <ErrorState error={departments.error} onRetry={() => void departments.refetch()} />;
  }
  return found && !isGuest ? <Whole key={id} department={found} /> : <NotFound />;
}

function Whole({ department }: { department: Department }) {
  const { departments: text } = useLaterText();
  const { whole, part } = useManagement(department);
  const [isEditing, setEditing] = useState(false);
  usePageTitle(department.name);
  return (
    <Page width="wide" back={<BackLink to="/departments">{text.title}</BackLink>}>
      <header className={styles.header}>
        <div className={styles.about}>
          <h1 className={titleClass}>{department.name}</h1>
          <Place department={department} />
          {department.archived ? <p className={styles.archived}>{text.isArchived}</p> : <OpenNow department={department} />}
          {department.answer_hours !== undefined && !department.archived && (
            <p className={styles.promise}>{text.promises(department.answer_hours)}</p>
          )}
          {!department.archived && <AnswerTimes department={department} />}
        </div>
        {part && !department.archived && (
          <Button
            icon={<Pencil size={16} aria-hidden />}
            onClick={() => {
              setEditing(true);
            }}
          >
            {text.edit}
          </Button>
        )}
      </header>
      {department.description !== '' && <p className={styles.description}>{department.description}</p>}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Services department={department} isManaged={part && !department.archived} />
          {!department.archived && <OpenQuestions department={department.id} />}
          {!department.archived && <DepartmentIdeas department={department.id} />}
        </div>
        <aside className={styles.aside} aria-label={text.factsOf(department.name)}>
          <DepartmentPeople department={department} />
          <OpeningHours department={department} />
          <Below department={department} />
        </aside>
      </div>
      {whole && !department.archived && <ArchiveButton department={department} />}
      {isEditing && (
        <EditDepartment
          department={department}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </Page>
  );
}

/// "SSC-kant › Finance": where it stands.
function Place({ department }: { department: Department }) {
  const { departments: text } = useLaterText();
  const path = pathTo(useDepartments(), department);
  return (
    <p className={styles.place}>
      {text.sides[department.side]}
      {path.map(({ id, name }) => (
        <span key={id}>
          {' › '}
          <Link to="/departments/$department" params={{ department: String(id) }}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}

function Below({ department }: { department: Department }) {
  const { departments: text } = useLaterText();
  const below = useDepartments().filter(({ parent, archived }) => parent === department.id && !archived);
  if (below.length === 0) return null;
  return (
    <section>
      <h2>{text.below}</h2>
      <ul role="list" className={styles.list}>
        {below.map(({ id, name }) => (
          <li key={id}>
            <Link to="/departments/$department" params={{ department: String(id) }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
