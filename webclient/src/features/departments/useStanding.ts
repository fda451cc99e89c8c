import type { Addressee, Post } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useLooksAfter, useTab } from '../groups/groups.ts';
import type { Standing } from './addressee.ts';
import { useDepartment } from './departments.ts';
import { useService } from './services.ts';

/// What this person has to do with a question or an idea; nothing once its group is archived.
export function useStanding(post: Post, to: Addressee | undefined): Standing | undefined {
  const me = useMyself();
  const { group } = useTab(post.group, post.tab) ?? {};
  const looksAfter = useLooksAfter(post);
  const department = useDepartment(to?.department);
  const service = useService(to?.service);
  if (!me || !group || group.archived) return undefined;
  const isMember = group.role !== 'guest' && me.role !== 'guest';
  return { me: me.person, isMember, looksAfter, department, service };
}
