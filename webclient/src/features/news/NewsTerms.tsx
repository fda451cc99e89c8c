import { useText } from '../../i18n/text.tsx';
import type { DepartmentId } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { PostAbout } from '../posts/PostAbout.tsx';

interface Props {
  affects: readonly DepartmentId[];
  mustRead?: boolean;
}

/// What news asks that nobody reads yet: on its way, or held until somebody approves it.
export function NewsTerms({ affects, mustRead = false }: Props) {
  const text = useText();
  const departments = useDepartments();
  const names = affects.map((id) => departments.find((each) => each.id === id)?.name ?? text.questions.unknownDepartment);
  if (names.length === 0 && !mustRead) return null;
  return (
    <PostAbout>
      {mustRead && <span>{text.newsWriting.mustRead}</span>}
      {names.length > 0 && <span>{text.newsWriting.affects(names)}</span>}
    </PostAbout>
  );
}
