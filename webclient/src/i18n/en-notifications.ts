import { countIn } from './count.ts';
import type { notifications as nl } from './nl-notifications.ts';

/// The part of the catalogue about notifications: who did what.

const { count } = countIn('en-GB');
const list = new Intl.ListFormat('en-GB');

export const notifications: typeof nl = {
  title: 'Notifications',
  who: (names, others) => list.format(others > 0 ? [...names, count(others, 'other', 'others')] : names),
  mention: (who) => `${who} mentioned you`,
  praise: (who) => `${who} thanked you`,
  mentionInComment: (who) => `${who} mentioned you in a comment`,
  comment: (who) => `${who} commented on your post`,
  reply: (who) => `${who} replied to your comment`,
  routed: (who, areMany) => `${who} ${areMany ? 'have' : 'has'} a question for you`,
  picked_up: (who) => `${who} picked up your question`,
  answered: (who) => `${who} answered your question`,
  accepted: (who) => `${who} was helped by your answer`,
  reopened: (who, areMany) => `${who} still ${areMany ? 'need' : 'needs'} an answer`,
  overdue: (who, areMany) => `${who} still ${areMany ? 'await' : 'awaits'} an answer, longer than promised`,
  merged: (who, areMany) => `${who} ${areMany ? 'merge' : 'merges'} your question with one that asks the same`,
  must_read: (who, areMany) => `${who} ${areMany ? 'ask' : 'asks'} you to read this`,
  affects: (who) => `${who} wrote news that affects your department`,
  acknowledged: (who) => `${who} took up your news`,
  proposed: (who, areMany) => `${who} ${areMany ? 'have' : 'has'} an idea for you`,
  decided: (who, areMany) => `${who} ${areMany ? 'say' : 'says'} how an idea that you want stands`,
  rescheduled: (who) => `${who} changed an event that you want to go to`,
  cancelled: (who) => `${who} cancelled an event that you wanted to go to`,
  approved: (who) => `${who} approved your post`,
  published: () => 'Your scheduled post was published',
  unpublished: () => 'Your scheduled post was not published',
  posted: (who, _areMany, where) => `${who} posted in ${where}`,
  asked_to_join: (who, areMany, group) => `${who} ${areMany ? 'want' : 'wants'} to join ${group}`,
  admitted: (group) => `You are now a member of ${group}`,
  quoted: (excerpt) => `“${excerpt}”`,
  toAll: 'All notifications',
  last: 'These are your latest notifications. Older ones are not kept here.',
  empty: 'You have no notifications yet.',
  emptyHint: 'When somebody mentions you, comments on your post or does something with your question, you read it here.',
  failed: 'The notifications could not be marked as read.',
};
