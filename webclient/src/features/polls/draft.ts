import { roomFor } from '../../design/room.ts';
import type { NewPoll, Poll } from '../../protocol/generated.ts';
import { cleaned } from '../posts/writing.ts';
import { type Closes, closesAt, closingFault, closings } from './closing.ts';

/// A poll in the making: what one chooses from, and on which terms. Pure.
export interface PollDraft extends Closes {
  /// As they are typed, empty ones too.
  options: string[];
  multiple: boolean;
  anonymous: boolean;
}

/// `limits::poll_options` and `limits::poll_option`
export const mostOptions = 20;
export const longestOption = 200;
const fewestOptions = 2;

export const emptyPoll: PollDraft = { options: ['', ''], multiple: false, anonymous: false, closing: '7', at: '' };

export const isPollDraft = (value: unknown): value is PollDraft =>
  typeof value === 'object' &&
  value !== null &&
  'options' in value &&
  Array.isArray(value.options) &&
  value.options.length >= fewestOptions &&
  value.options.every((option) => typeof option === 'string') &&
  'multiple' in value &&
  typeof value.multiple === 'boolean' &&
  'anonymous' in value &&
  typeof value.anonymous === 'boolean' &&
  'closing' in value &&
  closings.some((closing) => closing === value.closing) &&
  'at' in value &&
  typeof value.at === 'string';

/// Something was filled in that one would not want to lose.
export const isBegun = ({ options }: PollDraft): boolean => options.some((option) => option.trim() !== '');

export const mayRemove = ({ options }: PollDraft): boolean => options.length > fewestOptions;
export const mayAdd = ({ options }: PollDraft): boolean => options.length < mostOptions;

export const withOption = (poll: PollDraft, at: number, words: string): PollDraft => ({ ...poll, options: poll.options.with(at, words) });
export const withoutOption = (poll: PollDraft, at: number): PollDraft => ({ ...poll, options: poll.options.toSpliced(at, 1) });
export const withNewOption = (poll: PollDraft): PollDraft => ({ ...poll, options: [...poll.options, ''] });

/// Several lines come as so many options: the first where one stands, the others below it, into fields that are empty first.
export function withLines(poll: PollDraft, at: number, [first = '', ...others]: readonly string[]): PollDraft {
  const below = poll.options.slice(at + 1);
  const empty = below.findIndex((option) => option.trim() !== '');
  const rest = below.slice(Math.min(others.length, empty < 0 ? below.length : empty));
  return { ...poll, options: [...poll.options.slice(0, at), first, ...others, ...rest] };
}

/// The lines that a paste brings, without those that say nothing.
export const linesOf = (words: string): string[] => words.split(/[\r\n]+/).map(tidy).filter((line) => line !== '');

export type OptionFault = 'blank' | 'double';

/// What is wrong with each option, besides that it is too long. The last field may stay empty when there are enough others.
export function optionFaults({ options }: PollDraft): (OptionFault | undefined)[] {
  const seen = new Set<string>();
  return options.map((option, at) => {
    const words = comparable(option);
    if (words === '') return at >= fewestOptions && at === options.length - 1 ? undefined : 'blank';
    if (seen.has(words)) return 'double';
    seen.add(words);
    return undefined;
  });
}

export const isSound = (poll: PollDraft, now: number, timeZone: string | undefined): boolean =>
  optionFaults(poll).every((fault) => fault === undefined) &&
  poll.options.every((option) => roomFor(tidy(option), longestOption).left >= 0) &&
  closingFault(poll, now, timeZone) === undefined;

/// What is sent of a sound one.
export function newPollOf(poll: PollDraft, now: number, timeZone: string | undefined): NewPoll {
  const { options, multiple, anonymous } = poll;
  const closes = closesAt(poll, now, timeZone) ?? now;
  return { options: options.map(tidy).filter((option) => option !== ''), multiple, anonymous, closes_at: new Date(closes).toISOString() };
}

/// The same again, of one that was sent in at `since`: open for as long from now on.
export const sameAgain = ({ options, multiple, anonymous, closes_at }: Poll, since: string, now: number): NewPoll => ({
  options: options.map(({ text }) => text),
  multiple,
  anonymous,
  closes_at: new Date(Date.parse(closes_at) + now - Date.parse(since)).toISOString(),
});

/// The same, closing in a week, when the moment that was chosen has gone by.
export const openForAWeek = (poll: NewPoll, now: number, timeZone: string | undefined): NewPoll => ({
  ...poll,
  closes_at: new Date(closesAt({ closing: '7', at: '' }, now, timeZone) ?? now).toISOString(),
});

/// An option is one line.
const tidy = (option: string): string => cleaned(option.replace(/\s+/g, ' '));

/// Two that differ in capitals only are one answer to who reads them.
const comparable = (option: string): string => tidy(option).normalize('NFC').toLocaleLowerCase();
