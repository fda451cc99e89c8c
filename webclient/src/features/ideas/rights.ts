import type { Department, Idea, PostView } from '../../protocol/generated.ts';
import { leads, type Standing } from '../departments/addressee.ts';

/// What one may do with an idea, as the server decides it: here it says what is offered. Pure.
export interface IdeaRights {
  /// Give it a status.
  decide: boolean;
  /// Send it to another department.
  route: boolean;
}

export const noRights: IdeaRights = { decide: false, route: false };

/// No open department that has somebody decides on it, so those do who look after its tab.
export function isOfGroup(idea: Idea, department: Department | undefined): boolean {
  if (idea.department === undefined || department?.archived === true) return true;
  return department !== undefined && idea.service === undefined && department.heads.length + department.deputies.length === 0;
}

export function rightsOn({ post, idea }: PostView, { me, looksAfter, department, service }: Standing): IdeaRights {
  if (!idea) return noRights;
  const isTheirs = (department !== undefined && leads(department, me.id)) || service?.owner === me.id;
  const decide = isOfGroup(idea, department) ? looksAfter : isTheirs;
  const isUnheard = post.author === me.id && idea.status === undefined;
  return { decide, route: decide || looksAfter || isUnheard };
}
