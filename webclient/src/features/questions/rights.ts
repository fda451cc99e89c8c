import type { Department, Person, PostView, Service } from '../../protocol/generated.ts';
import { isOpen } from './question.ts';

/// What one may do with a question, as the server decides it: here it says what is offered. Pure.
export interface QuestionRights {
  route: boolean;
  pickUp: boolean;
  putDown: boolean;
  /// And take the mark away; once it is accepted, who asked alone.
  mark: boolean;
  reopen: boolean;
}

/// Who looks, and what they have to do with it.
export interface Standing {
  me: Person;
  /// Of the group, and no guest.
  isMember: boolean;
  looksAfter: boolean;
  /// To which the question went.
  department: Department | undefined;
  service: Service | undefined;
}

export const noRights: QuestionRights = { route: false, pickUp: false, putDown: false, mark: false, reopen: false };

export function rightsOn({ post, question }: PostView, { me, isMember, looksAfter, department, service }: Standing): QuestionRights {
  if (!question) return noRights;
  const asks = post.author === me.id;
  const heads = department !== undefined && [...department.heads, ...department.deputies].includes(me.id);
  const worksThere = question.department !== undefined && question.department === me.department;
  const isTheirs = heads || worksThere || service?.owner === me.id;
  const open = isOpen(question);
  const picked = question.picked_up_by;
  return {
    route: open && (asks || isTheirs || looksAfter),
    pickUp: open && picked !== me.id && (question.department === undefined ? isMember : isTheirs),
    putDown: open && picked !== undefined && (picked === me.id || heads || looksAfter),
    mark: asks || (question.state !== 'accepted' && (heads || looksAfter)),
    reopen: asks && !open,
  };
}
