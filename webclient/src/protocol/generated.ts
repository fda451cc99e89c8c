// Written by plein-generate from protocol/. Do not edit.

export type ErrorCode = 'invalid_request' | 'not_signed_in' | 'sign_in_failed' | 'not_found' | 'forbidden' | 'conflict' | 'stale_version' | 'last_owner' | 'last_tab' | 'full' | 'weak_password' | 'wrong_password' | 'too_many_requests' | 'foreign_origin' | 'too_large' | 'method_not_allowed' | 'unsupported_media' | 'overloaded' | 'outcome_unknown' | 'internal';

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

export type Colour = 'sand' | 'moss' | 'river' | 'brick' | 'heather' | 'straw' | 'pine' | 'rose';

export interface Person {
  id: PersonId;
  version: number;
  name: string;
  title: string;
  department?: DepartmentId;
  colour?: Colour;
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
  welcomed: boolean;
  cursors: StreamCursor[];
}

export type SignOut = Record<string, never>;

export type GetMe = Record<string, never>;

export interface SetPreferences {
  language: Language;
  theme: Theme;
}

export type FinishWelcome = Record<string, never>;

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

export type AccountState = 'active' | 'waiting' | 'suspended';

export interface ListAccounts {
  search?: string;
  department?: DepartmentId;
  role?: Role;
  state?: AccountState;
  after?: string;
  limit?: number;
}

export interface ManagedAccount {
  person: Person;
  version: number;
  state: AccountState;
  email?: string;
  personnel_number?: string;
  role: Role;
  language: Language;
  created_at: string;
  last_seen_at?: string;
  invited_until?: string;
}

export interface ManagedAccountList {
  items: ManagedAccount[];
  next?: string;
}

export interface GetAccount {
  person: PersonId;
}

export interface CreateAccount {
  client_id: string;
  name: string;
  title: string;
  email?: string;
  personnel_number?: string;
  department?: DepartmentId;
  role: Role;
  language: Language;
}

export interface EditAccount {
  person: PersonId;
  version: number;
  name: string;
  title: string;
  email?: string;
  personnel_number?: string;
  department?: DepartmentId;
  role: Role;
}

export interface ListAccountSessions {
  person: PersonId;
}

export interface EndAccountSession {
  person: PersonId;
  session: SessionId;
}

export interface PlanImport {
  file: string;
}

export type ImportOutcome = 'added' | 'changed' | 'wrong';

export interface AccountDetails {
  name: string;
  title: string;
  email?: string;
  personnel_number?: string;
  department?: DepartmentId;
  role: Role;
  language: Language;
}

export type ImportColumn = 'personnel_number' | 'name' | 'email' | 'department' | 'title' | 'language' | 'role';

export type ImportFault = 'encoding' | 'quotes' | 'too_many_rows' | 'too_many_columns' | 'no_rows' | 'column_missing' | 'column_twice' | 'missing' | 'too_long' | 'not_text' | 'not_an_address' | 'not_a_number' | 'unknown_department' | 'several_departments' | 'unknown_word' | 'role_by_hand' | 'other_person' | 'twice';

export interface ImportLine {
  line: number;
  outcome: ImportOutcome;
  who: string;
  person?: PersonId;
  before?: AccountDetails;
  after?: AccountDetails;
  changes: ImportColumn[];
  fault?: ImportFault;
  column?: ImportColumn;
  other_line?: number;
}

export interface ImportPlan {
  added: number;
  changed: number;
  unchanged: number;
  wrong: number;
  lines: ImportLine[];
  ignored: string[];
  fingerprint?: string;
}

export interface ApplyImport {
  file: string;
  fingerprint: string;
}

export interface ImportDone {
  added: number;
  changed: number;
  without_email: PersonId[];
}

export interface SuspendPerson {
  person: PersonId;
}

export interface ReinstatePerson {
  person: PersonId;
}

export interface MakeActivation {
  person: PersonId;
}

export interface ActivationLink {
  token: string;
  expires_at: string;
}

export interface MakeActivations {
  people: PersonId[];
}

export interface PersonalLink {
  person: PersonId;
  link: ActivationLink;
}

export interface PersonalLinks {
  items: PersonalLink[];
}

export interface WithdrawActivation {
  person: PersonId;
}

export interface OpenActivation {
  token: string;
}

export interface Activation {
  name: string;
  organisation: string;
  language: Language;
  logins: string[];
}

export interface Activate {
  token: string;
  replacement: string;
}

export type ListDepartments = Record<string, never>;

export type Side = 'ssc' | 'business' | 'external';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface OpenInterval {
  day: Weekday;
  opens: string;
  closes: string;
}

export interface Department {
  id: DepartmentId;
  version: number;
  name: string;
  side: Side;
  parent?: DepartmentId;
  description: string;
  heads: PersonId[];
  deputies: PersonId[];
  partner?: PersonId;
  hours: OpenInterval[];
  answer_hours?: number;
  archived: boolean;
}

export interface DepartmentList {
  items: Department[];
  cursors: StreamCursor[];
}

export interface CreateDepartment {
  client_id: string;
  name: string;
  side: Side;
  parent?: DepartmentId;
}

export interface EditDepartment {
  department: DepartmentId;
  version: number;
  name: string;
  side: Side;
  parent?: DepartmentId;
  description: string;
  heads: PersonId[];
  deputies: PersonId[];
  partner?: PersonId;
  hours: OpenInterval[];
  answer_hours?: number;
}

export interface ArchiveDepartment {
  department: DepartmentId;
}

export interface RestoreDepartment {
  department: DepartmentId;
}

export type ListHolidays = Record<string, never>;

export interface Holiday {
  date: string;
  name: string;
}

export interface Holidays {
  version: number;
  items: Holiday[];
}

export interface HolidayList {
  holidays: Holidays;
  cursors: StreamCursor[];
}

export interface SetHolidays {
  version: number;
  items: Holiday[];
}

export type ListServices = Record<string, never>;

export type ServiceId = number;

export type ServiceKind = 'service' | 'process';

export interface Service {
  id: ServiceId;
  version: number;
  kind: ServiceKind;
  name: string;
  department: DepartmentId;
  owner: PersonId;
  description: string;
}

export interface ServiceList {
  items: Service[];
  cursors: StreamCursor[];
}

export interface CreateService {
  client_id: string;
  kind: ServiceKind;
  name: string;
  department: DepartmentId;
  owner: PersonId;
  description: string;
}

export interface EditService {
  service: ServiceId;
  version: number;
  kind: ServiceKind;
  name: string;
  department: DepartmentId;
  owner: PersonId;
  description: string;
}

export interface RemoveService {
  service: ServiceId;
}

export interface ListPeople {
  ids: PersonId[];
}

export interface PersonList {
  items: Person[];
}

export interface BrowsePeople {
  search?: string;
  side?: Side;
  department?: DepartmentId;
  after?: string;
  limit?: number;
}

export interface PersonPage {
  items: Person[];
  next?: string;
  cursors: StreamCursor[];
}

export interface GetProfile {
  person: PersonId;
}

export type GroupId = number;

export interface SharedGroup {
  id: GroupId;
  name: string;
}

export interface Profile {
  person: Person;
  groups: SharedGroup[];
  phone?: string;
  mobile?: string;
  workplace?: string;
  about?: string;
  ask_me?: string;
}

export type GetOwnProfile = Record<string, never>;

export type ProfileAudience = 'everyone' | 'groupmates' | 'nobody';

export interface ProfileLine {
  text: string;
  audience: ProfileAudience;
}

export interface ProfileText {
  text: string;
  audience: ProfileAudience;
}

export interface OwnProfile {
  version: number;
  colour?: Colour;
  phone: ProfileLine;
  mobile: ProfileLine;
  workplace: ProfileLine;
  about: ProfileText;
  ask_me: ProfileText;
}

export interface SetProfile {
  version: number;
  colour?: Colour;
  phone: ProfileLine;
  mobile: ProfileLine;
  workplace: ProfileLine;
  about: ProfileText;
  ask_me: ProfileText;
}

export type ListGroups = Record<string, never>;

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

export type PostingRule = 'everyone' | 'owners' | 'approval';

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

export type Following = 'followed' | 'unfollowed' | 'muted';

export interface Reading {
  tab: TabId;
  version: number;
  read_until?: string;
  unread: number;
  following: Following;
  every_post: boolean;
  counted: StreamCursor;
}

export interface TabView {
  tab: Tab;
  reading: Reading;
  may_post: boolean;
  may_manage: boolean;
  needs_approval: boolean;
  own_held: number;
  own_declined: number;
}

export interface GroupView {
  group: Group;
  role: GroupRole;
  member_count?: number;
  pending_requests?: number;
  held?: number;
  emergency_until?: string;
  until?: string;
  archived: boolean;
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
  open: boolean;
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
  search?: string;
  role?: GroupRole;
  department?: DepartmentId;
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

export interface PlanFilling {
  group: GroupId;
  department?: DepartmentId;
  entries?: string[];
}

export type FillingOutcome = 'joins' | 'already_in' | 'guest_only' | 'suspended' | 'unknown' | 'doubled';

export interface FillingLine {
  entry: string;
  outcome: FillingOutcome;
  person?: PersonId;
}

export interface FillingPlan {
  lines: FillingLine[];
  people: Person[];
}

export interface AddMembers {
  group: GroupId;
  people: PersonId[];
}

export interface MembersAdded {
  added: number;
}

export interface ListDirectory {
  search?: string;
  after?: string;
  limit?: number;
}

export interface GroupSign {
  group: GroupId;
  name: string;
  kind: GroupKind;
  colour: GroupColour;
  cover: GroupCover;
}

export type GroupStanding = 'none' | 'requested' | 'invited' | 'member';

export interface DirectoryEntry {
  sign: GroupSign;
  standing: GroupStanding;
  own_department: boolean;
}

export interface Directory {
  items: DirectoryEntry[];
  next?: string;
  cursors: StreamCursor[];
}

export interface AskToJoin {
  group: GroupId;
  note?: string;
}

export interface StandingAnswer {
  standing: GroupStanding;
}

export interface WithdrawRequest {
  group: GroupId;
}

export type ListStandings = Record<string, never>;

export interface OwnStanding {
  sign: GroupSign;
  standing: GroupStanding;
  since: string;
  note?: string;
  role?: GroupRole;
  inviter?: PersonId;
}

export interface DeclinedRequest {
  sign: GroupSign;
  word: string;
  at: string;
}

export interface OwnStandings {
  items: OwnStanding[];
  declined: DeclinedRequest[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface ListJoinRequests {
  group: GroupId;
}

export interface JoinRequest {
  group: GroupId;
  person: PersonId;
  note: string;
  since: string;
}

export interface JoinRequestList {
  items: JoinRequest[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface ApproveRequest {
  group: GroupId;
  person: PersonId;
}

export interface DeclineRequest {
  group: GroupId;
  person: PersonId;
  word: string;
}

export interface DismissDeclined {
  group: GroupId;
}

export interface ListInvitations {
  group: GroupId;
}

export interface Invitation {
  group: GroupId;
  person: PersonId;
  role: GroupRole;
  inviter: PersonId;
  since: string;
}

export interface InvitationList {
  items: Invitation[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface SetInvitation {
  group: GroupId;
  person: PersonId;
  role: GroupRole;
}

export interface WithdrawInvitation {
  group: GroupId;
  person: PersonId;
}

export interface AcceptInvitation {
  group: GroupId;
}

export interface DeclineInvitation {
  group: GroupId;
}

export interface ListLinks {
  group: GroupId;
}

export type LinkId = number;

export interface InvitationLink {
  id: LinkId;
  group: GroupId;
  maker: PersonId;
  created_at: string;
  expires_at: string;
  used: number;
  uses: number;
}

export interface LinkList {
  items: InvitationLink[];
  people: Person[];
}

export interface CreateLink {
  client_id: string;
  group: GroupId;
  days: number;
  uses: number;
}

export interface NewLink {
  link: InvitationLink;
  token: string;
}

export interface RevokeLink {
  group: GroupId;
  link: LinkId;
}

export interface LookAtLink {
  token: string;
}

export interface LinkView {
  sign: GroupSign;
  purpose: string;
  standing: GroupStanding;
  role: GroupRole;
}

export interface FollowLink {
  token: string;
}

export interface LinkFollowed {
  group: GroupId;
}

export interface CreateTab {
  group: GroupId;
  client_id: string;
  name: string;
  department?: DepartmentId;
  audience: TabAudience;
  posting: PostingRule;
  default_mark: Mark;
}

export interface CreatedTab {
  id: TabId;
}

export interface EditTab {
  tab: TabId;
  version: number;
  name: string;
  department?: DepartmentId;
  audience: TabAudience;
  posting: PostingRule;
  default_mark: Mark;
}

export interface KnownTab {
  tab: TabId;
  version: number;
}

export interface OrderTabs {
  group: GroupId;
  tabs: KnownTab[];
}

export interface TabList {
  items: Tab[];
}

export interface ArchiveTab {
  tab: TabId;
}

export interface RestoreTab {
  tab: TabId;
}

export interface ListArchivedTabs {
  group: GroupId;
}

export interface ArchivedTab {
  tab: Tab;
  archived_at: string;
}

export interface ArchivedTabList {
  items: ArchivedTab[];
}

export interface GetReaders {
  group: GroupId;
}

export interface DepartmentReaders {
  department: DepartmentId;
  members: number;
}

export interface Readers {
  members: number;
  guests: number;
  departments: DepartmentReaders[];
}

export type FeedOrder = 'newest' | 'activity';

export interface ListPosts {
  tab: TabId;
  order?: FeedOrder;
  mark?: Mark;
  before?: string;
  limit?: number;
}

export type PostId = number;

export type PostKind = 'update' | 'question' | 'poll' | 'praise' | 'news' | 'idea' | 'event';

export type PostState = 'draft' | 'scheduled' | 'held' | 'declined' | 'confidential' | 'visible' | 'hidden' | 'removed' | 'deleted';

export type NodeType = 'paragraph' | 'heading' | 'quote' | 'list' | 'item' | 'code_block' | 'rule' | 'table' | 'table_row' | 'table_cell' | 'text' | 'strong' | 'emphasis' | 'strike' | 'code' | 'link' | 'mention' | 'topic' | 'line_break';

export interface MarkdownNode {
  type: NodeType;
  text?: string;
  url?: string;
  person?: PersonId;
  department?: DepartmentId;
  topic?: string;
  language?: string;
  level?: number;
  start?: number;
  checked?: boolean;
  header?: boolean;
  children?: MarkdownNode[];
}

export interface Translation {
  language: Language;
  body: string;
  blocks: MarkdownNode[];
  outdated: boolean;
}

export interface Post {
  id: PostId;
  group: GroupId;
  tab: TabId;
  author: PersonId;
  kind: PostKind;
  version: number;
  state: PostState;
  mark: Mark;
  body: string;
  blocks: MarkdownNode[];
  published_at: string;
  edited_at?: string;
  side?: Side;
  pinned_at?: string;
  lock_reason?: string;
  praised?: PersonId[];
  translation?: Translation;
}

export interface Thread {
  comments: number;
  version: number;
  active_at?: string;
}

export type ReactionKind = 'like' | 'thanks' | 'applause' | 'care' | 'insight' | 'laugh';

export interface ReactionCount {
  kind: ReactionKind;
  count: number;
}

export interface Reactions {
  counts: ReactionCount[];
  version: number;
}

export type QuestionState = 'asked' | 'routed' | 'answered' | 'accepted';

export type CommentId = number;

export interface Question {
  version: number;
  state: QuestionState;
  department?: DepartmentId;
  service?: ServiceId;
  picked_up_by?: PersonId;
  answer_before?: string;
  answer?: CommentId;
  reopened?: string;
  confidential: boolean;
  merged_into?: PostId;
  merged: number;
}

export interface PollOption {
  text: string;
  votes?: number;
}

export interface Poll {
  version: number;
  options: PollOption[];
  multiple: boolean;
  anonymous: boolean;
  closes_at: string;
  closed_at?: string;
  voters?: number;
}

export interface Acknowledgement {
  by: PersonId;
  note: string;
  done_by?: string;
  at: string;
}

export interface AffectedDepartment {
  department: DepartmentId;
  acknowledgement?: Acknowledgement;
}

export interface News {
  version: number;
  must_read: boolean;
  confirmed: number;
  reminded_at?: string;
  affects: AffectedDepartment[];
}

export type IdeaStatus = 'heard' | 'under_review' | 'planned' | 'done' | 'declined';

export interface IdeaStep {
  status: IdeaStatus;
  by: PersonId;
  note: string;
  at: string;
}

export interface Idea {
  version: number;
  department?: DepartmentId;
  service?: ServiceId;
  status?: IdeaStatus;
  votes: number;
  steps: IdeaStep[];
}

export interface CalendarEvent {
  version: number;
  sequence: number;
  begins: string;
  ends: string;
  place: string;
  places?: number;
  coming: number;
  maybe: number;
  cancel_reason?: string;
}

export type CommentState = 'visible' | 'hidden' | 'removed' | 'deleted';

export interface Quote {
  comment: CommentId;
  author: PersonId;
}

export interface Comment {
  id: CommentId;
  post: PostId;
  tab: TabId;
  group: GroupId;
  author: PersonId;
  version: number;
  state: CommentState;
  body: string;
  blocks: MarkdownNode[];
  quote?: Quote;
  published_at: string;
  edited_at?: string;
}

export interface MyComment {
  may_edit: boolean;
  may_delete: boolean;
  reaction?: ReactionKind;
}

export interface CommentView {
  comment: Comment;
  reactions: Reactions;
  mine: MyComment;
}

export type Attendance = 'yes' | 'maybe' | 'no';

export interface MyPost {
  may_edit: boolean;
  may_delete: boolean;
  reaction?: ReactionKind;
  kept: boolean;
  vote?: number[];
  confirmed: boolean;
  wanted: boolean;
  attendance?: Attendance;
}

export interface PostView {
  post: Post;
  thread: Thread;
  reactions: Reactions;
  question?: Question;
  poll?: Poll;
  news?: News;
  idea?: Idea;
  event?: CalendarEvent;
  latest: CommentView[];
  answer?: CommentView;
  mine: MyPost;
}

export interface PostPage {
  items: PostView[];
  quoted: Comment[];
  next?: string;
  people: Person[];
  cursors: StreamCursor[];
}

export interface ListGroupPosts {
  group: GroupId;
  order?: FeedOrder;
  mark?: Mark;
  before?: string;
  limit?: number;
}

export interface ListHomePosts {
  unread: boolean;
  side?: Side;
  mark?: Mark;
  per_tab?: number;
  before?: string;
  limit?: number;
}

export interface GetPost {
  post: PostId;
}

export interface PostAnswer {
  view: PostView;
  quoted: Comment[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface Addressee {
  department?: DepartmentId;
  service?: ServiceId;
}

export interface NewPoll {
  options: string[];
  multiple: boolean;
  anonymous: boolean;
  closes_at: string;
}

export interface NewPraise {
  people: PersonId[];
}

export interface NewNews {
  must_read: boolean;
  affects: DepartmentId[];
}

export interface EventPlan {
  begins: string;
  ends: string;
  place: string;
  places?: number;
}

export interface NewTranslation {
  language: Language;
  body: string;
}

export interface CreatePost {
  tab: TabId;
  client_id: string;
  body: string;
  mark: Mark;
  question?: Addressee;
  poll?: NewPoll;
  praise?: NewPraise;
  news?: NewNews;
  idea?: Addressee;
  event?: EventPlan;
  confidential?: boolean;
  publish_at?: string;
  translation?: NewTranslation;
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

export interface MovePost {
  post: PostId;
  tab: TabId;
  wider: boolean;
}

export interface TranslatePost {
  post: PostId;
  version: number;
  language: Language;
  body: string;
}

export interface RemoveTranslation {
  post: PostId;
}

export interface GetLinkPreview {
  post: PostId;
}

export interface LinkPreview {
  url: string;
  site: string;
  title: string;
  description?: string;
  has_image: boolean;
}

export interface LinkPreviewAnswer {
  preview?: LinkPreview;
}

export interface GetLinkPreviewImage {
  post: PostId;
}

export interface MarkRead {
  tab: TabId;
  up_to: PostId;
}

export interface ReadMark {
  tab: TabId;
  up_to: PostId;
}

export interface MarkAllRead {
  marks: ReadMark[];
}

export interface ReadingList {
  items: Reading[];
}

export interface EarlierReading {
  tab: TabId;
  version: number;
  read_until?: string;
}

export interface RestoreReadings {
  readings: EarlierReading[];
}

export interface SetFollowing {
  tab: TabId;
  following: Following;
  every_post?: boolean;
}

export interface SetGroupFollowing {
  group: GroupId;
  following: Following;
  every_post: boolean;
}

export interface ListPinnedPosts {
  tab: TabId;
}

export interface PinPost {
  post: PostId;
}

export interface UnpinPost {
  post: PostId;
}

export interface LockPost {
  post: PostId;
  reason: string;
}

export interface UnlockPost {
  post: PostId;
}

export interface ListPostVersions {
  post: PostId;
}

export interface EarlierVersion {
  blocks: MarkdownNode[];
  since: string;
  until: string;
}

export interface EarlierVersions {
  items: EarlierVersion[];
}

export interface ListCommentVersions {
  comment: CommentId;
}

export interface ListBookmarks {
  before?: string;
  limit?: number;
}

export interface KeepPost {
  post: PostId;
}

export interface DropPost {
  post: PostId;
}

export interface RouteQuestion {
  post: PostId;
  target: Addressee;
}

export interface PickUpQuestion {
  post: PostId;
}

export interface PutDownQuestion {
  post: PostId;
}

export interface MarkAnswer {
  post: PostId;
  comment: CommentId;
}

export interface UnmarkAnswer {
  post: PostId;
}

export interface ReopenQuestion {
  post: PostId;
  reason: string;
}

export interface MergeQuestion {
  post: PostId;
  into: PostId;
}

export interface UnmergeQuestion {
  post: PostId;
}

export interface ListEqualQuestions {
  post: PostId;
  search?: string;
}

export type QuestionList = 'own' | 'desk';

export interface ListQuestions {
  list: QuestionList;
  before?: string;
  limit?: number;
}

export interface ListOpenQuestions {
  department: DepartmentId;
}

export interface GetAnswerTimes {
  department: DepartmentId;
}

export interface AnswerTimes {
  answered: number;
  median_minutes?: number;
}

export type ListNotifications = Record<string, never>;

export type NotificationId = number;

export type NotificationKind = 'mention' | 'praise' | 'comment' | 'reply' | 'routed' | 'picked_up' | 'answered' | 'accepted' | 'reopened' | 'overdue' | 'merged' | 'must_read' | 'affects' | 'acknowledged' | 'proposed' | 'decided' | 'rescheduled' | 'cancelled' | 'approved' | 'published' | 'unpublished' | 'posted' | 'asked_to_join' | 'admitted';

export interface Notification {
  id: NotificationId;
  kind: NotificationKind;
  group: GroupId;
  tab?: TabId;
  post?: PostId;
  comment?: CommentId;
  actors: PersonId[];
  others: number;
  excerpt: string;
  at: string;
  read: boolean;
}

export interface NotificationList {
  items: Notification[];
  unread: number;
  people: Person[];
  cursors: StreamCursor[];
}

export interface ReadNotifications {
  up_to: NotificationId;
  post?: PostId;
  group?: GroupId;
}

export interface ListMentionChoices {
  tab: TabId;
  search?: string;
}

export interface MentionChoices {
  people: Person[];
  departments: Department[];
}

export interface ListTopicChoices {
  tab: TabId;
  search?: string;
}

export interface TopicChoice {
  topic: string;
  posts: number;
}

export interface TopicChoices {
  items: TopicChoice[];
}

export interface ListTopicPosts {
  topic: string;
  before?: string;
  limit?: number;
}

export type PresenceSign = 'do_not_disturb' | 'on_leave';

export interface SetPresence {
  shown: boolean;
  sign?: PresenceSign;
  until?: string;
}

export interface OwnPresence {
  shown: boolean;
  sign?: PresenceSign;
  until?: string;
}

export interface Beat {
  active: boolean;
  people: PersonId[];
}

export type PresenceState = 'online' | 'away' | 'do_not_disturb' | 'on_leave';

export interface Presence {
  person: PersonId;
  state: PresenceState;
  until?: string;
}

export interface PresenceList {
  own: OwnPresence;
  items: Presence[];
}

export interface CastVote {
  post: PostId;
  options: number[];
}

export interface WithdrawVote {
  post: PostId;
}

export interface ClosePoll {
  post: PostId;
}

export interface ListVotes {
  post: PostId;
}

export interface Vote {
  person: PersonId;
  options: number[];
}

export interface VoteList {
  items: Vote[];
  total: number;
  people: Person[];
}

export interface ConfirmNews {
  post: PostId;
}

export interface ListConfirmations {
  post: PostId;
}

export interface Confirmation {
  person: PersonId;
  at: string;
}

export interface ConfirmationList {
  items: Confirmation[];
  total: number;
  missing: PersonId[];
  awaited: number;
  people: Person[];
}

export interface RemindReaders {
  post: PostId;
}

export interface AcknowledgeNews {
  post: PostId;
  department: DepartmentId;
  note: string;
  done_by?: string;
}

export type ListWaitingNews = Record<string, never>;

export interface VoteForIdea {
  post: PostId;
}

export interface WithdrawIdeaVote {
  post: PostId;
}

export interface ListIdeaVotes {
  post: PostId;
}

export interface IdeaVoteList {
  items: PersonId[];
  total: number;
  people: Person[];
}

export interface RouteIdea {
  post: PostId;
  target: Addressee;
}

export interface DecideIdea {
  post: PostId;
  status: IdeaStatus;
  note: string;
}

export interface ListIdeas {
  department: DepartmentId;
  ended: boolean;
}

export interface SetAttendance {
  post: PostId;
  attendance: Attendance;
}

export interface WithdrawAttendance {
  post: PostId;
}

export interface ListAttendances {
  post: PostId;
}

export interface AttendanceList {
  coming: PersonId[];
  maybe: PersonId[];
  people: Person[];
}

export interface RescheduleEvent {
  post: PostId;
  sequence: number;
  plan: EventPlan;
}

export interface CancelEvent {
  post: PostId;
  reason: string;
}

export interface ListEvents {
  mine: boolean;
}

export interface GetEventFile {
  post: PostId;
}

export type GetCalendarFeed = Record<string, never>;

export interface CalendarFeed {
  since?: string;
}

export type MakeCalendarFeed = Record<string, never>;

export interface NewCalendarFeed {
  token: string;
}

export type EndCalendarFeed = Record<string, never>;

export interface ReadCalendarFeed {
  token: string;
}

export interface ListComments {
  post: PostId;
  before?: string;
  limit?: number;
}

export interface CommentPage {
  items: CommentView[];
  quoted: Comment[];
  next?: string;
  thread: Thread;
  people: Person[];
  cursors: StreamCursor[];
}

export interface CreateComment {
  post: PostId;
  client_id: string;
  body: string;
  quote?: CommentId;
}

export interface EditComment {
  comment: CommentId;
  version: number;
  body: string;
}

export interface DeleteComment {
  comment: CommentId;
}

export interface RestoreComment {
  comment: CommentId;
}

export interface SetReaction {
  post: PostId;
  comment?: CommentId;
  kind?: ReactionKind;
}

export interface ListReactors {
  post: PostId;
  comment?: CommentId;
}

export interface Reactor {
  person: PersonId;
  kind: ReactionKind;
}

export interface ReactorList {
  items: Reactor[];
  total: number;
  people: Person[];
}

export interface ListHeldPosts {
  group: GroupId;
}

export type HoldKind = 'approval';

export interface HeldPost {
  post: Post;
  kind: HoldKind;
  since: string;
  question?: Question;
  poll?: Poll;
  news?: News;
  idea?: Idea;
  event?: CalendarEvent;
}

export interface HeldPostList {
  items: HeldPost[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface ListOwnHeldPosts {
  group: GroupId;
}

export interface Declining {
  by: PersonId;
  at: string;
  reason: string;
}

export interface OwnHeldPost {
  post: Post;
  kind: HoldKind;
  since: string;
  declined?: Declining;
  question?: Question;
  poll?: Poll;
  news?: News;
  idea?: Idea;
  event?: CalendarEvent;
}

export interface OwnHeldPostList {
  items: OwnHeldPost[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface EditHeldPost {
  post: PostId;
  version: number;
  body: string;
  mark: Mark;
}

export interface WithdrawHeldPost {
  post: PostId;
}

export interface ApproveHeldPost {
  post: PostId;
  version: number;
}

export interface DeclineHeldPost {
  post: PostId;
  version: number;
  reason: string;
}

export type ListDrafts = Record<string, never>;

export interface Draft {
  tab: TabId;
  version: number;
  content: string;
  saved_at: string;
}

export interface DraftList {
  items: Draft[];
  cursors: StreamCursor[];
}

export interface SaveDraft {
  tab: TabId;
  version: number;
  content: string;
}

export interface DropDraft {
  tab: TabId;
  version?: number;
}

export type ListScheduledPosts = Record<string, never>;

export interface ScheduledPost {
  post: Post;
  publish_at: string;
  failed: boolean;
  question?: Question;
  poll?: Poll;
  news?: News;
  idea?: Idea;
  event?: CalendarEvent;
}

export interface ScheduledPostList {
  items: ScheduledPost[];
  people: Person[];
  cursors: StreamCursor[];
}

export interface EditScheduledPost {
  post: PostId;
  version: number;
  body: string;
  mark: Mark;
  publish_at: string;
}

export interface PublishScheduledPost {
  post: PostId;
}

export interface CancelScheduledPost {
  post: PostId;
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

export interface PostMoved {
  post: PostId;
  tab: TabId;
  group: GroupId;
  version: number;
}

export interface CommentCreated {
  comment: Comment;
  thread: Thread;
}

export interface CommentEdited {
  comment: Comment;
  thread: Thread;
}

export interface CommentDeleted {
  comment: CommentId;
  post: PostId;
  tab: TabId;
  group: GroupId;
  version: number;
  thread: Thread;
}

export interface QuestionChanged {
  post: PostId;
  tab: TabId;
  group: GroupId;
  question: Question;
}

export interface DeskChanged {
  department?: DepartmentId;
}

export interface PollChanged {
  post: PostId;
  tab: TabId;
  group: GroupId;
  poll: Poll;
}

export interface VoteSet {
  post: PostId;
  options: number[];
}

export interface NewsChanged {
  post: PostId;
  tab: TabId;
  group: GroupId;
  news: News;
}

export interface NewsConfirmed {
  post: PostId;
}

export interface IdeaChanged {
  post: PostId;
  tab: TabId;
  group: GroupId;
  idea: Idea;
}

export interface IdeaWanted {
  post: PostId;
  wanted: boolean;
}

export interface EventChanged {
  post: PostId;
  tab: TabId;
  group: GroupId;
  event: CalendarEvent;
}

export interface AttendanceSet {
  post: PostId;
  attendance?: Attendance;
}

export interface ReactionsCounted {
  post: PostId;
  comment?: CommentId;
  tab: TabId;
  group: GroupId;
  reactions: Reactions;
}

export interface ReactionSet {
  post: PostId;
  comment?: CommentId;
  kind?: ReactionKind;
}

export interface BookmarkSet {
  post: PostId;
  kept: boolean;
}

export interface NotificationsChanged {
  person: PersonId;
}

export interface HeldChanged {
  group: GroupId;
}

export interface DraftChanged {
  tab: TabId;
  version: number;
}

export interface ScheduledChanged {
  person: PersonId;
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

export interface RequestsChanged {
  group: GroupId;
  pending: number;
}

export interface StandingChanged {
  group: GroupId;
  standing: GroupStanding;
}

export interface EmergencyOpened {
  group: GroupId;
  person: PersonId;
  until: string;
}

export interface TabRead {
  reading: Reading;
}

export interface TabFollowed {
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

export interface WelcomeDone {
  person: PersonId;
}

export interface PersonChanged {
  person: Person;
}

export interface PeopleChanged {
  people: number;
}

export interface DepartmentChanged {
  department: Department;
}

export interface ServiceChanged {
  service: Service;
}

export interface ServiceRemoved {
  service: ServiceId;
}

export interface HolidaysChanged {
  holidays: Holidays;
}

export interface Redacted {
  subject: string;
}

export type MarkdownTree = MarkdownNode[];

export type LiveEvent = { stream: string; seq: number; at: string; v: number } & (
  | { type: 'post.created'; data: PostCreated }
  | { type: 'post.edited'; data: PostEdited }
  | { type: 'post.deleted'; data: PostDeleted }
  | { type: 'post.moved'; data: PostMoved }
  | { type: 'comment.created'; data: CommentCreated }
  | { type: 'comment.edited'; data: CommentEdited }
  | { type: 'comment.deleted'; data: CommentDeleted }
  | { type: 'question.changed'; data: QuestionChanged }
  | { type: 'desk.changed'; data: DeskChanged }
  | { type: 'poll.changed'; data: PollChanged }
  | { type: 'vote.set'; data: VoteSet }
  | { type: 'news.changed'; data: NewsChanged }
  | { type: 'news.confirmed'; data: NewsConfirmed }
  | { type: 'idea.changed'; data: IdeaChanged }
  | { type: 'idea.wanted'; data: IdeaWanted }
  | { type: 'event.changed'; data: EventChanged }
  | { type: 'attendance.set'; data: AttendanceSet }
  | { type: 'reactions.counted'; data: ReactionsCounted }
  | { type: 'reaction.set'; data: ReactionSet }
  | { type: 'bookmark.set'; data: BookmarkSet }
  | { type: 'notifications.changed'; data: NotificationsChanged }
  | { type: 'held.changed'; data: HeldChanged }
  | { type: 'draft.changed'; data: DraftChanged }
  | { type: 'scheduled.changed'; data: ScheduledChanged }
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
  | { type: 'requests.changed'; data: RequestsChanged }
  | { type: 'standing.changed'; data: StandingChanged }
  | { type: 'emergency.opened'; data: EmergencyOpened }
  | { type: 'tab.read'; data: TabRead }
  | { type: 'tab.followed'; data: TabFollowed }
  | { type: 'session.started'; data: SessionStarted }
  | { type: 'session.ended'; data: SessionEnded }
  | { type: 'preferences.changed'; data: PreferencesChanged }
  | { type: 'welcome.done'; data: WelcomeDone }
  | { type: 'person.changed'; data: PersonChanged }
  | { type: 'people.changed'; data: PeopleChanged }
  | { type: 'department.changed'; data: DepartmentChanged }
  | { type: 'service.changed'; data: ServiceChanged }
  | { type: 'service.removed'; data: ServiceRemoved }
  | { type: 'holidays.changed'; data: HolidaysChanged }
  | { type: 'redacted'; data: Redacted }
);

export const endpoints = {
  signIn: { method: 'POST', path: '/api/session', fields: ['login', 'password'] },
  signOut: { method: 'DELETE', path: '/api/session', fields: [] },
  getMe: { method: 'GET', path: '/api/me', fields: [] },
  setPreferences: { method: 'PUT', path: '/api/me/preferences', fields: ['language', 'theme'] },
  finishWelcome: { method: 'PUT', path: '/api/me/welcome', fields: [] },
  changePassword: { method: 'PUT', path: '/api/me/password', fields: ['current', 'replacement'] },
  listSessions: { method: 'GET', path: '/api/me/sessions', fields: [] },
  endSession: { method: 'DELETE', path: '/api/me/sessions/{session}', fields: [] },
  listAccounts: { method: 'GET', path: '/api/accounts', fields: ['search', 'department', 'role', 'state', 'after', 'limit'] },
  getAccount: { method: 'GET', path: '/api/accounts/{person}', fields: [] },
  createAccount: { method: 'POST', path: '/api/accounts', fields: ['client_id', 'name', 'title', 'email', 'personnel_number', 'department', 'role', 'language'] },
  editAccount: { method: 'PUT', path: '/api/accounts/{person}', fields: ['version', 'name', 'title', 'email', 'personnel_number', 'department', 'role'] },
  listAccountSessions: { method: 'GET', path: '/api/accounts/{person}/sessions', fields: [] },
  endAccountSession: { method: 'DELETE', path: '/api/accounts/{person}/sessions/{session}', fields: [] },
  planImport: { method: 'POST', path: '/api/accounts/import/plan', fields: ['file'] },
  applyImport: { method: 'PUT', path: '/api/accounts/import', fields: ['file', 'fingerprint'] },
  suspendPerson: { method: 'PUT', path: '/api/people/{person}/suspension', fields: [] },
  reinstatePerson: { method: 'DELETE', path: '/api/people/{person}/suspension', fields: [] },
  makeActivation: { method: 'PUT', path: '/api/accounts/{person}/activation', fields: [] },
  makeActivations: { method: 'PUT', path: '/api/accounts/activations', fields: ['people'] },
  withdrawActivation: { method: 'DELETE', path: '/api/accounts/{person}/activation', fields: [] },
  openActivation: { method: 'POST', path: '/api/activation', fields: ['token'] },
  activate: { method: 'PUT', path: '/api/activation', fields: ['token', 'replacement'] },
  listDepartments: { method: 'GET', path: '/api/departments', fields: [] },
  createDepartment: { method: 'POST', path: '/api/departments', fields: ['client_id', 'name', 'side', 'parent'] },
  editDepartment: { method: 'PUT', path: '/api/departments/{department}', fields: ['version', 'name', 'side', 'parent', 'description', 'heads', 'deputies', 'partner', 'hours', 'answer_hours'] },
  archiveDepartment: { method: 'PUT', path: '/api/departments/{department}/archive', fields: [] },
  restoreDepartment: { method: 'DELETE', path: '/api/departments/{department}/archive', fields: [] },
  listHolidays: { method: 'GET', path: '/api/holidays', fields: [] },
  setHolidays: { method: 'PUT', path: '/api/holidays', fields: ['version', 'items'] },
  listServices: { method: 'GET', path: '/api/services', fields: [] },
  createService: { method: 'POST', path: '/api/services', fields: ['client_id', 'kind', 'name', 'department', 'owner', 'description'] },
  editService: { method: 'PUT', path: '/api/services/{service}', fields: ['version', 'kind', 'name', 'department', 'owner', 'description'] },
  removeService: { method: 'DELETE', path: '/api/services/{service}', fields: [] },
  listPeople: { method: 'GET', path: '/api/people', fields: ['ids'] },
  browsePeople: { method: 'GET', path: '/api/people/directory', fields: ['search', 'side', 'department', 'after', 'limit'] },
  getProfile: { method: 'GET', path: '/api/people/{person}', fields: [] },
  getOwnProfile: { method: 'GET', path: '/api/me/profile', fields: [] },
  setProfile: { method: 'PUT', path: '/api/me/profile', fields: ['version', 'colour', 'phone', 'mobile', 'workplace', 'about', 'ask_me'] },
  listGroups: { method: 'GET', path: '/api/groups', fields: [] },
  getGroup: { method: 'GET', path: '/api/groups/{group}', fields: [] },
  createGroup: { method: 'POST', path: '/api/groups', fields: ['client_id', 'form', 'departments', 'owners'] },
  editGroup: { method: 'PUT', path: '/api/groups/{group}', fields: ['version', 'form'] },
  archiveGroup: { method: 'PUT', path: '/api/groups/{group}/archived', fields: [] },
  restoreGroup: { method: 'DELETE', path: '/api/groups/{group}/archived', fields: [] },
  listArchivedGroups: { method: 'GET', path: '/api/archived-groups', fields: [] },
  breakGlass: { method: 'POST', path: '/api/groups/{group}/emergency-accesses', fields: ['client_id', 'reason'] },
  listEmergencyAccesses: { method: 'GET', path: '/api/groups/{group}/emergency-accesses', fields: [] },
  listMembers: { method: 'GET', path: '/api/groups/{group}/members', fields: ['after', 'limit', 'search', 'role', 'department'] },
  listCandidates: { method: 'GET', path: '/api/groups/{group}/candidates', fields: ['search'] },
  setMember: { method: 'PUT', path: '/api/groups/{group}/members/{person}', fields: ['role'] },
  removeMember: { method: 'DELETE', path: '/api/groups/{group}/members/{person}', fields: [] },
  planFilling: { method: 'POST', path: '/api/groups/{group}/filling', fields: ['department', 'entries'] },
  addMembers: { method: 'PUT', path: '/api/groups/{group}/members', fields: ['people'] },
  listDirectory: { method: 'GET', path: '/api/groups/directory', fields: ['search', 'after', 'limit'] },
  askToJoin: { method: 'PUT', path: '/api/groups/{group}/request', fields: ['note'] },
  withdrawRequest: { method: 'DELETE', path: '/api/groups/{group}/request', fields: [] },
  listStandings: { method: 'GET', path: '/api/me/standings', fields: [] },
  listJoinRequests: { method: 'GET', path: '/api/groups/{group}/requests', fields: [] },
  approveRequest: { method: 'PUT', path: '/api/groups/{group}/requests/{person}', fields: [] },
  declineRequest: { method: 'DELETE', path: '/api/groups/{group}/requests/{person}', fields: ['word'] },
  dismissDeclined: { method: 'DELETE', path: '/api/me/declined/{group}', fields: [] },
  listInvitations: { method: 'GET', path: '/api/groups/{group}/invitations', fields: [] },
  setInvitation: { method: 'PUT', path: '/api/groups/{group}/invitations/{person}', fields: ['role'] },
  withdrawInvitation: { method: 'DELETE', path: '/api/groups/{group}/invitations/{person}', fields: [] },
  acceptInvitation: { method: 'PUT', path: '/api/me/invitations/{group}', fields: [] },
  declineInvitation: { method: 'DELETE', path: '/api/me/invitations/{group}', fields: [] },
  listLinks: { method: 'GET', path: '/api/groups/{group}/links', fields: [] },
  createLink: { method: 'POST', path: '/api/groups/{group}/links', fields: ['client_id', 'days', 'uses'] },
  revokeLink: { method: 'DELETE', path: '/api/groups/{group}/links/{link}', fields: [] },
  lookAtLink: { method: 'POST', path: '/api/links/view', fields: ['token'] },
  followLink: { method: 'POST', path: '/api/links/follow', fields: ['token'] },
  createTab: { method: 'POST', path: '/api/groups/{group}/tabs', fields: ['client_id', 'name', 'department', 'audience', 'posting', 'default_mark'] },
  editTab: { method: 'PUT', path: '/api/tabs/{tab}', fields: ['version', 'name', 'department', 'audience', 'posting', 'default_mark'] },
  orderTabs: { method: 'PUT', path: '/api/groups/{group}/tabs/order', fields: ['tabs'] },
  archiveTab: { method: 'PUT', path: '/api/tabs/{tab}/archived', fields: [] },
  restoreTab: { method: 'DELETE', path: '/api/tabs/{tab}/archived', fields: [] },
  listArchivedTabs: { method: 'GET', path: '/api/groups/{group}/tabs/archived', fields: [] },
  getReaders: { method: 'GET', path: '/api/groups/{group}/readers', fields: [] },
  listPosts: { method: 'GET', path: '/api/tabs/{tab}/posts', fields: ['order', 'mark', 'before', 'limit'] },
  listGroupPosts: { method: 'GET', path: '/api/groups/{group}/posts', fields: ['order', 'mark', 'before', 'limit'] },
  listHomePosts: { method: 'GET', path: '/api/home/posts', fields: ['unread', 'side', 'mark', 'per_tab', 'before', 'limit'] },
  getPost: { method: 'GET', path: '/api/posts/{post}', fields: [] },
  createPost: { method: 'POST', path: '/api/tabs/{tab}/posts', fields: ['client_id', 'body', 'mark', 'question', 'poll', 'praise', 'news', 'idea', 'event', 'confidential', 'publish_at', 'translation'] },
  editPost: { method: 'PUT', path: '/api/posts/{post}', fields: ['version', 'body', 'mark'] },
  deletePost: { method: 'DELETE', path: '/api/posts/{post}', fields: [] },
  restorePost: { method: 'PUT', path: '/api/posts/{post}/restoration', fields: [] },
  movePost: { method: 'PUT', path: '/api/posts/{post}/tab', fields: ['tab', 'wider'] },
  translatePost: { method: 'PUT', path: '/api/posts/{post}/translation', fields: ['version', 'language', 'body'] },
  removeTranslation: { method: 'DELETE', path: '/api/posts/{post}/translation', fields: [] },
  getLinkPreview: { method: 'GET', path: '/api/posts/{post}/preview', fields: [] },
  markRead: { method: 'PUT', path: '/api/tabs/{tab}/reading', fields: ['up_to'] },
  markAllRead: { method: 'PUT', path: '/api/home/reading', fields: ['marks'] },
  restoreReadings: { method: 'PUT', path: '/api/home/reading/restoration', fields: ['readings'] },
  setFollowing: { method: 'PUT', path: '/api/tabs/{tab}/following', fields: ['following', 'every_post'] },
  setGroupFollowing: { method: 'PUT', path: '/api/groups/{group}/following', fields: ['following', 'every_post'] },
  listPinnedPosts: { method: 'GET', path: '/api/tabs/{tab}/pins', fields: [] },
  pinPost: { method: 'PUT', path: '/api/posts/{post}/pin', fields: [] },
  unpinPost: { method: 'DELETE', path: '/api/posts/{post}/pin', fields: [] },
  lockPost: { method: 'PUT', path: '/api/posts/{post}/lock', fields: ['reason'] },
  unlockPost: { method: 'DELETE', path: '/api/posts/{post}/lock', fields: [] },
  listPostVersions: { method: 'GET', path: '/api/posts/{post}/versions', fields: [] },
  listCommentVersions: { method: 'GET', path: '/api/comments/{comment}/versions', fields: [] },
  listBookmarks: { method: 'GET', path: '/api/me/bookmarks', fields: ['before', 'limit'] },
  keepPost: { method: 'PUT', path: '/api/posts/{post}/bookmark', fields: [] },
  dropPost: { method: 'DELETE', path: '/api/posts/{post}/bookmark', fields: [] },
  routeQuestion: { method: 'PUT', path: '/api/posts/{post}/question/target', fields: ['target'] },
  pickUpQuestion: { method: 'PUT', path: '/api/posts/{post}/question/pickup', fields: [] },
  putDownQuestion: { method: 'DELETE', path: '/api/posts/{post}/question/pickup', fields: [] },
  markAnswer: { method: 'PUT', path: '/api/posts/{post}/question/answer', fields: ['comment'] },
  unmarkAnswer: { method: 'DELETE', path: '/api/posts/{post}/question/answer', fields: [] },
  reopenQuestion: { method: 'PUT', path: '/api/posts/{post}/question/reopening', fields: ['reason'] },
  mergeQuestion: { method: 'PUT', path: '/api/posts/{post}/question/merging', fields: ['into'] },
  unmergeQuestion: { method: 'DELETE', path: '/api/posts/{post}/question/merging', fields: [] },
  listEqualQuestions: { method: 'GET', path: '/api/posts/{post}/question/equals', fields: ['search'] },
  listQuestions: { method: 'GET', path: '/api/questions', fields: ['list', 'before', 'limit'] },
  listOpenQuestions: { method: 'GET', path: '/api/departments/{department}/questions', fields: [] },
  getAnswerTimes: { method: 'GET', path: '/api/departments/{department}/answer-times', fields: [] },
  listNotifications: { method: 'GET', path: '/api/notifications', fields: [] },
  readNotifications: { method: 'PUT', path: '/api/notifications/reading', fields: ['up_to', 'post', 'group'] },
  listMentionChoices: { method: 'GET', path: '/api/tabs/{tab}/mention-choices', fields: ['search'] },
  listTopicChoices: { method: 'GET', path: '/api/tabs/{tab}/topic-choices', fields: ['search'] },
  listTopicPosts: { method: 'GET', path: '/api/topics/{topic}/posts', fields: ['before', 'limit'] },
  setPresence: { method: 'PUT', path: '/api/me/presence', fields: ['shown', 'sign', 'until'] },
  beat: { method: 'PUT', path: '/api/me/presence/beat', fields: ['active', 'people'] },
  castVote: { method: 'PUT', path: '/api/posts/{post}/vote', fields: ['options'] },
  withdrawVote: { method: 'DELETE', path: '/api/posts/{post}/vote', fields: [] },
  closePoll: { method: 'PUT', path: '/api/posts/{post}/poll/closing', fields: [] },
  listVotes: { method: 'GET', path: '/api/posts/{post}/votes', fields: [] },
  confirmNews: { method: 'PUT', path: '/api/posts/{post}/news/confirmation', fields: [] },
  listConfirmations: { method: 'GET', path: '/api/posts/{post}/news/confirmations', fields: [] },
  remindReaders: { method: 'PUT', path: '/api/posts/{post}/news/reminder', fields: [] },
  acknowledgeNews: { method: 'PUT', path: '/api/posts/{post}/news/acknowledgements/{department}', fields: ['note', 'done_by'] },
  listWaitingNews: { method: 'GET', path: '/api/home/waiting-news', fields: [] },
  voteForIdea: { method: 'PUT', path: '/api/posts/{post}/idea/vote', fields: [] },
  withdrawIdeaVote: { method: 'DELETE', path: '/api/posts/{post}/idea/vote', fields: [] },
  listIdeaVotes: { method: 'GET', path: '/api/posts/{post}/idea/votes', fields: [] },
  routeIdea: { method: 'PUT', path: '/api/posts/{post}/idea/target', fields: ['target'] },
  decideIdea: { method: 'PUT', path: '/api/posts/{post}/idea/status', fields: ['status', 'note'] },
  listIdeas: { method: 'GET', path: '/api/departments/{department}/ideas', fields: ['ended'] },
  setAttendance: { method: 'PUT', path: '/api/posts/{post}/event/attendance', fields: ['attendance'] },
  withdrawAttendance: { method: 'DELETE', path: '/api/posts/{post}/event/attendance', fields: [] },
  listAttendances: { method: 'GET', path: '/api/posts/{post}/event/attendances', fields: [] },
  rescheduleEvent: { method: 'PUT', path: '/api/posts/{post}/event', fields: ['sequence', 'plan'] },
  cancelEvent: { method: 'PUT', path: '/api/posts/{post}/event/cancellation', fields: ['reason'] },
  listEvents: { method: 'GET', path: '/api/events', fields: ['mine'] },
  getCalendarFeed: { method: 'GET', path: '/api/calendar-feed', fields: [] },
  makeCalendarFeed: { method: 'POST', path: '/api/calendar-feed', fields: [] },
  endCalendarFeed: { method: 'DELETE', path: '/api/calendar-feed', fields: [] },
  listComments: { method: 'GET', path: '/api/posts/{post}/comments', fields: ['before', 'limit'] },
  createComment: { method: 'POST', path: '/api/posts/{post}/comments', fields: ['client_id', 'body', 'quote'] },
  editComment: { method: 'PUT', path: '/api/comments/{comment}', fields: ['version', 'body'] },
  deleteComment: { method: 'DELETE', path: '/api/comments/{comment}', fields: [] },
  restoreComment: { method: 'PUT', path: '/api/comments/{comment}/restoration', fields: [] },
  setReaction: { method: 'PUT', path: '/api/posts/{post}/reaction', fields: ['comment', 'kind'] },
  listReactors: { method: 'GET', path: '/api/posts/{post}/reactions', fields: ['comment'] },
  listHeldPosts: { method: 'GET', path: '/api/groups/{group}/held', fields: [] },
  listOwnHeldPosts: { method: 'GET', path: '/api/groups/{group}/held/own', fields: [] },
  editHeldPost: { method: 'PUT', path: '/api/held/{post}', fields: ['version', 'body', 'mark'] },
  withdrawHeldPost: { method: 'DELETE', path: '/api/held/{post}', fields: [] },
  approveHeldPost: { method: 'PUT', path: '/api/held/{post}/approved', fields: ['version'] },
  declineHeldPost: { method: 'PUT', path: '/api/held/{post}/declined', fields: ['version', 'reason'] },
  listDrafts: { method: 'GET', path: '/api/me/drafts', fields: [] },
  saveDraft: { method: 'PUT', path: '/api/tabs/{tab}/draft', fields: ['version', 'content'] },
  dropDraft: { method: 'DELETE', path: '/api/tabs/{tab}/draft', fields: ['version'] },
  listScheduledPosts: { method: 'GET', path: '/api/me/scheduled', fields: [] },
  editScheduledPost: { method: 'PUT', path: '/api/scheduled/{post}', fields: ['version', 'body', 'mark', 'publish_at'] },
  publishScheduledPost: { method: 'PUT', path: '/api/scheduled/{post}/publication', fields: [] },
  cancelScheduledPost: { method: 'DELETE', path: '/api/scheduled/{post}', fields: [] },
} as const;

export const files = {
  getLinkPreviewImage: '/api/posts/{post}/preview/image',
  getEventFile: '/api/posts/{post}/event.ics',
  readCalendarFeed: '/api/calendar-feed/{token}/plein.ics',
} as const;

export interface Api {
  signIn(request: SignIn): Promise<Me>;
  signOut(request: SignOut): Promise<void>;
  getMe(request: GetMe): Promise<Me>;
  setPreferences(request: SetPreferences): Promise<Preferences>;
  finishWelcome(request: FinishWelcome): Promise<void>;
  changePassword(request: ChangePassword): Promise<void>;
  listSessions(request: ListSessions): Promise<SessionList>;
  endSession(request: EndSession): Promise<void>;
  listAccounts(request: ListAccounts): Promise<ManagedAccountList>;
  getAccount(request: GetAccount): Promise<ManagedAccount>;
  createAccount(request: CreateAccount): Promise<ManagedAccount>;
  editAccount(request: EditAccount): Promise<ManagedAccount>;
  listAccountSessions(request: ListAccountSessions): Promise<SessionList>;
  endAccountSession(request: EndAccountSession): Promise<void>;
  planImport(request: PlanImport): Promise<ImportPlan>;
  applyImport(request: ApplyImport): Promise<ImportDone>;
  suspendPerson(request: SuspendPerson): Promise<void>;
  reinstatePerson(request: ReinstatePerson): Promise<void>;
  makeActivation(request: MakeActivation): Promise<ActivationLink>;
  makeActivations(request: MakeActivations): Promise<PersonalLinks>;
  withdrawActivation(request: WithdrawActivation): Promise<void>;
  openActivation(request: OpenActivation): Promise<Activation>;
  activate(request: Activate): Promise<Me>;
  listDepartments(request: ListDepartments): Promise<DepartmentList>;
  createDepartment(request: CreateDepartment): Promise<Department>;
  editDepartment(request: EditDepartment): Promise<Department>;
  archiveDepartment(request: ArchiveDepartment): Promise<Department>;
  restoreDepartment(request: RestoreDepartment): Promise<Department>;
  listHolidays(request: ListHolidays): Promise<HolidayList>;
  setHolidays(request: SetHolidays): Promise<Holidays>;
  listServices(request: ListServices): Promise<ServiceList>;
  createService(request: CreateService): Promise<Service>;
  editService(request: EditService): Promise<Service>;
  removeService(request: RemoveService): Promise<void>;
  listPeople(request: ListPeople): Promise<PersonList>;
  browsePeople(request: BrowsePeople): Promise<PersonPage>;
  getProfile(request: GetProfile): Promise<Profile>;
  getOwnProfile(request: GetOwnProfile): Promise<OwnProfile>;
  setProfile(request: SetProfile): Promise<OwnProfile>;
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
  planFilling(request: PlanFilling): Promise<FillingPlan>;
  addMembers(request: AddMembers): Promise<MembersAdded>;
  listDirectory(request: ListDirectory): Promise<Directory>;
  askToJoin(request: AskToJoin): Promise<StandingAnswer>;
  withdrawRequest(request: WithdrawRequest): Promise<StandingAnswer>;
  listStandings(request: ListStandings): Promise<OwnStandings>;
  listJoinRequests(request: ListJoinRequests): Promise<JoinRequestList>;
  approveRequest(request: ApproveRequest): Promise<Member>;
  declineRequest(request: DeclineRequest): Promise<void>;
  dismissDeclined(request: DismissDeclined): Promise<void>;
  listInvitations(request: ListInvitations): Promise<InvitationList>;
  setInvitation(request: SetInvitation): Promise<StandingAnswer>;
  withdrawInvitation(request: WithdrawInvitation): Promise<StandingAnswer>;
  acceptInvitation(request: AcceptInvitation): Promise<StandingAnswer>;
  declineInvitation(request: DeclineInvitation): Promise<StandingAnswer>;
  listLinks(request: ListLinks): Promise<LinkList>;
  createLink(request: CreateLink): Promise<NewLink>;
  revokeLink(request: RevokeLink): Promise<void>;
  lookAtLink(request: LookAtLink): Promise<LinkView>;
  followLink(request: FollowLink): Promise<LinkFollowed>;
  createTab(request: CreateTab): Promise<CreatedTab>;
  editTab(request: EditTab): Promise<Tab>;
  orderTabs(request: OrderTabs): Promise<TabList>;
  archiveTab(request: ArchiveTab): Promise<void>;
  restoreTab(request: RestoreTab): Promise<void>;
  listArchivedTabs(request: ListArchivedTabs): Promise<ArchivedTabList>;
  getReaders(request: GetReaders): Promise<Readers>;
  listPosts(request: ListPosts): Promise<PostPage>;
  listGroupPosts(request: ListGroupPosts): Promise<PostPage>;
  listHomePosts(request: ListHomePosts): Promise<PostPage>;
  getPost(request: GetPost): Promise<PostAnswer>;
  createPost(request: CreatePost): Promise<Post>;
  editPost(request: EditPost): Promise<Post>;
  deletePost(request: DeletePost): Promise<void>;
  restorePost(request: RestorePost): Promise<Post>;
  movePost(request: MovePost): Promise<Post>;
  translatePost(request: TranslatePost): Promise<Post>;
  removeTranslation(request: RemoveTranslation): Promise<Post>;
  getLinkPreview(request: GetLinkPreview): Promise<LinkPreviewAnswer>;
  markRead(request: MarkRead): Promise<Reading>;
  markAllRead(request: MarkAllRead): Promise<ReadingList>;
  restoreReadings(request: RestoreReadings): Promise<ReadingList>;
  setFollowing(request: SetFollowing): Promise<Reading>;
  setGroupFollowing(request: SetGroupFollowing): Promise<ReadingList>;
  listPinnedPosts(request: ListPinnedPosts): Promise<PostPage>;
  pinPost(request: PinPost): Promise<Post>;
  unpinPost(request: UnpinPost): Promise<Post>;
  lockPost(request: LockPost): Promise<Post>;
  unlockPost(request: UnlockPost): Promise<Post>;
  listPostVersions(request: ListPostVersions): Promise<EarlierVersions>;
  listCommentVersions(request: ListCommentVersions): Promise<EarlierVersions>;
  listBookmarks(request: ListBookmarks): Promise<PostPage>;
  keepPost(request: KeepPost): Promise<void>;
  dropPost(request: DropPost): Promise<void>;
  routeQuestion(request: RouteQuestion): Promise<Question>;
  pickUpQuestion(request: PickUpQuestion): Promise<Question>;
  putDownQuestion(request: PutDownQuestion): Promise<Question>;
  markAnswer(request: MarkAnswer): Promise<Question>;
  unmarkAnswer(request: UnmarkAnswer): Promise<Question>;
  reopenQuestion(request: ReopenQuestion): Promise<Question>;
  mergeQuestion(request: MergeQuestion): Promise<Question>;
  unmergeQuestion(request: UnmergeQuestion): Promise<Question>;
  listEqualQuestions(request: ListEqualQuestions): Promise<PostPage>;
  listQuestions(request: ListQuestions): Promise<PostPage>;
  listOpenQuestions(request: ListOpenQuestions): Promise<PostPage>;
  getAnswerTimes(request: GetAnswerTimes): Promise<AnswerTimes>;
  listNotifications(request: ListNotifications): Promise<NotificationList>;
  readNotifications(request: ReadNotifications): Promise<void>;
  listMentionChoices(request: ListMentionChoices): Promise<MentionChoices>;
  listTopicChoices(request: ListTopicChoices): Promise<TopicChoices>;
  listTopicPosts(request: ListTopicPosts): Promise<PostPage>;
  setPresence(request: SetPresence): Promise<OwnPresence>;
  beat(request: Beat): Promise<PresenceList>;
  castVote(request: CastVote): Promise<Poll>;
  withdrawVote(request: WithdrawVote): Promise<Poll>;
  closePoll(request: ClosePoll): Promise<Poll>;
  listVotes(request: ListVotes): Promise<VoteList>;
  confirmNews(request: ConfirmNews): Promise<News>;
  listConfirmations(request: ListConfirmations): Promise<ConfirmationList>;
  remindReaders(request: RemindReaders): Promise<News>;
  acknowledgeNews(request: AcknowledgeNews): Promise<News>;
  listWaitingNews(request: ListWaitingNews): Promise<PostPage>;
  voteForIdea(request: VoteForIdea): Promise<Idea>;
  withdrawIdeaVote(request: WithdrawIdeaVote): Promise<Idea>;
  listIdeaVotes(request: ListIdeaVotes): Promise<IdeaVoteList>;
  routeIdea(request: RouteIdea): Promise<Idea>;
  decideIdea(request: DecideIdea): Promise<Idea>;
  listIdeas(request: ListIdeas): Promise<PostPage>;
  setAttendance(request: SetAttendance): Promise<CalendarEvent>;
  withdrawAttendance(request: WithdrawAttendance): Promise<CalendarEvent>;
  listAttendances(request: ListAttendances): Promise<AttendanceList>;
  rescheduleEvent(request: RescheduleEvent): Promise<CalendarEvent>;
  cancelEvent(request: CancelEvent): Promise<CalendarEvent>;
  listEvents(request: ListEvents): Promise<PostPage>;
  getCalendarFeed(request: GetCalendarFeed): Promise<CalendarFeed>;
  makeCalendarFeed(request: MakeCalendarFeed): Promise<NewCalendarFeed>;
  endCalendarFeed(request: EndCalendarFeed): Promise<void>;
  listComments(request: ListComments): Promise<CommentPage>;
  createComment(request: CreateComment): Promise<Comment>;
  editComment(request: EditComment): Promise<Comment>;
  deleteComment(request: DeleteComment): Promise<void>;
  restoreComment(request: RestoreComment): Promise<Comment>;
  setReaction(request: SetReaction): Promise<void>;
  listReactors(request: ListReactors): Promise<ReactorList>;
  listHeldPosts(request: ListHeldPosts): Promise<HeldPostList>;
  listOwnHeldPosts(request: ListOwnHeldPosts): Promise<OwnHeldPostList>;
  editHeldPost(request: EditHeldPost): Promise<Post>;
  withdrawHeldPost(request: WithdrawHeldPost): Promise<void>;
  approveHeldPost(request: ApproveHeldPost): Promise<Post>;
  declineHeldPost(request: DeclineHeldPost): Promise<void>;
  listDrafts(request: ListDrafts): Promise<DraftList>;
  saveDraft(request: SaveDraft): Promise<Draft>;
  dropDraft(request: DropDraft): Promise<void>;
  listScheduledPosts(request: ListScheduledPosts): Promise<ScheduledPostList>;
  editScheduledPost(request: EditScheduledPost): Promise<Post>;
  publishScheduledPost(request: PublishScheduledPost): Promise<Post>;
  cancelScheduledPost(request: CancelScheduledPost): Promise<void>;
}
