import { vi } from 'vitest';
import type { Department, MentionChoices, Person, TopicChoice } from '../../src/protocol/generated.ts';
import { department, person } from '../make.ts';
// What the first answer fetches is here already: a busy machine loads it slowly.
import '../../src/features/mentions/ChoiceList.tsx';

/// The server, as far as a text asks it: whom one can name, and what it is sent.

export const fatma: Person = { ...person(12, 'Fatma Yıldız'), department: 4 };
export const fabian: Person = { ...person(13, 'Fabian Smit'), department: 4 };
export const facility: Department = department(3, { name: 'Facilitair' });

export const fetch = vi.fn<typeof globalThis.fetch>();
const choices = new Map<string, Promise<MentionChoices>>();
const topics = new Map<string, TopicChoice[]>();

/// For these words; nobody for others.
export function offer(words: string, people: Person[], departments: Department[] = []): void {
  choices.set(words, Promise.resolve({ people, departments }));
}

/// The answer comes when the test says so.
export function offerLater(words: string): (people: Person[]) => void {
  let answer: (choices: MentionChoices) => void = () => undefined;
  choices.set(words, new Promise((resolve) => (answer = resolve)));
  return (people) => answer({ people, departments: [] });
}

/// For what was typed behind a "#"; nothing for anything else.
export function offerTopics(words: string, ...items: TopicChoice[]): void {
  topics.set(words, items);
}

export function open(): void {
  vi.spyOn(HTMLTextAreaElement.prototype, 'setRangeText').mockImplementation(setRangeText);
  vi.stubGlobal('fetch', fetch);
  fetch.mockImplementation(async (input) => {
    const { pathname, searchParams } = new URL(pathOf(input), 'http://plein.test');
    const words = searchParams.get('search') ?? '';
    if (pathname.endsWith('/topic-choices')) return new Response(JSON.stringify({ items: topics.get(words) ?? [] }));
    if (!pathname.endsWith('/mention-choices')) return new Promise(() => undefined);
    const answer = await (choices.get(words) ?? { people: [], departments: [] });
    return new Response(JSON.stringify(answer));
  });
}

export function close(): void {
  fetch.mockReset();
  vi.unstubAllGlobals();
  choices.clear();
  topics.clear();
}

/// As a browser does it: behind the back of `value`, which React watches.
function setRangeText(this: HTMLTextAreaElement, words: string, start?: number | null, end?: number | null): void {
  const from = start ?? 0;
  const text = this.value.slice(0, from) + words + this.value.slice(end ?? from);
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(this, text);
  this.setSelectionRange(from + words.length, from + words.length);
}

const pathOf = (input: Parameters<typeof globalThis.fetch>[0]) => (typeof input === 'string' ? input : '');

/// What was asked for, in this tab or any other.
export const searches = (): string[] => fetch.mock.calls.map(([input]) => pathOf(input)).filter((path) => path.includes('-choices'));

/// What was written, in the order in which it was sent.
export const sent = (): { body: string }[] =>
  fetch.mock.calls.flatMap(([, init]) => (init?.method === 'GET' ? [] : [JSON.parse(init?.body as string) as { body: string }]));
