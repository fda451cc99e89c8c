import { QueryClient } from '@tanstack/react-query';
import { ApiError, hasCode } from '../protocol/errors.ts';

const halfAnHour = 30 * 60_000;

/// Answers of the server, by key. The live channel keeps them true (each event is folded over every answer it concerns,
/// seen or not), so nothing is read twice without a reason.
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: halfAnHour,
      // We show ourselves that there is no network; a query that waits for one would look like loading for ever.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => failures < 2 && mayPass(error),
    },
    mutations: { networkMode: 'always' },
  },
});

const mayPass = (error: unknown) => !(error instanceof ApiError) || hasCode(error, 'overloaded');
