import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { PostId } from '../../protocol/generated.ts';
import { learnPeople } from '../people/people.ts';

/// Who comes to an event, as it is when one asks: nothing on the live channel tells of it, so it is kept only while it shows.
export const attendancesQuery = (post: PostId) =>
  queryOptions({
    queryKey: ['attendances', post],
    queryFn: async () => {
      const list = await api.listAttendances({ post });
      learnPeople(list.people);
      return list;
    },
    gcTime: 0,
  });
