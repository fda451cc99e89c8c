import type { AllWords } from '../../i18n/text.tsx';
import { ApiError, errorKey, hasCode } from '../../protocol/errors.ts';
import type { DepartmentId, ManagedAccount, Role } from '../../protocol/generated.ts';

/// The details of an account as somebody types them.
export interface Draft {
  name: string;
  title: string;
  email: string;
  personnelNumber: string;
  department: DepartmentId | undefined;
  role: Role;
}

export const emptyDraft: Draft = {
  name: '',
  title: '',
  email: '',
  personnelNumber: '',
  department: undefined,
  role: 'employee',
};

export const draftOf = ({ person, email, personnel_number, role }: ManagedAccount): Draft => ({
  name: person.name,
  title: person.title,
  email: email ?? '',
  personnelNumber: personnel_number ?? '',
  department: person.department,
  role,
});

/// What the draft says, in the words of a request.
export function detailsOf({ name, title, email, personnelNumber, department, role }: Draft) {
  return {
    name: name.trim(),
    title: title.trim(),
    ...(email.trim() === '' ? {} : { email: email.trim() }),
    ...(personnelNumber.trim() === '' ? {} : { personnel_number: personnelNumber.trim() }),
    ...(department === undefined ? {} : { department }),
    role,
  };
}

export type Faults = Partial<Record<'name' | 'email' | 'personnelNumber', string>>;

/// What is missing, before the server is asked.
export function faultsOf(draft: Draft, text: AllWords): Faults {
  const { name, email, personnel_number } = detailsOf(draft);
  return {
    ...(name === '' ? { name: text.signIn.missing } : {}),
    ...(email === undefined && personnel_number === undefined ? { email: text.managedAccounts.loginMissing } : {}),
  };
}

/// What the server found wrong, beside the field that it names; `rest` is for what no field of the form explains.
export function explain(error: unknown, text: AllWords): { faults: Faults; rest: string | undefined } {
  const words = text.managedAccounts;
  if (error instanceof ApiError) {
    const isTaken = error.code === 'conflict';
    if (error.field === '$.email') return { faults: { email: isTaken ? words.emailTaken : words.emailWrong }, rest: undefined };
    if (error.field === '$.personnel_number') {
      return { faults: { personnelNumber: isTaken ? words.numberTaken : words.numberWrong }, rest: undefined };
    }
    if (hasCode(error, 'last_owner')) return { faults: {}, rest: words.lastOwner };
    if (hasCode(error, 'stale_version')) return { faults: {}, rest: words.changedMeanwhile };
  }
  return { faults: {}, rest: text.errors[errorKey(error)] };
}
