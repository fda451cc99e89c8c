import type { PostView } from '../../protocol/generated.ts';
import { leads, type Standing } from '../departments/addressee.ts';
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

export const noRights: QuestionRights = { route: false, pickUp: false, putDown: false, mark: false, reopen: false };

export function rightsOn({ post, question }: PostView, { me, isMember, looksAfter, department, service }: Standing): QuestionRights {
  if (!question) return noRights;
  const asks = post.author === me.id;
  const heads = department !== undefined && leads(department, me.id);
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
