import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Department, NewNews } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { newsWith, type Outgoing, postAsUpdate, retry } from '../posts/outbox.ts';
import { whyUntitled } from '../titles/untitled.ts';
import type { WayOn } from '../posts/wayOn.ts';
import { WaysOn } from '../posts/WaysOn.tsx';

/// Own news that the server refused: why, and what can be done.
export function RefusedNews({ outgoing }: { outgoing: Outgoing }) {
  const text = useLaterText();
  const departments = useDepartments();
  const affected = outgoing.request.news?.affects ?? [];
  const gone = departments.filter(({ id, archived }) => archived && affected.includes(id));
  return <WaysOn outgoing={outgoing} {...wayOn(outgoing, gone, text)} />;
}

/// The same again, unless that would be refused again. `gone` are the departments it affects that are archived by now, as far as
/// this page knows.
function wayOn({ error }: Outgoing, gone: readonly Department[], words: AllWords): WayOn {
  const { newsRefused: text, app, errors } = words;
  const untitled = whyUntitled('news', error, words);
  if (untitled !== undefined) return { why: untitled, action: text.asUpdate, run: postAsUpdate };
  if (hasCode(error, 'forbidden') && error.field === 'news') return { why: text.notByGuests, action: text.asUpdate, run: postAsUpdate };
  if (hasCode(error, 'forbidden') && error.field === 'must_read') {
    return { why: text.mayNotAsk, action: text.withoutAsking, run: otherwise((news) => ({ ...news, must_read: false })) };
  }
  if (hasCode(error, 'not_found') && error.field === 'news') {
    const names = gone.map(({ name }) => name);
    const [why, action] = names.length > 0 ? [text.gone(names), text.without(names)] : [text.someGone, text.withoutAny];
    const isLeft = (id: number) => gone.length > 0 && gone.every((each) => each.id !== id);
    return { why, action, run: otherwise((news) => ({ ...news, affects: news.affects.filter(isLeft) })) };
  }
  return { why: errors[errorKey(error)], action: app.retry, run: retry };
}

const otherwise = (change: (news: NewNews) => NewNews) => (outgoing: Outgoing) => newsWith(change, outgoing);
