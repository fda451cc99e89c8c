import { Select } from '../../design/Select.tsx';
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
  const choices = departments
    .filter((each) => !each.archived && each.id !== of?.id && !pathTo(departments, each).some(({ id }) => id === of?.id))
    .map((each) => ({ id: String(each.id), way: [...pathTo(departments, each), each].map(({ name }) => name) }))
    .toSorted((one, other) => inTree(one.way).localeCompare(inTree(other.way)))
    .map(({ id, way }) => [id, way.join(' › ')] as const);
  return (
    <Select
      label={text.parent}
      value={String(parent ?? '')}
      choices={[['', text.noParent], ...choices]}
      onChange={(id) => {
        onChange(id === '' ? undefined : Number(id));
      }}
    />
  );
}

/// Before anything that a name can go on with: what is below "Finance" comes before "Finance - Oost".
const inTree = (way: readonly string[]): string => way.join('\t');
