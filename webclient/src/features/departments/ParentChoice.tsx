import { Choice } from '../../design/Choice.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department, DepartmentId } from '../../protocol/generated.ts';
import { pathTo, useDepartments } from './departments.ts';

interface Props {
  /// The department that is being moved: neither it nor what is below it can be chosen.
  of?: Department;
  parent: DepartmentId | undefined;
  onChange: (parent: DepartmentId | undefined) => void;
}

/// Below which department this one hangs.
export function ParentChoice({ of, parent, onChange }: Props) {
  const { departments: text } = useLaterText();
  const departments = useDepartments();
  const choices = departments.filter(
    (each) => !each.archived && each.id !== of?.id && !pathTo(departments, each).some(({ id }) => id === of?.id),
  );
  return (
    <Choice
      label={text.parent}
      value={parent ?? ''}
      onChange={({ target }) => {
        onChange(target.value === '' ? undefined : Number(target.value));
      }}
    >
      <option value="">{text.noParent}</option>
      {choices.map((each) => (
        <option key={each.id} value={each.id}>
          {[...pathTo(departments, each), each].map(({ name }) => name).join(' › ')}
        </option>
      ))}
    </Choice>
  );
}
