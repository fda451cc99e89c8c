import type { Poll } from '../../protocol/generated.ts';
import { isClosed } from './poll.ts';

/// How a poll stands, option by option, as it is drawn. Pure.
export interface Row {
  text: string;
  isOwn: boolean;
  /// How many chose it, and how many that are of a hundred who voted; nothing where this viewer may not know.
  votes: number | undefined;
  share: number | undefined;
  /// Nothing was chosen more, now that nobody votes any more.
  isMost: boolean;
}

export function rowsOf(poll: Poll, own: readonly number[] = []): Row[] {
  const most = Math.max(0, ...poll.options.map(({ votes = 0 }) => votes));
  return poll.options.map(({ text, votes }, at) => ({
    text,
    isOwn: own.includes(at),
    votes,
    share: votes === undefined ? undefined : shareOf(votes, poll.voters ?? 0),
    isMost: isClosed(poll) && most > 0 && votes === most,
  }));
}

/// Of those who voted: with several answers a person, they may be more than a hundred together.
const shareOf = (votes: number, voters: number): number => (voters === 0 ? 0 : Math.round((100 * votes) / voters));
