import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { CreateAccount, EditAccount, ManagedAccount, PersonId, SessionId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';
import type { AccountFilter } from './filter.ts';

/// Other administrators change accounts too and no event tells, so both are read anew whenever they come into view.
export const accountsQuery = (filter: AccountFilter) =>
  infiniteQueryOptions({
    queryKey: ['managed-accounts', filter],
    queryFn: ({ pageParam }) => api.listAccounts(pageParam === undefined ? filter : { ...filter, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

export const accountQuery = (person: PersonId) =>
  queryOptions({ queryKey: ['managed-account', person], queryFn: () => api.getAccount({ person }), staleTime: 0 });

export const accountSessionsQuery = (person: PersonId) =>
  queryOptions({
    queryKey: ['managed-account', person, 'sessions'],
    queryFn: async () => (await api.listAccountSessions({ person })).items,
    staleTime: 0,
  });

export const createAccount = async (request: CreateAccount): Promise<ManagedAccount> =>
  remember(await api.createAccount(request));

export const editAccount = async (request: EditAccount): Promise<ManagedAccount> =>
  remember(await api.editAccount(request));

export async function suspend(person: PersonId): Promise<void> {
  await api.suspendPerson({ person });
  await readAfresh(person);
}

export async function reinstate(person: PersonId): Promise<void> {
  await api.reinstatePerson({ person });
  await readAfresh(person);
}

export async function endAccountSession(person: PersonId, session: SessionId): Promise<void> {
  await api.endAccountSession({ person, session });
  queries.setQueryData(accountSessionsQuery(person).queryKey, (items) => items?.filter(({ id }) => id !== session));
}

export async function readAfresh(person: PersonId): Promise<void> {
  await queries.invalidateQueries({ queryKey: accountQuery(person).queryKey });
  await queries.invalidateQueries({ queryKey: ['managed-accounts'] });
}

function remember(account: ManagedAccount): ManagedAccount {
  learnPeople([account.person]);
  queries.setQueryData(accountQuery(account.person.id).queryKey, account);
  void queries.invalidateQueries({ queryKey: ['managed-accounts'] });
  return account;
}
