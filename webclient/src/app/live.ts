import { notifyManager } from '@tanstack/react-query';
import { toasts } from '../design/toast.ts';
import { readMeAfresh } from '../features/accounts/session.ts';
import { commentOutbox } from '../features/comments/outbox.ts';
import { forgetThreadsOf } from '../features/comments/queries.ts';
import { type Departures, forgetGroup, forgetTab, goneGroups, goneTabs } from '../features/groups/events.ts';
import { groupsQuery } from '../features/groups/groups.ts';
import { forgetHeld } from '../features/held/held.ts';
import { forgetWaitingNewsOf } from '../features/news/waitingNews.ts';
import { forgetNotificationsOf } from '../features/notifications/notifications.ts';
import { forgetPeople, readPeopleAfresh } from '../features/people/people.ts';
import { forgetPinsOf } from '../features/pins/pins.ts';
import { closeOutbox, openOutbox, retryWhatWasOffline } from '../features/posts/outbox.ts';
import { inLists } from '../features/posts/lists.ts';
import { forgetPostsOf } from '../features/posts/queries.ts';
import { forgetConfidential, readConfidentialSoon } from '../features/questions/confidential.ts';
import { live, liveStatus } from '../live/live.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { api } from '../protocol/client.ts';
import type { LiveEvent, Me, StreamCursor } from '../protocol/generated.ts';
import { queries } from '../state/queries.ts';
import { dispatch } from './dispatch.ts';

/// Streams that this person may read but this connection may not follow, as it follows too many, are read now and then.
const nowAndThen = 60_000;

/// Joins the live channel to the features, for as long as someone is signed in.
export function goLive(me: Me): () => void {
  const own = me.cursors.find(({ stream }) => stream.startsWith('user:'));
  openOutbox();
  commentOutbox.open();
  if (own) live.start(own, { onEvents, onResync: readAfresh, onLost: departures.lostStream, onRefused, onUnreachable });
  followOwn(me.cursors);
  const stopWatching = liveStatus.subscribe(onStatus);
  const reading = setInterval(() => {
    live.unfollowed().forEach(readAfresh);
  }, nowAndThen);
  window.addEventListener('online', live.wake);
  document.addEventListener('visibilitychange', wakeWhenSeen);
  return () => {
    stopWatching();
    clearInterval(reading);
    window.removeEventListener('online', live.wake);
    document.removeEventListener('visibilitychange', wakeWhenSeen);
    live.stop();
    closeOutbox();
    commentOutbox.close();
    goneGroups.set(new Set());
    goneTabs.set(new Set());
    toasts.clear();
  };
}

const departures: Departures = {
  leftGroup: (group) => {
    live.accessLost();
    forgetGroup(group);
    forgetPostsOf({ group });
    forgetPinsOf({ group });
    inLists((lists) => lists.forget({ group }));
    forgetThreadsOf({ group });
    forgetNotificationsOf({ group });
    forgetWaitingNewsOf({ group });
  },
  lostTab: (tab) => {
    live.accessLost();
    forgetTab(tab);
    forgetPostsOf({ tab });
    forgetPinsOf({ tab });
    inLists((lists) => lists.forget({ tab }));
    forgetThreadsOf({ tab });
    forgetNotificationsOf({ tab });
    forgetWaitingNewsOf({ tab });
    // Whoever may still read it finds it on another stream.
    for (const kind of ['feed', 'department posts', 'upcoming']) void queries.invalidateQueries({ queryKey: [kind] });
  },
  lostStream: (stream) => {
    live.forgive(stream);
    const [kind, id] = stream.split(':');
    if (kind === 'group') departures.leftGroup(Number(id));
    else if (kind === 'user') onUnreachable();
    else if (kind === organisation) forgetOrganisation();
    else if (kind === desk) forgetConfidential();
    else if (kind === 'moderators') forgetHeld(Number(id));
    else departures.lostTab(Number(id));
  },
};

const organisation = 'organisation';

/// `desk:4`: of who works in department 4, or heads it.
const desk = 'desk';
const isOfDesk = (stream: string) => stream.startsWith(`${desk}:`);

/// What follows from who one is, besides the own stream.
function followOwn(cursors: readonly StreamCursor[]): void {
  live.follow(cursors.filter(({ stream }) => stream === organisation || isOfDesk(stream)));
}

/// No answer needs to be in view that would follow it again, as there are always names.
function readOrganisationAfresh(): void {
  readPeopleAfresh();
  api.getMe({}).then(({ cursors }) => {
    followOwn(cursors);
  }, onUnreachable);
}

/// This person became a guest: what only employees know leaves the device, and who one still is, is asked anew.
function forgetOrganisation(): void {
  live.accessLost();
  for (const kind of ['services', 'holidays', 'directory', 'profile', 'department posts']) queries.removeQueries({ queryKey: [kind] });
  void queries.resetQueries({ queryKey: ['departments'] });
  forgetPeople();
  readMeAfresh();
}

/// Many events are drawn once.
function onEvents(events: readonly LiveEvent[]): void {
  notifyManager.batch(() => {
    for (const event of events) {
      const { stream } = event;
      if (!dispatch(event, departures)) readAfresh(stream);
    }
  });
}

/// Whoever is refused may have lost access, or follow too much. Who one is, and the list of groups, tell: they name what
/// one may follow. Without an answer the stream counts as one too many.
function onRefused(stream: string): void {
  // Of a desk one holds nothing that is not proved anew each time it is read.
  if (isOfDesk(stream)) {
    readConfidentialSoon();
    return;
  }
  const decide = ({ cursors }: Snapshot) => {
    if (!cursors.some((each) => each.stream === stream)) departures.lostStream(stream);
  };
  const asked = stream === organisation ? api.getMe({}) : queries.query({ ...groupsQuery, staleTime: 0 });
  asked.then(decide, () => undefined);
}

/// Every answer that was read from this stream is read again; that also follows the stream anew. What a desk may read says so
/// itself.
function readAfresh(stream: string): void {
  if (stream === organisation) readOrganisationAfresh();
  if (isOfDesk(stream)) {
    readMeAfresh();
    readConfidentialSoon();
    return;
  }
  void queries.invalidateQueries({ predicate: ({ state }) => cursorsOf(state.data).some((each) => each.stream === stream) });
}

function cursorsOf(data: unknown): StreamCursor[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('cursors' in data) return data.cursors as StreamCursor[];
  return 'pages' in data && Array.isArray(data.pages) ? data.pages.flatMap(cursorsOf) : [];
}

/// No connection: the network, the server, or a session that has ended. Only asking tells; the API client reports it.
function onUnreachable(): void {
  api.getMe({}).catch(() => undefined);
}

function onStatus(): void {
  if (liveStatus.get() !== 'live') return;
  retryWhatWasOffline();
  commentOutbox.retryWhatWasOffline();
  // Of pages outside nothing depends on our connection: each is asked for where it is seen.
  void queries.refetchQueries({ predicate: ({ queryKey: [kind], state }) => state.status === 'error' && kind !== 'preview' });
}

function wakeWhenSeen(): void {
  if (document.visibilityState === 'visible') live.wake();
}
