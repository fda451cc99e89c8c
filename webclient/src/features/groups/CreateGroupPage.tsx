import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Page } from '../../design/Page.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { DepartmentId, GroupForm, PersonId } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { queries } from '../../state/queries.ts';
import { useMe } from '../accounts/session.ts';
import { useOpenDepartments } from '../departments/departments.ts';
import { everyone } from '../people/finding.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { today, halfAYearOn } from './days.ts';
import { GroupFields, useFormError, useReviewFault } from './GroupFields.tsx';
import { groupsQuery } from './groups.ts';
import styles from './CreateGroupPage.module.css';

/// `limits::group_tabs`, `limits::group_owners`
const mostTabs = 20;
const mostOwners = 20;

const beginning = (timeZone: string): GroupForm => ({
  name: '',
  purpose: '',
  visibility: 'closed',
  kind: 'work',
  colour: 'teal',
  cover: 'stretcher',
  review_on: halfAYearOn(today(timeZone)),
});

/// Begins a group, whose first owner one becomes.
export function CreateGroupPage() {
  return useMe().rights.includes('create_groups') ? <NewGroup /> : <NotFound />;
}

function NewGroup() {
  const text = useLaterText();
  const navigate = useNavigate();
  const { time_zone: timeZone } = useMe();
  const [before] = useState(() => beginning(timeZone));
  const [form, setForm] = useState(before);
  const [departments, setDepartments] = useState<readonly DepartmentId[]>([]);
  const [owners, setOwners] = useState<readonly PersonId[]>([]);
  const [isTried, setTried] = useState(false);
  const attempt = useRef<{ content: string; client_id: string }>(undefined);
  const making = useMutation({
    mutationFn: async () => {
      // Another try of the same makes it once; what was changed since is another group.
      const content = JSON.stringify([form, departments, owners]);
      if (attempt.current?.content !== content) attempt.current = { content, client_id: crypto.randomUUID() };
      const { client_id } = attempt.current;
      return api.createGroup({ client_id, form, departments: [...departments], owners: [...owners] });
    },
    onSuccess: async ({ id, name }) => {
      await queries.invalidateQueries({ queryKey: groupsQuery.queryKey });
      say(text.groupForm.created(name));
      await navigate({ to: '/g/$group/about', params: { group: String(id) }, ignoreBlocker: true });
    },
  });
  const reviewFault = useReviewFault(form);
  const problem = useFormError(making.error);
  const { question } = useUnsaved(!isSame(form, before) || departments.length + owners.length > 0);
  usePageTitle(text.groups.create);
  return (
    <Page width="form" title={text.groups.create} hint={text.groupForm.createHint}>
      <Form
        className={styles.form}
        onSubmit={() => {
          setTried(true);
          if (form.name.trim() !== '' && reviewFault === undefined && !making.isPending) making.mutate();
        }}
      >
        <GroupFields value={form} onChange={setForm} isTried={isTried} error={making.error} reviewFault={reviewFault}>
          <PersonPicker
            label={text.groupForm.owners}
            hint={text.groupForm.ownersHint[form.kind]}
            among={everyone}
            chosen={owners}
            atMost={mostOwners}
            onChange={setOwners}
          />
          <Departments chosen={departments} onChange={setDepartments} />
        </GroupFields>
        {problem !== undefined && (
          <Note tone="failure">
            {problem}
            <Reference error={making.error} />
          </Note>
        )}
        <div className={styles.actions}>
          <Button type="submit" look="primary" aria-disabled={making.isPending}>
            {making.isPending ? text.groupForm.creating : text.groupForm.submit}
          </Button>
          <Link to="/groups" className={buttonClass('quiet')}>
            {text.app.cancel}
          </Link>
        </div>
      </Form>
      {question}
    </Page>
  );
}

interface DepartmentsProps {
  chosen: readonly DepartmentId[];
  onChange: (chosen: readonly DepartmentId[]) => void;
}

/// A place for each department, in the order in which they are ticked.
function Departments({ chosen, onChange }: DepartmentsProps) {
  const text = useLaterText();
  const departments = useOpenDepartments();
  if (departments.length === 0) return null;
  return (
    <fieldset>
      <legend className={styles.legend}>{text.groupForm.tabs}</legend>
      <p className={styles.hint}>{text.groupForm.tabsHint}</p>
      <div className={styles.departments}>
        {departments.map(({ id, name }) => (
          <label key={id} className={styles.department}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={chosen.length >= mostTabs && !chosen.includes(id)}
              onChange={({ target }) => {
                onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id));
              }}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
