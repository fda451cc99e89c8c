import type { Addressee, PostView } from '../../protocol/generated.ts';
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
  const { me, isMember, looksAfter, department } = standing;
  if (!question) return noRights;
  const asks = post.author === me.id;
  const heads = department !== undefined && leads(department, me.id);
  const isTheirs = answersFor(question, standing);
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

/// Who answers for it, and who looks after the tab; a confidential one is merged by nobody.
export const mayMerge = ({ question }: PostView, standing: Standing): boolean =>
  question !== undefined && !question.confidential && (standing.looksAfter || answersFor(question, standing));

/// Who works in the department that has it, or heads it, and who owns the service that it is about.
const answersFor = (to: Addressee, { me, department, service }: Standing): boolean =>
  (to.department !== undefined && to.department === me.department) || (department !== undefined && leads(department, me.id)) || service?.owner === me.id;
