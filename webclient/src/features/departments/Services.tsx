import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, iconButtonClass } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department, Service, ServiceId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import styles from './DepartmentPage.module.css';
import { useDepartment } from './departments.ts';
import { ServiceDialog } from './ServiceDialog.tsx';
import { servicesQuery } from './services.ts';

/// What the department does: services and processes, each with one owner.
export function Services({ department, isManaged }: { department: Department; isManaged: boolean }) {
  const { departments: text } = useLaterText();
  const services = useQuery(servicesQuery);
  const [open, setOpen] = useState<{ id?: ServiceId }>();
  const own = services.data?.items.filter((service) => service.department === department.id);
  if (own?.length === 0 && !isManaged) return null;
  const add = (
    <Button
      icon={<Plus size={16} aria-hidden />}
      onClick={() => {
        setOpen({});
      }}
    >
      {text.addService}
    </Button>
  );
  return (
    <section className={styles.services} aria-labelledby="services">
      <h2 id="services">{text.services}</h2>
      {services.isPending && <Skeleton kind="rows" />}
      {services.isLoadingError && <ErrorState error={services.error} onRetry={() => void services.refetch()} />}
      <ul role="list">
        {own?.map((service) => (
          <Row
            key={service.id}
            service={service}
            onEdit={
              isManaged
                ? () => {
                    setOpen({ id: service.id });
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {own?.length === 0 ? <EmptyState title={text.noServices} hint={text.noServicesHint}>{add}</EmptyState> : own && isManaged && add}
      {open && (
        <ServiceDialog
          department={department.id}
          service={own?.find(({ id }) => id === open.id)}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </section>
  );
}

function Row({ service, onEdit }: { service: Service; onEdit: (() => void) | undefined }) {
  const text = useLaterText();
  const owner = usePerson(service.owner);
  const side = useDepartment(owner?.department)?.side;
  const isGone = owner?.suspended === true || (side !== undefined && side !== 'ssc');
  return (
    <li className={styles.service}>
      <div className={styles.about}>
        <h3>{service.name}</h3>
        {service.description !== '' && <p>{service.description}</p>}
        <p className={styles.job}>
          {service.kind === 'process' && `${text.departments.kinds.process}. `}
          {text.departments.owner[service.kind]}:{' '}
          <PersonName person={owner} otherwise={text.post.unknownAuthor} />
        </p>
        {onEdit && isGone && <p className={styles.gone}>{text.departments.ownerGone}</p>}
      </div>
      {onEdit && (
        <button
          type="button"
          className={iconButtonClass}
          aria-label={text.departments.editTitle(service.name)}
          onClick={onEdit}
        >
          <Pencil size={16} aria-hidden />
        </button>
      )}
    </li>
  );
}
