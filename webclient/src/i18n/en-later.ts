import { countIn } from './count.ts';
import { accounts } from './en-accounts.ts';
import { calendar } from './en-calendar.ts';
import { eventWritingLater } from './en-event-writing-later.ts';
import { help } from './en-help.ts';
import { ideaWritingLater } from './en-idea-writing-later.ts';
import { ideas } from './en-ideas.ts';
import { peopleImport } from './en-import.ts';
import { joining } from './en-joining.ts';
import { merging } from './en-merging-later.ts';
import { movesLater } from './en-moves-later.ts';
import { news } from './en-news.ts';
import { newsWritingLater } from './en-news-writing-later.ts';
import { notifications } from './en-notifications.ts';
import { organisation } from './en-organisation.ts';
import { pollsLater } from './en-polls-later.ts';
import { privatelyLater } from './en-private-later.ts';
import { scheduledLater } from './en-scheduled-later.ts';
import { translationsLater } from './en-translations-later.ts';
import { writingLater } from './en-writing-later.ts';
import type { LaterCatalogue } from './nl-later.ts';

const { number, count } = countIn('en-GB');

export const enLater: LaterCatalogue = {
  welcome: {
    title: 'Welcome',
    step: (at, of) => `${String(at)} of ${String(of)}`,
    hello: (name) => `Welcome, ${name}`,
    helloLead: 'Plein is the square of your organisation. In a minute you know how it works. First choose your language, appearance and colour.',
    changeLater: 'You can change this later at your account and your profile.',
    how: 'How it works',
    sentences: [
      { title: 'A group has a place for each department', words: 'Look at Sales or HR to see what goes on there. You follow General and your own department to begin with.' },
      { title: 'Closed means closed', words: 'Only members of a group read along. Before you post you see who will read it.' },
      { title: 'For your work, or personal', words: 'You choose with each post, so that everyone knows for whom you speak.' },
    ],
    groups: 'Your groups',
    groupsLead: (n) => `You are already a member of ${count(n, 'group', 'groups')}.`,
    noGroups: 'You are not in a group yet. An owner can add you.',
    first: 'Say hello',
    firstLead: (place) => `Your first post goes to ${place}. One sentence is enough.`,
    placeholder: 'Hello everyone. I work at … and I am happy to help you with …',
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
    later: 'Not now, go to Home',
    start: 'Go to Home',
  },

  filters: (active) => (active === 0 ? 'Filters' : `Filters (${number.format(active)})`),

  unsaved: {
    title: 'Discard unsaved changes?',
    hint: 'What you filled in will be gone.',
    discard: 'Discard',
    stay: 'Stay here',
  },

  groupForm: {
    createHint: 'You become its owner. After that you let people in.',
    settings: 'Settings',
    notYours: 'Only owners change the settings of this group.',
    name: 'Name',
    nameHint: 'Short, and so that a colleague recognises the group.',
    nameTaken: 'There is a closed group with this name already. Choose another.',
    nameUnseen: 'This name holds characters that nobody sees. Type it again.',
    purposeHint: 'In a few sentences: what do you share here, and with whom?',
    kind: 'Kind of group',
    kinds: { work: 'For work', interest: 'For company' },
    kindHint: {
      work: 'About work, with an owner from each side. Whoever wants to join asks an owner.',
      interest: 'For the personal side, such as running or food. Whoever wants to, joins at once.',
    },
    visibility: 'Who knows of the group?',
    visibilities: { closed: 'Closed', secret: 'Secret' },
    owners: 'Another owner',
    ownersHint: {
      work: 'Someone from the other side, so that SSC and business carry the group together.',
      interest: 'Someone who carries the group with you.',
    },
    tabs: 'A place for each department',
    tabsHint: 'General is always there. Choose which departments get a place of their own.',
    reviewHint: 'From that day on Plein asks the owners whether the group is still right.',
    reviewPast: 'Choose a day that is still to come.',
    colour: 'Colour',
    colours: { teal: 'sea green', blue: 'blue', violet: 'violet', plum: 'plum', brick: 'brick', amber: 'ochre', moss: 'moss', slate: 'slate' },
    cover: 'Paving',
    covers: { stretcher: 'running bond', herringbone: 'herringbone', fan: 'fan', waves: 'waves' },
    submit: 'Create the group',
    creating: 'Creating…',
    created: (group) => `${group} is there. Now let people in.`,
    saved: 'Saved',
    changedMeanwhile: 'Another owner changed this meanwhile. What you filled in is still here.',
    takeCurrent: 'See the new version',
  },

  archive: {
    title: 'Archive the group',
    hint: 'For a group that is done. You can restore it later.',
    act: 'Archive the group',
    ask: (group) => `Archive ${group}?`,
    consequence:
      'Nobody sees the group any more then, not even on a screen that is open now: no posts, no members, no name. Only owners see it under Archived, and can restore it. Open requests and invitations end.',
    done: (group) => `${group} is archived`,
    archived: 'Archived',
    archivedHint: 'Only owners know of these groups.',
    since: (date) => `archived on ${date}`,
    restore: 'Restore',
    restoreGroup: (group) => `Restore ${group}`,
    restored: (group) => `${group} is back, for everyone who was in it`,
  },

  waiting: {
    title: 'Waiting for you',
    emergency: (group, time) => `An administrator is in ${group} by emergency access, until ${time}`,
    requests: (n, group) => (n === 1 ? `Somebody wants to join ${group}` : `${number.format(n)} people want to join ${group}`),
    held: (n, group) => (n === 1 ? `1 post is waiting for approval in ${group}` : `${number.format(n)} posts are waiting for approval in ${group}`),
    declinedPost: (place) => `Your post in ${place} was not approved`,
    declinedRequest: (group) => `Your request to join ${group} was declined`,
  },

  emergency: {
    title: 'Break-glass',
    hint: 'Is this the address of a group, and is there an emergency? With a reason you are in for an hour. The owners of the group see who you are and read your reason.',
    ask: 'Ask for break-glass access',
    reason: 'Why do you have to go in?',
    reasonHint: 'Your reason is put on record, even if there is no group at this address.',
    reasonShort: 'Write at least 10 characters.',
    open: 'Go in',
    nothing: 'There is no group at this address. Your attempt is on record.',
    none: 'Nobody entered this group by break-glass.',
    until: (name, time) => `Break-glass access for ${name} until ${time}`,
    was: (name, moment) => `Break-glass access for ${name}, ${moment}`,
    because: (reason) => `Because: ${reason}`,
    own: (time) => `You are here by emergency access, until ${time}. The owners see that and read your reason.`,
    role: (time) => `break-glass until ${time}`,
  },

  layout: {
    list: (group) => `Tabs of ${group}`,
    hint: 'In this order the tabs of the group stand side by side.',
    notYours: 'Owners of the group and department heads arrange the tabs.',
    add: 'Add a tab',
    edit: (name) => `Edit ${name}`,
    menu: (name) => `More to do with ${name}`,
    move: (name) => `Move ${name} with the arrow keys up or down`,
    up: 'Up',
    down: 'Down',
    moved: (name, place, of) => `${name} is now number ${number.format(place)} of ${number.format(of)}`,
    orderStale: 'Somebody else changed the tabs meanwhile. This is how they are now.',
    posts: { everyone: 'Everyone who reads it posts', owners: 'Owners and the department head post', approval: 'Everyone sends posts in, an owner or moderator approves them' },
    personal: 'Posts are personal unless somebody chooses otherwise',
    archive: 'Archive',
    archived: (name) => `${name} is in the archive`,
    restored: (name) => `${name} is back`,
    archiveHeading: 'Archive',
    archiveHint: 'Nobody reads these now. When you restore one, all of its posts are back too.',
    restore: 'Restore',
    restoreNamed: (name) => `Restore ${name}`,
    since: 'in the archive since',
    name: 'Name',
    nameMissing: 'Enter a name.',
    nameTaken: 'Another tab has this name already.',
    department: 'Department',
    noDepartment: 'No department',
    departmentHint: 'The department head can then edit this tab too.',
    whoReads: 'Who reads it?',
    audience: {
      members: 'All members',
      department: (name) => `Only members who work in ${name}`,
      chooseDepartment: 'Only members of one department. Choose the department first.',
      guests: 'All members and guests',
    },
    whoPosts: 'Who posts?',
    posting: {
      everyone: 'Everyone who reads it',
      owners: 'Owners and the department head',
      approval: 'Everyone, but an owner or moderator approves each post first',
    },
    heldStay: 'What awaits approval already goes on waiting until somebody decides.',
    mark: 'For whom does a new post speak, unless you choose?',
    readers: {
      members: (n) => (n === undefined ? 'all members' : n === 1 ? '1 member' : `all ${number.format(n)} members`),
      department: (n, department) =>
        n === undefined ? `only the members of ${department}`
        : n === 0 ? 'nobody yet'
        : n === 1 ? `only 1 member of ${department}`
        : `only the ${number.format(n)} members of ${department}`,
      guests: (members, guests) =>
        members === undefined || guests === undefined
          ? 'all members and guests'
          : `${members === 1 ? '1 member' : `all ${number.format(members)} members`} and ${guests === 0 ? 'guests to come' : count(guests, 'guest', 'guests')}`,
    },
    reads: (who) => `Read by ${who}`,
    readsNow: (who) => `Now it is read by ${who}.`,
    readsThen: (who) => `After this it is read by ${who}.`,
    oldPostsToo: 'That goes for the posts that are there already, too.',
    notYou: (department) =>
      `You do not work in ${department} yourself. You will not see this tab any more, and cannot change it back.`,
    notYouEither: (department) =>
      `You do not work in ${department} yourself. So you will not see this tab, nor can you edit it later.`,
    create: 'Add',
    created: (name) => `${name} has been added`,
    saved: (name) => `${name} has been changed`,
    changedMeanwhile: 'Somebody else changed this meanwhile. What you entered is still here.',
    lastTab: 'A group keeps at least one tab. Add another one first.',
    full: 'There is no room for more tabs. Archive one first.',
    archiveFull: 'The archive of this group is full.',
  },

  kept: {
    lead: 'Posts that you want to find again. Only you know which.',
    empty: 'You have no bookmarks yet.',
    emptyHint: 'Choose Bookmark in the menu of a post, and you find it here.',
    toHome: 'Go to Home',
  },

  held: {
    title: 'Awaiting approval',
    lead: 'What has waited longest comes first. Others read a post only once you or another moderator approves it.',
    empty: 'Nothing awaits approval.',
    emptyHint: 'When somebody sends something in, you see it here at once.',
    notYours: 'Only owners and moderators of this group see what awaits approval.',
    approve: 'Approve',
    approveOf: (name) => `Approve: post by ${name}`,
    approved: (name) => `The post by ${name} is published`,
    decline: 'Decline',
    declineOf: (name) => `Decline: post by ${name}`,
    declined: (name) => `${name} now reads why you declined the post`,
    declineTitle: (name) => `Decline the post by ${name}`,
    reason: (name) => `Why? Only ${name} reads this`,
    reasonHint: 'Say what should be different. The text is kept: it can be edited and sent in again.',
    reasonMissing: 'Write down why.',
    changedMeanwhile: (name) => `${name} edited this meanwhile. Read it once more.`,
    decidedMeanwhile: 'Somebody else was faster: this post has been decided on.',
    authorGone: (name) => `${name} no longer reads this place. All you can do is decline the post.`,
    gone: 'This post is not waiting any more.',
    own: 'Your posts that nobody reads yet',
    waits: 'Awaiting approval',
    aModerator: 'A moderator',
    declinedBy: (name) => `${name} declined this`,
    onlyYou: 'Only you still see this.',
    onlyYouAndModerators: 'Only you and the moderators of this group see this.',
    editAndSend: 'Edit and send in again',
    sendAgain: 'Send in again',
    takeBack: 'Take back',
    takenBack: 'Your post is taken back',
    approvedMeanwhile: 'A moderator approved your post meanwhile. It has been published.',
    copyText: 'Copy the text',
    copied: 'Text copied',
    copyFailed: 'Copying the text failed',
  },

  members: {
    title: 'Members',
    back: (group) => `Back to ${group}`,
    add: 'Add a member',
    search: 'Search by name or e-mail address',
    noCandidates: (search) => `Nobody found for “${search}”.`,
    addPerson: (name) => `Add ${name}`,
    addShort: 'Add',
    added: (name) => `${name} was added`,
    role: (name) => `Role of ${name}`,
    changed: (name, role) => `${name} is now ${role}`,
    remove: 'Remove from the group',
    removePerson: (name) => `Remove ${name} from the group`,
    removeTitle: (name) => `Remove ${name} from the group?`,
    removeText: (name, group) =>
      `${name} will stop seeing ${group} at once, also on a screen that is open now. Earlier posts stay.`,
    removed: (name) => `${name} is out of the group`,
    leave: 'Leave the group',
    leaveTitle: (group) => `Leave ${group}?`,
    leaveText: 'You will no longer read its posts. To come back, an owner decides on your request.',
    leaveTextInterest: 'You will no longer read its posts. You can join again at any time.',
    leaveTextGuest: 'You will not see this group any more. To come back, ask an owner for an invitation.',
    you: 'you',
    guestsCannotSee: 'Guests do not see who the members are.',
    older: 'More members',
    filters: 'Search members',
    find: 'Search for a member',
    byRole: 'Role',
    byDepartment: 'Department',
    allRoles: 'All roles',
    allDepartments: 'All departments',
    noneFound: 'Nobody found here.',
    lastOwner: 'A group keeps at least one owner. Make someone else an owner first.',
    externalGuest: 'Someone from outside can only be a guest.',
    suspended: 'account suspended',
  },

  lockDialog: {
    title: 'Close comments',
    reason: 'Why?',
    hint: 'Everyone reads this below the post. What has been said stays.',
    missing: 'Say in a few words why.',
  },

  reopenDialog: {
    title: 'Reopen',
    reason: 'What is not answered yet?',
    hint: 'Everyone reads this with your question.',
    missing: 'Write in a few words what you still miss.',
    submit: 'Reopen',
  },

  targetField: {
    label: 'What is it about?',
    example: 'For example: invoice, laptop, salary',
    department: 'department',
    none: 'Nothing found.',
    goesTo: (department) => `Goes to ${department}.`,
    promises: (department, hours) => `${department} answers within ${count(hours, 'opening hour', 'opening hours')}.`,
    usually: (duration) => `Usually within ${duration}.`,
    byGroup: 'Somebody in the group sends your question on.',
  },

  routeDialog: {
    title: 'Send the question on',
    hint: 'Whoever gets the question can go on with it at once.',
    missing: 'Choose a service or a department.',
    submit: 'Send on',
  },

  openQuestions: {
    title: 'Open questions',
    none: 'No questions that you can read are waiting.',
  },

  versions: {
    title: 'Earlier versions',
    none: 'Earlier versions were not kept.',
    period: (since, until) => `${since} to ${until}`,
  },

  reactors: {
    title: 'Who reacted?',
    others: (n) => `and ${count(n, 'other', 'others')}`,
    none: 'Nobody, or nobody any more.',
  },

  help,

  ...accounts,
  calendar,
  ideas,
  joining,
  merging,
  news,
  notifications,
  peopleImport,
  ...organisation,
  ...pollsLater,
  ...newsWritingLater,
  ...eventWritingLater,
  ...ideaWritingLater,
  ...privatelyLater,
  ...scheduledLater,
  ...translationsLater,
  ...movesLater,
  ...writingLater,
};
