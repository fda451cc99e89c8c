import type { CalendarEvent, Comment, CommentPage, CommentView, Department, GroupView, Idea, LiveEvent, Me, News, Notification, NotificationList, Person, Poll, Post, PostPage, PostView, Question, Reading, Service, TabView } from '../src/protocol/generated.ts';

/// Small pieces of the demo organisation, with what a test does not care about filled in.

export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString();

export const post = (id: number, more: Partial<Post> = {}): Post => ({
  id,
  group: 2,
  tab: 21,
  author: 3,
  kind: 'update',
  version: 1,
  state: 'visible',
  mark: 'work',
  body: `Bericht ${id}`,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: `Bericht ${id}` }] }],
  published_at: at(id),
  ...more,
});

export const viewOf = (of: Post, more: Partial<PostView> = {}): PostView => ({
  post: of,
  thread: { comments: 0, version: 0 },
  reactions: { counts: [], version: 0 },
  latest: [],
  mine: { may_edit: false, may_delete: false, kept: false, confirmed: false, wanted: false },
  ...more,
});

/// Of post 5, to department 1, which nobody has answered.
export const question = (version: number, more: Partial<Question> = {}): Question => ({
  version,
  state: 'routed',
  department: 1,
  confidential: false,
  merged: 0,
  ...more,
});

/// Open, for a thousand years; without votes, as who has not voted knows it.
export const poll = (version: number, more: Partial<Poll> = {}): Poll => ({
  version,
  options: [{ text: 'Koffie' }, { text: 'Thee' }, { text: 'Water' }],
  multiple: false,
  anonymous: false,
  closes_at: '2999-11-27T16:00:00.000Z',
  voters: 0,
  ...more,
});

/// The options of the same, as who has voted knows them.
export const counted = (...votes: [number, number, number]): Poll['options'] =>
  poll(1).options.map((option, at) => ({ ...option, votes: votes[at] ?? 0 }));

/// Of post 5, which every reader is asked to confirm.
export const news = (version: number, more: Partial<News> = {}): News => ({ version, must_read: true, confirmed: 0, affects: [], ...more });

/// Of post 5, to department 1, which nobody has heard yet.
export const idea = (version: number, more: Partial<Idea> = {}): Idea => ({ version, department: 1, votes: 0, steps: [], ...more });

/// Of post 5, in the canteen on Friday 4 December from ten to twelve, for everyone.
export const calendarEvent = (version: number, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  version,
  sequence: 0,
  begins: '2026-12-04T09:00:00.000Z',
  ends: '2026-12-04T11:00:00.000Z',
  place: 'Kantine Zwolle',
  coming: 0,
  maybe: 0,
  ...more,
});

/// Below post 5, a minute later for each id.
export const comment = (id: number, more: Partial<Comment> = {}): Comment => ({
  id,
  post: 5,
  tab: 21,
  group: 2,
  author: 3,
  version: 1,
  state: 'visible',
  body: `Reactie ${id}`,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: `Reactie ${id}` }] }],
  published_at: at(id),
  ...more,
});

export const commentView = (of: Comment, more: Partial<CommentView> = {}): CommentView => ({
  comment: of,
  reactions: { counts: [], version: 0 },
  mine: { may_edit: false, may_delete: false },
  ...more,
});

export const commentPage = (comments: Comment[], more: Partial<CommentPage> = {}): CommentPage => ({
  items: comments.map((each) => commentView(each)),
  quoted: [],
  thread: { comments: comments.length, version: 1 },
  people: [],
  cursors: [
    { stream: 'group:2', cursor: 'g:10' },
    { stream: 'user:7', cursor: 'g:1' },
  ],
  ...more,
});

/// About post 5 in Algemeen, by Priya Ramdin, a minute later for each id.
export const notification = (id: number, more: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'comment',
  group: 2,
  tab: 21,
  post: 5,
  actors: [3],
  others: 0,
  excerpt: `Reactie ${id}`,
  at: at(id),
  read: false,
  ...more,
});

/// About group 2 itself.
export const groupNotification = (id: number, more: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'asked_to_join',
  group: 2,
  actors: [3],
  others: 0,
  excerpt: '',
  at: at(id),
  read: false,
  ...more,
});

export const notificationList = (...items: Notification[]): NotificationList => ({
  items,
  unread: items.filter(({ read }) => !read).length,
  people: [person(3, 'Priya Ramdin')],
  cursors: [{ stream: 'user:7', cursor: 'g:1' }],
});

export const page = (posts: Post[], more: Partial<PostPage> = {}): PostPage => ({
  items: posts.map((each) => viewOf(each)),
  quoted: [],
  people: [],
  cursors: [{ stream: 'group:2', cursor: 'g:10' }],
  ...more,
});

export const reading = (tab: number, more: Partial<Reading> = {}): Reading => ({
  tab,
  version: 1,
  unread: 0,
  following: 'followed',
  every_post: false,
  counted: { stream: 'group:2', cursor: 'g:10' },
  ...more,
});

export const tab = (id: number, more: Partial<TabView['tab']> = {}, unread = 0, readUntil?: string): TabView => ({
  tab: {
    id,
    group: 2,
    version: 1,
    name: id === 21 ? 'Algemeen' : 'HR',
    audience: 'members',
    posting: 'everyone',
    default_mark: 'work',
    position: id,
    stream: 'group:2',
    ...more,
  },
  reading: reading(id, { unread, ...(readUntil === undefined ? {} : { read_until: readUntil }) }),
  may_post: true,
  may_manage: false,
  needs_approval: false,
  own_held: 0,
  own_declined: 0,
});

export const group = (more: Partial<GroupView> = {}): GroupView => ({
  group: { id: 2, version: 1, name: 'SSC & Verkoop', purpose: 'Facturen en contracten.', visibility: 'closed', kind: 'work', colour: 'teal', cover: 'stretcher' },
  role: 'member',
  member_count: 31,
  archived: false,
  tabs: [tab(21), tab(22)],
  ...more,
});

export const person = (id: number, name: string): Person => ({ id, version: 1, name, title: 'accountmanager', suspended: false });

export const department = (id: number, more: Partial<Department> = {}): Department => ({
  id,
  version: 1,
  name: `Afdeling ${id}`,
  side: 'ssc',
  description: '',
  heads: [],
  deputies: [],
  hours: [],
  archived: false,
  ...more,
});

export const service = (id: number, more: Partial<Service> = {}): Service => ({
  id,
  version: 1,
  kind: 'service',
  name: `Dienst ${id}`,
  department: 1,
  owner: 3,
  description: '',
  ...more,
});

export const me: Me = {
  person: person(7, 'Roos van der Meulen'),
  role: 'employee',
  rights: ['browse_people', 'browse_groups', 'create_groups'],
  preferences: { language: 'nl', theme: 'system' },
  session: 70,
  organisation: 'Vaartland',
  time_zone: 'Europe/Amsterdam',
  welcomed: true,
  cursors: [{ stream: 'user:7', cursor: 'g:1' }],
};

type Kind = LiveEvent['type'];
type DataOf<T extends Kind> = Extract<LiveEvent, { type: T }>['data'];

export const event = <T extends Kind>(type: T, seq: number, data: DataOf<T>, stream = 'group:2'): LiveEvent =>
  ({ stream, seq, at: at(seq), v: 1, type, data }) as LiveEvent;
