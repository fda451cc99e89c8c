import { useQuery } from '@tanstack/react-query';
import { CalendarDays, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { Department, Side } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { Places } from '../people/Places.tsx';
import { departmentsQuery, sides, treeOf } from './departments.ts';
import styles from './DepartmentsPage.module.css';
import { Branches } from './Branches.tsx';
import { Found } from './Found.tsx';
import { HolidaysDialog } from './HolidaysDialog.tsx';
import { useHolidays } from './holidays.ts';
import { nextHoliday } from './hours.ts';
import { NewDepartment } from './NewDepartment.tsx';
import { Archived } from './Archived.tsx';


/// Who does what: every department with its services, heads and hours.
export function DepartmentsPage() {
  const { departments: text } = useLaterText();
  const departments = useQuery(departmentsQuery);
  usePageTitle(text.title);
  return (
    <Page width="wide" title={text.title}>
      {useMe().role !== 'guest' && <Places />}
      {departments.isPending && <Skeleton kind="rows" />}
      {departments.isLoadingError && (
        <ErrorState error={departments.error} onRetry={() => void departments.refetch()} />
      )}
      {departments.data && <Overview departments={departments.data.items} />}
    </Page>
  );
}

function Overview({ departments }: { departments: Department[] }) {
  const { departments: text } = useLaterText();
  const { role } = useMe();
  const [typed, setTyped] = useState('');
  const search = typed.trim().toLocaleLowerCase();
  const isGuest = role === 'guest';
  return (
    <>
      {!isGuest && (
        <div className={styles.top}>
          <Field
            label={text.about}
            type="search"
            autoComplete="off"
            maxLength={80}
            placeholder={text.aboutExample}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
            }}
            after={<Search size={18} aria-hidden className={styles.glass} />}
          />
          <NextHoliday />
        </div>
      )}
      {role === 'administrator' && <Administration />}
      {departments.length === 0 && <EmptyState title={text.none} />}
      {search === '' ? (
        sides.map((side) => <OneSide key={side} side={side} departments={departments} />)
      ) : (
        <Found search={search} departments={departments} />
      )}
      {role === 'administrator' && search === '' && <Archived departments={departments} />}
    </>
  );
}

function OneSide({ side, departments }: { side: Side; departments: Department[] }) {
  const { departments: text } = useLaterText();
  const branches = treeOf(departments, side);
  if (branches.length === 0) return null;
  return (
    <section className={styles.side}>
      <h2 className={styles.heading}>{text.sides[side]}</h2>
      <Branches branches={branches} />
    </section>
  );
}

function NextHoliday() {
  const { departments: text } = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const holiday = nextHoliday(useHolidays(), now, useMe().time_zone);
  if (!holiday) return null;
  return (
    <p className={styles.holiday}>
      {holiday.isToday ? text.holidayIsToday(holiday.name) : text.nextHoliday(holiday.name, moments.calendar(holiday.date))}
    </p>
  );
}

function Administration() {
  const { departments: text } = useLaterText();
  const [open, setOpen] = useState<'department' | 'holidays'>();
  const close = () => {
    setOpen(undefined);
  };
  return (
    <div className={styles.actions}>
      <Button
        icon={<Plus size={16} aria-hidden />}
        onClick={() => {
          setOpen('department');
        }}
      >
        {text.add}
      </Button>
      <Button
        icon={<CalendarDays size={16} aria-hidden />}
        onClick={() => {
          setOpen('holidays');
        }}
      >
        {text.holidays}
      </Button>
      {open === 'department' && <NewDepartment onClose={close} />}
      {open === 'holidays' && <HolidaysDialog onClose={close} />}
    </div>
  );
}
