import { wallAt } from '../../i18n/wall.ts';
import type { ScheduledPost } from '../../protocol/generated.ts';
import { draftOf as planDraftOf } from '../calendar/replan.ts';
import { targetOf } from '../departments/addressee.ts';
import { type Draft, translationWordsOf, wordsOf } from '../posts/drafts.ts';

/// The same as one wrote it: what the composer takes. A moment that has gone by is no plan any more. Pure.
export function draftOf(scheduled: ScheduledPost, now: number, timeZone: string | undefined): Draft {
  const { post, publish_at: at, question, poll, news, idea, event } = scheduled;
  const words = wordsOf(post);
  const translation = translationWordsOf(post);
  return {
    ...words,
    ...(translation && { translation }),
    ...(Date.parse(at) > now && { at: wallAt(Date.parse(at), timeZone) }),
    ...(question && { question: targetOf(question) ?? {} }),
    ...(poll && {
      poll: {
        options: poll.options.map((option) => option.text),
        multiple: poll.multiple,
        anonymous: poll.anonymous,
        closing: 'own' as const,
        at: wallAt(Date.parse(poll.closes_at), timeZone),
      },
    }),
    ...(post.praised && { praise: { people: post.praised } }),
    ...(news && words.news && { news: { ...words.news, mustRead: news.must_read, affects: news.affects.map(({ department }) => department) } }),
    ...(idea && { idea: targetOf(idea) ?? {} }),
    ...(event && words.event && { event: { ...words.event, ...planDraftOf(event, timeZone) } }),
  };
}
