import { api } from '../../protocol/client.ts';
import type { DepartmentId, FillingPlan, GroupId, PersonId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';

export const atMost = 500;

export async function planOf(group: GroupId, from: { department: DepartmentId } | { entries: string[] }): Promise<FillingPlan> {
  const plan = await api.planFilling({ group, ...from });
  learnPeople(plan.people);
  return plan;
}

export const joining = (plan: FillingPlan): PersonId[] =>
  plan.lines.flatMap(({ outcome, person }) => (outcome === 'joins' && person !== undefined ? [person] : []));

/// They come one by one over the live channel as well; the list is read again, by name.
export async function addMembers(group: GroupId, people: PersonId[]): Promise<number> {
  const { added } = await api.addMembers({ group, people });
  void queries.invalidateQueries({ queryKey: ['members', group] });
  return added;
}

/// The e-mail addresses and personnel numbers of a pasted list or a CSV file: in every line the first field that looks
/// like one, else the first that is not empty (the plan then says that nobody is called so). A header is nobody.
export function entriesOf(list: string): string[] {
  return list
    .split(/\r?\n/)
    .map((line) => line.split(/[;,\t]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1').trim()))
    .filter((fields, index) => index > 0 || !fields.some((field) => isHeading.test(field)))
    .map((fields) => fields.find((field) => isLogin.test(field)) ?? fields.find((field) => field !== ''))
    .filter((entry) => entry !== undefined);
}

/// `limits::email`, in bytes.
const longest = 254;
const bytes = new TextEncoder();
/// The first line with more than any login has, from 1 on; undefined when there is none.
export function tooLongIn(list: string): number | undefined {
  const line = list.split(/\r?\n/).findIndex((each) => entriesOf(each).some((entry) => bytes.encode(entry).length > longest));
  return line < 0 ? undefined : line + 1;
}

/// A workbook, or whatever else was chosen instead of a list, holds what no text does.
export const isText = (list: string): boolean => !list.includes('\0');

const isHeading = /^(?:e-?mail(?:adres| address)?|personeelsnummer|personnel number|naam|name)$/i;
const isLogin = /^(?:\S+@\S+|[A-Za-z]{0,3}\d{3,})$/;
