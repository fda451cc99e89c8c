/// Compares what was posted with what a browser saw.
import { groupBy } from './messages.mjs';

/// `posts`: as `play` made them. `arrived`: of one watcher.
export function verdict(posts, arrived) {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const ids = arrived.map(({ id }) => id);
  const seen = new Set(ids);
  return {
    arrived: arrived.length,
    missing: posts.filter(({ id }) => !seen.has(id)).length,
    doubled: ids.length - seen.size,
    strange: ids.filter((id) => !byId.has(id)).length,
    gaps: count(arrived, (before, after) => after.seq !== before.seq + 1),
    outOfOrder: outOfOrder(arrived, byId),
    delays: arrived.filter(({ id }) => byId.has(id)).map(({ id, at }) => at - byId.get(id).sentAt),
  };
}

/// Messages of a conversation were posted one after another, so their ids grow; they must arrive like that.
function outOfOrder(arrived, byId) {
  const known = arrived.filter(({ id }) => byId.has(id));
  const conversations = groupBy(known, ({ id }) => byId.get(id).conversation).values();
  return [...conversations].reduce((sum, posts) => sum + count(posts, (before, after) => after.id <= before.id), 0);
}

/// The page shows the newest first, each once.
export function pageVerdict(posts, shown) {
  const seen = new Set(shown);
  return {
    shown: shown.length,
    missing: posts.filter(({ id }) => !seen.has(id)).length,
    doubled: shown.length - seen.size,
    outOfOrder: count(shown, (before, after) => after >= before),
  };
}

export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const count = (all, isWrong) => all.slice(1).filter((after, place) => isWrong(all[place], after)).length;
