import { useLaterText } from '../../i18n/text.tsx';
import type { Idea, PostView } from '../../protocol/generated.ts';
import { useDepartment } from '../departments/departments.ts';
import { useStanding } from '../departments/useStanding.ts';
import { useTarget } from '../departments/useTarget.ts';
import { type IdeaRights, isOfGroup, noRights, rightsOn } from './rights.ts';

/// What this person may do with an idea.
export function useIdeaRights(view: PostView): IdeaRights {
  const standing = useStanding(view.post, view.idea);
  return standing ? rightsOn(view, standing) : noRights;
}

/// Who decides on an idea, as a sentence.
export function useWhoDecides(idea: Idea): string {
  const { ideas } = useLaterText();
  const department = useDepartment(idea.department);
  const target = useTarget(idea);
  return target === undefined || isOfGroup(idea, department) ? ideas.groupDecides : ideas.decides(target);
}
