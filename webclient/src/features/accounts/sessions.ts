import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import { queries } from '../../state/queries.ts';

export const sessionsKey = ['sessions'] as const;

export const sessionsQuery = queryOptions({ queryKey: sessionsKey, queryFn: () => api.listSessions({}) });

export async function endSession(session: number): Promise<void> {
  await api.endSession({ session });
  queries.setQueryData(sessionsQuery.queryKey, (list) =>
    list ? { ...list, items: list.items.filter(({ id }) => id !== session) } : list,
  );
}

/// "Chrome op Windows" out of what the browser calls itself; nothing when we do not know it.
export function readAgent(agent: string): { browser: string; system: string } | undefined {
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  return browser !== undefined && system !== undefined ? { browser, system } : undefined;
}

// In this order: nearly every browser also claims to be Chrome and Safari.
const browsers: [RegExp, string][] = [
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];
