import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { DepartmentId, PersonId, Service, ServiceKind } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { inTheSsc } from '../people/finding.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import styles from './Form.module.css';
import { createService, editService, readServicesAfresh, removeService } from './services.ts';

interface Props {
  department: DepartmentId;
  /// Without one, a new service is made.
  service: Service | undefined;
  onClose: () => void;
}

export function ServiceDialog({ department, service, onClose }: Props) {
  const { departments: text, errors, app, composer, signIn } = useLaterText();
  const [clientId] = useState(() => crypto.randomUUID());
  const [before] = useState(() => draftOf(service));
  const [draft, setDraft] = useState(before);
  const { kind, name, owner, description } = draft;
  const change = (part: Partial<Draft>) => {
    setDraft((held) => ({ ...held, ...part }));
  };
  const [base] = useState(service?.version ?? 0);
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const saving = useMutation({
    mutationFn: async (chosen: PersonId) => {
      const fields = { kind, name: name.trim(), department, owner: chosen, description };
      if (service) await editService({ service: service.id, version: service.version, ...fields });
      else await createService({ client_id: clientId, ...fields });
    },
    onSuccess: () => {
      say(text.serviceSaved);
      onClose();
    },
    onError: (error) => {
      if (hasCode(error, 'stale_version')) readServicesAfresh();
    },
  });
  // What one saves may come back over the live channel first.
  const isChanged = service !== undefined && service.version > base && !saving.isPending;
  const removing = useMutation({
    mutationFn: (id: Service['id']) => removeService(id),
    onSuccess: () => {
      say(text.serviceRemoved);
      onClose();
    },
  });
  const { leave, question } = useUnsaved(!isSame(draft, before), onClose);
  const error = saving.error ?? removing.error;
  const key = error ? errorKey(error) : undefined;

  return (
    <Dialog title={service ? text.editTitle(service.name) : text.addService} onClose={leave}>
      <Form
        className={styles.form}
        onSubmit={() => {
          setTried(true);
          if (!isMissing && owner !== undefined && !saving.isPending) saving.mutate(owner);
        }}
      >
        <Segmented<ServiceKind>
          label={text.kind}
          showLabel
          value={kind}
          choices={[
            ['service', text.kinds.service],
            ['process', text.kinds.process],
          ]}
          onChange={(chosen) => {
            change({ kind: chosen });
          }}
        />
        <Field
          label={text.serviceName}
          most={120}
          value={name}
          error={isTried && isMissing ? signIn.missing : undefined}
          onChange={({ target }) => {
            change({ name: target.value });
          }}
        />
        <PersonPicker
          label={text.owner[kind]}
          hint={text.ownerHint}
          among={inTheSsc}
          chosen={owner === undefined ? [] : [owner]}
          atMost={1}
          error={isTried && owner === undefined ? signIn.missing : key === 'conflict' ? text.conflicts.owner : undefined}
          onChange={([chosen]) => {
            change({ owner: chosen });
          }}
        />
        <TextArea
          label={text.description}
          most={1000}
          value={description}
          onChange={({ target }) => {
            change({ description: target.value });
          }}
        />
        {isChanged && <Note tone="info">{text.changedMeanwhile}</Note>}
        {key !== undefined && key !== 'conflict' && key !== 'stale_version' && <Note tone="failure">{errors[key]}</Note>}
        <footer className={styles.actions}>
          {service && (
            <Button
              className={styles.apart}
              look="quiet"
              aria-disabled={removing.isPending}
              onClick={() => removing.mutate(service.id)}
            >
              {text.removeService}
            </Button>
          )}
          <Button onClick={leave}>{app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={saving.isPending}>
            {isChanged ? composer.overwrite : composer.save}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}

interface Draft {
  kind: ServiceKind;
  name: string;
  owner: PersonId | undefined;
  description: string;
}

const draftOf = (service: Service | undefined): Draft => ({
  kind: service?.kind ?? 'service',
  name: service?.name ?? '',
  owner: service?.owner,
  description: service?.description ?? '',
});
