import { queryOptions, useQuery } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { CreateService, EditService, LiveEvent, Service, ServiceId, ServiceList } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { useMyself } from '../accounts/session.ts';

/// Services and end-to-end processes of the whole organisation. Not for guests.
export const servicesQuery = queryOptions({
  queryKey: ['services'],
  queryFn: () => readLive(() => api.listServices({}), servicesAfter),
});

export function servicesAfter(list: ServiceList, event: LiveEvent): ServiceList {
  switch (event.type) {
    case 'service.changed':
      return after(list, event, (before) => withService(before, event.data.service));
    case 'service.removed':
      return after(list, event, (before) => withoutService(before, event.data.service));
    default:
      return list;
  }
}

/// The live channel may be behind.
export function readServicesAfresh(): void {
  void queries.invalidateQueries({ queryKey: servicesQuery.queryKey });
}

function withService(list: ServiceList, service: Service): ServiceList {
  const known = list.items.find(({ id }) => id === service.id);
  if (known && known.version >= service.version) return list;
  const items = [...list.items.filter((each) => each !== known), service];
  return { ...list, items: items.toSorted((one, other) => one.name.localeCompare(other.name)) };
}

const withoutService = (list: ServiceList, service: ServiceId): ServiceList => ({
  ...list,
  items: list.items.filter(({ id }) => id !== service),
});

export function applyToServices(change: (list: ServiceList) => ServiceList): void {
  queries.setQueryData(servicesQuery.queryKey, (list) => (list ? change(list) : list));
}

const none: Service[] = [];
/// None for a guest, who would be refused, nor before they are wanted.
export function useServices(isWanted = true): Service[] {
  const me = useMyself();
  const enabled = isWanted && me !== undefined && me.role !== 'guest';
  return useQuery({ ...servicesQuery, enabled }).data?.items ?? none;
}

export function useService(id: ServiceId | undefined): Service | undefined {
  return useServices().find((service) => service.id === id);
}

export async function createService(service: CreateService): Promise<void> {
  const made = await api.createService(service);
  applyToServices((list) => withService(list, made));
}

export async function editService(edit: EditService): Promise<void> {
  const changed = await api.editService(edit);
  applyToServices((list) => withService(list, changed));
}

export async function removeService(service: ServiceId): Promise<void> {
  await api.removeService({ service });
  applyToServices((list) => withoutService(list, service));
}
