import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { OwnProfile, PersonId, SetProfile } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from './people.ts';

/// A profile as this viewer may see it. Its fields have audiences of their own, so no stream tells them: it is read anew
/// each time somebody looks.
export const profileQuery = (person: PersonId) =>
  queryOptions({
    queryKey: ['profile', person],
    queryFn: async () => {
      const profile = await api.getProfile({ person });
      learnPeople([profile.person]);
      return profile;
    },
    staleTime: 0,
  });

/// As the server has it, whatever is shown meanwhile.
export const readOwnProfile = (): Promise<OwnProfile> => api.getOwnProfile({});

export const ownProfileQuery = queryOptions({
  queryKey: ['own-profile'],
  queryFn: readOwnProfile,
  staleTime: 0,
});

export async function setProfile(profile: SetProfile, me: PersonId): Promise<void> {
  const saved: OwnProfile = await api.setProfile(profile);
  queries.setQueryData(ownProfileQuery.queryKey, saved);
  await queries.invalidateQueries({ queryKey: ['profile', me] });
}
