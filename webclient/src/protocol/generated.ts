// Written by plein-generate from protocol/. Do not edit.

export type ErrorCode = 'invalid_request' | 'not_signed_in' | 'sign_in_failed' | 'not_found' | 'forbidden' | 'conflict' | 'stale_version' | 'last_owner' | 'weak_password' | 'wrong_password' | 'too_many_requests' | 'foreign_origin' | 'too_large' | 'method_not_allowed' | 'unsupported_media' | 'overloaded' | 'outcome_unknown' | 'internal';

export interface Problem {
  status: number;
  code: ErrorCode;
  field?: string;
  retry_after_seconds?: number;
  request_id: string;
}

export interface SignIn {
  login: string;
  password: string;
}

export type PersonId = number;

export type DepartmentId = number;

export interface Person {
  id: PersonId;
  name: string;
  title: string;
  department?: DepartmentId;
  suspended: boolean;
}

export type Role = 'employee' | 'moderator' | 'editor' | 'administrator' | 'guest';

export type Right = 'browse_people' | 'browse_groups' | 'create_groups' | 'manage_people' | 'manage_departments' | 'break_glass';

export type Language = 'nl' | 'en';

export type Theme = 'system' | 'light' | 'dark';

export interface Preferences {
  language: Language;
  theme: Theme;
}

export type SessionId = number;

export interface StreamCursor {
  stream: string;
  cursor: string;
}

export interface Me {
  person: Person;
  role: Role;
  rights: Right[];
  preferences: Preferences;
  session: SessionId;
  organisation: string;
  time_zone: string;
  cursors: StreamCursor[];
}

export type SignOut = Record<string, never>;

export type GetMe = Record<string, never>;

export interface SetPreferences {
  language: Language;
  theme: Theme;
}

export interface ChangePassword {
  current: string;
  replacement: string;
}

export type ListSessions = Record<string, never>;

export interface Session {
  id: SessionId;
  agent: string;
  created_at: string;
  last_seen_at: string;
  current: boolean;
}

export interface SessionList {
  items: Session[];
  cursors: StreamCursor[];
}

export interface EndSession {
  session: SessionId;
}

export type ListDepartments = Record<string, never>;

export type Side = 'ssc' | 'business' | 'external';

export interface Department {
  id: DepartmentId;
  name: string;
  side: Side;
}

export interface DepartmentList {
  items: Department[];
}

export interface ListPeople {
  ids: PersonId[];
}

export interface PersonList {
  items: Person[];
}

export interface SuspendPerson {
  person: PersonId;
}

export interface ReinstatePerson {
  person: PersonId;
}

export type ListGroups = Record<string, never>;

export type GroupId = number;

export type GroupVisibility = 'closed' | 'secret';

export type GroupKind = 'work' | 'interest';

export type GroupColour = 'teal' | 'blue' | 'violet' | 'plum' | 'brick' | 'amber' | 'moss' | 'slate';

export type GroupCover = 'stretcher' | 'herringbone' | 'fan' | 'waves';

export interface Group {
  id: GroupId;
  version: number;
  name: string;
  purpose: string;
  visibility: GroupVisibility;
  kind: GroupKind;
  colour: GroupColour;
  cover: GroupCover;
  review_on?: string;
}

export type GroupRole = 'owner' | 'moderator' | 'member' | 'guest';

export type TabId = number;

export type TabAudience = 'members' | 'department' | 'guests';

export type PostingRule = 'everyone' | 'owners';

export type Mark = 'work' | 'personal';

export interface Tab {
  id: TabId;
  group: GroupId;
  version: number;
  name: string;
  department?: DepartmentId;
  audience: TabAudience;
  posting: PostingRule;
  default_mark: Mark;
  position: number;
  stream: string;
}

export interface Reading {
  tab: TabId;
  version: number;
  read_until?: string;
  unread: number;
}

export interface TabView {
  tab: Tab;
  reading: Reading;
  may_post: boolean;
}

export interface GroupView {
  group: Group;
  role: GroupRole;
  member_count?: number;
  tabs: TabView[];
}

export interface GroupList {
  items: GroupView[];
  cursors: StreamCursor[];
}

export interface GetGroup {
  group: GroupId;
}

export interface GroupAnswer {
  view: GroupView;
  cursors: StreamCursor[];
}

export interface GroupForm {
  name: string;
  purpose: string;
  visibility: GroupVisibility;
  kind: GroupKind;
  colour: GroupColour;
  cover: GroupCover;
  review_on?: string;
}

export interface CreateGroup {
  client_id: string;
  form: GroupForm;
  departments: DepartmentId[];
  owners: PersonId[];
}

export interface EditGroup {
  group: GroupId;
  version: number;
  form: GroupForm;
}

export interface ArchiveGroup {
  group: GroupId;
}

export interface RestoreGroup {
  group: GroupId;
}

export type ListArchivedGroups = Record<string, never>;

export interface ArchivedGroup {
  group: Group;
  archived_at: string;
}

export interface ArchivedGroupList {
  items: ArchivedGroup[];
  cursors: StreamCursor[];
}

export interface BreakGlass {
  group: GroupId;
  client_id: string;
  reason: string;
}

export interface EmergencyAccess {
  group: GroupId;
  person: PersonId;
  reason: string;
  at: string;
  until: string;
}

export interface ListEmergencyAccesses {
  group: GroupId;
}

export interface EmergencyAccessList {
  items: EmergencyAccess[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface ListMembers {
  group: GroupId;
  after?: string;
  limit?: number;
  role?: GroupRole;
}

export interface Member {
  group: GroupId;
  person: PersonId;
  role: GroupRole;
  version: number;
  since: string;
  until?: string;
}

export interface MemberList {
  items: Member[];
  next?: string;
  people: Person[];
  cursors: StreamCursor[];
}

export interface ListCandidates {
  group: GroupId;
  search: string;
}

export interface SetMember {
  group: GroupId;
  person: PersonId;
  role: GroupRole;
}

export interface RemoveMember {
  group: GroupId;
  person: PersonId;
}

export interface ListPosts {
  tab: TabId;
  before?: string;
  limit?: number;
}

export type PostId = number;

export type PostState = 'draft' | 'scheduled' | 'held' | 'visible' | 'hidden' | 'removed' | 'deleted';

export type NodeType = 'paragraph' | 'heading' | 'quote' | 'list' | 'item' | 'code_block' | 'rule' | 'table' | 'table_row' | 'table_cell' | 'text' | 'strong' | 'emphasis' | 'strike' | 'code' | 'link' | 'line_break';

export interface MarkdownNode {
  type: NodeType;
  text?: string;
  url?: string;
  language?: string;
  level?: number;
  start?: number;
  checked?: boolean;
  header?: boolean;
  children?: MarkdownNode[];
}

export interface Post {
  id: PostId;
  group: GroupId;
  tab: TabId;
  author: PersonId;
  version: number;
  state: PostState;
  mark: Mark;
  body: string;
  blocks: MarkdownNode[];
  published_at: string;
  edited_at?: string;
}

export interface MyPost {
  may_edit: boolean;
  may_delete: boolean;
}

export interface PostView {
  post: Post;
  mine: MyPost;
}

export interface PostPage {
  items: PostView[];
  next?: string;
  people: Person[];
  cursors: StreamCursor[];
}

export interface ListGroupPosts {
  group: GroupId;
  before?: string;
  limit?: number;
}

export interface ListHomePosts {
  before?: string;
  limit?: number;
}

export interface GetPost {
  post: PostId;
}

export interface PostAnswer {
  view: PostView;
  people: Person[];
  cursors: StreamCursor[];
}

export interface CreatePost {
  tab: TabId;
  client_id: string;
  body: string;
  mark: Mark;
}

export interface EditPost {
  post: PostId;
  version: number;
  body: string;
  mark: Mark;
}

export interface DeletePost {
  post: PostId;
}

export interface RestorePost {
  post: PostId;
}

export interface MarkRead {
  tab: TabId;
  up_to: PostId;
}

export type LiveOperation = 'subscribe' | 'unsubscribe' | 'ping';

export interface LiveRequest {
  operation: LiveOperation;
  stream?: string;
  after?: string;
}

export type NoticeType = 'subscribed' | 'resync' | 'refused' | 'lost' | 'pong' | 'restarting';

export interface Notice {
  type: NoticeType;
  stream?: string;
  cursor?: string;
}

export interface PostCreated {
  post: Post;
}

export interface PostEdited {
  post: Post;
}

export interface PostDeleted {
  post: PostId;
  tab: TabId;
  group: GroupId;
  version: number;
}

export interface MemberAdded {
  member: Member;
}

export interface MemberChanged {
  member: Member;
}

export interface MemberRemoved {
  group: GroupId;
  person: PersonId;
}

export interface AccessRevoked {
  person: PersonId;
}

export interface GroupChanged {
  group: Group;
}

export interface GroupArchived {
  group: GroupId;
}

export interface TabsChanged {
  group: GroupId;
}

export interface TabChanged {
  tab: Tab;
}

export interface TabRemoved {
  group: GroupId;
  tab: TabId;
}

export interface AccessChanged {
  person: PersonId;
}

export interface GroupJoined {
  group: GroupId;
}

export interface GroupLeft {
  group: GroupId;
}

export interface EmergencyOpened {
  group: GroupId;
  person: PersonId;
  until: string;
}

export interface TabRead {
  reading: Reading;
}

export interface SessionStarted {
  session: SessionId;
}

export interface SessionEnded {
  session: SessionId;
}

export interface PreferencesChanged {
  preferences: Preferences;
}

export interface Redacted {
  subject: string;
}

export type MarkdownTree = MarkdownNode[];

export type LiveEvent = { stream: string; seq: number; at: string; v: number } & (
  | { type: 'post.created'; data: PostCreated }
  | { type: 'post.edited'; data: PostEdited }
  | { type: 'post.deleted'; data: PostDeleted }
  | { type: 'member.added'; data: MemberAdded }
  | { type: 'member.changed'; data: MemberChanged }
  | { type: 'member.removed'; data: MemberRemoved }
  | { type: 'access.revoked'; data: AccessRevoked }
  | { type: 'group.changed'; data: GroupChanged }
  | { type: 'group.archived'; data: GroupArchived }
  | { type: 'tabs.changed'; data: TabsChanged }
  | { type: 'tab.changed'; data: TabChanged }
  | { type: 'tab.removed'; data: TabRemoved }
  | { type: 'access.changed'; data: AccessChanged }
  | { type: 'group.joined'; data: GroupJoined }
  | { type: 'group.left'; data: GroupLeft }
  | { type: 'emergency.opened'; data: EmergencyOpened }
  | { type: 'tab.read'; data: TabRead }
  | { type: 'session.started'; data: SessionStarted }
  | { type: 'session.ended'; data: SessionEnded }
  | { type: 'preferences.changed'; data: PreferencesChanged }
  | { type: 'redacted'; data: Redacted }
);

export const endpoints = {
  signIn: { method: 'POST', path: '/api/session', fields: ['login', 'password'] },
  signOut: { method: 'DELETE', path: '/api/session', fields: [] },
  getMe: { method: 'GET', path: '/api/me', fields: [] },
  setPreferences: { method: 'PUT', path: '/api/me/preferences', fields: ['language', 'theme'] },
  changePassword: { method: 'PUT', path: '/api/me/password', fields: ['current', 'replacement'] },
  listSessions: { method: 'GET', path: '/api/me/sessions', fields: [] },
  endSession: { method: 'DELETE', path: '/api/me/sessions/{session}', fields: [] },
  listDepartments: { method: 'GET', path: '/api/departments', fields: [] },
  listPeople: { method: 'GET', path: '/api/people', fields: ['ids'] },
  suspendPerson: { method: 'PUT', path: '/api/people/{person}/suspension', fields: [] },
  reinstatePerson: { method: 'DELETE', path: '/api/people/{person}/suspension', fields: [] },
  listGroups: { method: 'GET', path: '/api/groups', fields: [] },
  getGroup: { method: 'GET', path: '/api/groups/{group}', fields: [] },
  createGroup: { method: 'POST', path: '/api/groups', fields: ['client_id', 'form', 'departments', 'owners'] },
  editGroup: { method: 'PUT', path: '/api/groups/{group}', fields: ['version', 'form'] },
  archiveGroup: { method: 'PUT', path: '/api/groups/{group}/archived', fields: [] },
  restoreGroup: { method: 'DELETE', path: '/api/groups/{group}/archived', fields: [] },
  listArchivedGroups: { method: 'GET', path: '/api/archived-groups', fields: [] },
  breakGlass: { method: 'POST', path: '/api/groups/{group}/emergency-accesses', fields: ['client_id', 'reason'] },
  listEmergencyAccesses: { method: 'GET', path: '/api/groups/{group}/emergency-accesses', fields: [] },
  listMembers: { method: 'GET', path: '/api/groups/{group}/members', fields: ['after', 'limit', 'role'] },
  listCandidates: { method: 'GET', path: '/api/groups/{group}/candidates', fields: ['search'] },
  setMember: { method: 'PUT', path: '/api/groups/{group}/members/{person}', fields: ['role'] },
  removeMember: { method: 'DELETE', path: '/api/groups/{group}/members/{person}', fields: [] },
  listPosts: { method: 'GET', path: '/api/tabs/{tab}/posts', fields: ['before', 'limit'] },
  listGroupPosts: { method: 'GET', path: '/api/groups/{group}/posts', fields: ['before', 'limit'] },
  listHomePosts: { method: 'GET', path: '/api/home/posts', fields: ['before', 'limit'] },
  getPost: { method: 'GET', path: '/api/posts/{post}', fields: [] },
  createPost: { method: 'POST', path: '/api/tabs/{tab}/posts', fields: ['client_id', 'body', 'mark'] },
  editPost: { method: 'PUT', path: '/api/posts/{post}', fields: ['version', 'body', 'mark'] },
  deletePost: { method: 'DELETE', path: '/api/posts/{post}', fields: [] },
  restorePost: { method: 'PUT', path: '/api/posts/{post}/restoration', fields: [] },
  markRead: { method: 'PUT', path: '/api/tabs/{tab}/reading', fields: ['up_to'] },
} as const;

export interface Api {
  signIn(request: SignIn): Promise<Me>;
  signOut(request: SignOut): Promise<void>;
  getMe(request: GetMe): Promise<Me>;
  setPreferences(request: SetPreferences): Promise<Preferences>;
  changePassword(request: ChangePassword): Promise<void>;
  listSessions(request: ListSessions): Promise<SessionList>;
  endSession(request: EndSession): Promise<void>;
  listDepartments(request: ListDepartments): Promise<DepartmentList>;
  listPeople(request: ListPeople): Promise<PersonList>;
  suspendPerson(request: SuspendPerson): Promise<void>;
  reinstatePerson(request: ReinstatePerson): Promise<void>;
  listGroups(request: ListGroups): Promise<GroupList>;
  getGroup(request: GetGroup): Promise<GroupAnswer>;
  createGroup(request: CreateGroup): Promise<Group>;
  editGroup(request: EditGroup): Promise<Group>;
  archiveGroup(request: ArchiveGroup): Promise<void>;
  restoreGroup(request: RestoreGroup): Promise<void>;
  listArchivedGroups(request: ListArchivedGroups): Promise<ArchivedGroupList>;
  breakGlass(request: BreakGlass): Promise<EmergencyAccess>;
  listEmergencyAccesses(request: ListEmergencyAccesses): Promise<EmergencyAccessList>;
  listMembers(request: ListMembers): Promise<MemberList>;
  listCandidates(request: ListCandidates): Promise<PersonList>;
  setMember(request: SetMember): Promise<Member>;
  removeMember(request: RemoveMember): Promise<void>;
  listPosts(request: ListPosts): Promise<PostPage>;
  listGroupPosts(request: ListGroupPosts): Promise<PostPage>;
  listHomePosts(request: ListHomePosts): Promise<PostPage>;
  getPost(request: GetPost): Promise<PostAnswer>;
  createPost(request: CreatePost): Promise<Post>;
  editPost(request: EditPost): Promise<Post>;
  deletePost(request: DeletePost): Promise<void>;
  restorePost(request: RestorePost): Promise<Post>;
  markRead(request: MarkRead): Promise<Reading>;
}
