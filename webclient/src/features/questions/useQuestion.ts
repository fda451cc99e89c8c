import { useText } from '../../i18n/text.tsx';
import type { Addressee, PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useDepartment } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import { useLooksAfter, useTab } from '../groups/groups.ts';
import { noRights, type QuestionRights, rightsOn } from './rights.ts';

/// What this person may do with a question; nothing once its group is archived.
export function useQuestionRights(view: PostView): QuestionRights {
  const me = useMyself();
  const { group } = useTab(view.post.group, view.post.tab) ?? {};
  const looksAfter = useLooksAfter(view.post);
  const department = useDepartment(view.question?.department);
  const service = useService(view.question);
  if (!me || !group || group.archived) return noRights;
  const isMember = group.role !== 'guest' && me.role !== 'guest';
  return rightsOn(view, { me: me.person, isMember, looksAfter, department, service });
}

/// "HR · Salaris en toeslagen": to whom a question went, or who decides on an idea. Guests know departments only.
export function useTarget(target: Addressee): string | undefined {
  const { unknownDepartment } = useText().questions;
  const department = useDepartment(target.department);
  const service = useService(target);
  if (target.department === undefined) return undefined;
  const name = department?.name ?? unknownDepartment;
  return service ? `${name} · ${service.name}` : name;
}

function useService(target: Addressee | undefined) {
  const services = useServices();
  return services.find(({ id }) => id === target?.service);
}
