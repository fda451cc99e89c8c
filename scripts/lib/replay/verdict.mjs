/// Compares what was said with what a browser saw.
import { groupBy, keyOfComment, keyOfPost } from './messages.mjs';

/// `limits::latest_comments`: so many of a post's comments stand below it in a feed, at least.
const latestComments = 2;

/// `said`: as `play` made it. `arrived`: of one watcher.
export function verdict(said, arrived) {
  const byKey = new Map(said.map((message) => [message.key, message]));
  const keys = arrived.map(({ key }) => key);
  const seen = new Set(keys);
  return {
    arrived: arrived.length,
    missing: said.filter(({ key }) => !seen.has(key)).length,
    doubled: keys.length - seen.size,
    strange: keys.filter((key) => !byKey.has(key)).length,
    gaps: count(arrived, (before, after) => after.seq !== before.seq + 1),
    outOfOrder: outOfOrder(arrived, byKey),
    delays: arrived.filter(({ key }) => byKey.has(key)).map(({ key, at }) => at - byKey.get(key).sentAt),
  };
}

/// Messages of a conversation were said one after another; they must arrive like that.
function outOfOrder(arrived, byKey) {
  const known = arrived.map(({ key }) => byKey.get(key)).filter((message) => message !== undefined);
  const conversations = groupBy(known, ({ conversation }) => conversation).values();
  return sum([...conversations].map((messages) => count(messages, (before, after) => after.place <= before.place)));
}

/// The page shows the newest post first, each once, and the last comments below the post that they are on.
/// `shown`: `[{post, comments}]`, ids from top to bottom.
export function pageVerdict(said, shown) {
  const postOf = new Map(said.map(({ key, post }) => [key, post]));
  const keys = shown.flatMap(({ post, comments }) => [keyOfPost(post), ...comments.map(keyOfComment)]);
  const seen = new Set(keys);
  return {
    shown: keys.length,
    missing: expectedOnPage(said).filter((key) => !seen.has(key)).length,
    doubled: keys.length - seen.size,
    strange: sum(shown.map(({ post, comments }) => comments.filter((id) => postOf.get(keyOfComment(id)) !== post).length)),
    outOfOrder:
      count(shown, (before, after) => after.post >= before.post) +
      sum(shown.map(({ comments }) => count(comments, (before, after) => after <= before))),
  };
}

function expectedOnPage(said) {
  const posts = said.filter(({ post }) => post === undefined);
  const threads = groupBy(said.filter(({ post }) => post !== undefined), ({ post }) => post).values();
  return [...posts, ...[...threads].flatMap((comments) => comments.slice(-latestComments))].map(({ key }) => key);
}

export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const count = (all, isWrong) => all.slice(1).filter((after, place) => isWrong(all[place], after)).length;
export const sum = (numbers) => numbers.reduce((whole, each) => whole + each, 0);
