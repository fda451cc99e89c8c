import type { Addressee, Person, PostView } from '../../protocol/generated.ts';
import { leads, type Standing } from '../departments/addressee.ts';
import { isMerged, isOpen } from './question.ts';

/// What one may do with a question, as the server decides it: here it says what is offered. Pure.
export interface QuestionRights {
  route: boolean;
  pickUp: boolean;
  putDown: boolean;
  /// And take the mark away; once it is accepted, who asked alone.
  mark: boolean;
  reopen: boolean;
  /// Into another one that asks the same.
  merge: boolean;
  /// It stands by itself again.
  unmerge: boolean;
}

export const noRights: QuestionRights = {
  route: false,
  pickUp: false,
  putDown: false,
  mark: false,
  reopen: false,
  merge: false,
  unmerge: false,
};

export function rightsOn(view: PostView, standing: Standing): QuestionRights {
  const { post, question } = view;
  const { me, isMember, looksAfter, department, service } = standing;
  if (!question) return noRights;
  const asks = post.author === me.id;
  const heads = department !== undefined && leads(department, me.id);
  const worksThere = worksIn(question, me);
  const isTheirs = heads || worksThere || service?.owner === me.id;
  // What becomes of it is decided on the other one.
  if (isMerged(question)) return { ...noRights, unmerge: asks || mayMerge(view, standing) };
  const open = isOpen(question);
  const picked = question.picked_up_by;
  return {
    ...noRights,
    route: open && (asks || isTheirs || looksAfter),
    pickUp: open && picked !== me.id && (question.department === undefined ? isMember : isTheirs),
    putDown: open && picked !== undefined && (picked === me.id || heads || looksAfter),
    mark: asks || (question.state !== 'accepted' && (heads || looksAfter)),
    reopen: asks && !open,
    merge: open && mayMerge(view, standing),
  };
}

/// The department that has it, and who looks after the tab; a confidential one is merged by nobody.
export const mayMerge = ({ question }: PostView, { me, looksAfter, department }: Standing): boolean =>
  question !== undefined && !question.confidential && (looksAfter || worksIn(question, me) || (department !== undefined && leads(department, me.id)));

const worksIn = ({ department }: Addressee, me: Person): boolean => department !== undefined && department === me.department;
