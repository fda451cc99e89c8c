import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { momentOn, wallAt } from '../../i18n/wall.ts';
import { api } from '../../protocol/client.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { ScheduledPost } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useLeftWords } from '../held/useLeftWords.ts';
import { type Draft, editOf, wordsOf } from '../posts/drafts.ts';
import { useEditing } from '../posts/useEditing.ts';
import { WritingArea } from '../posts/WritingArea.tsx';
import { TitledHead } from '../titles/TitledHead.tsx';
import { whyUntitled } from '../titles/untitled.ts';
import { Stays } from '../translations/Stays.tsx';
import { whyNot } from './acts.ts';
import { isScheduled, readScheduledAfresh } from './scheduled.ts';
import { whenFault } from './when.ts';
import { WhenField } from './WhenField.tsx';

interface Props {
  scheduled: ScheduledPost;
  onDone: () => void;
}

/// Edits an own post in its place while it waits, and when it is published.
export function ScheduledEditor({ scheduled, onDone }: Props) {
  const { post, publish_at: publishAt, poll, event } = scheduled;
  const text = useLaterText();
  const timeZone = useMyself()?.time_zone;
  const [triedAt, setTriedAt] = useState(0);
  const before = lastMoment(event?.begins ?? poll?.closes_at);
  const stood = wallAt(Date.parse(publishAt), timeZone);
  const words: Draft = { ...wordsOf(post), at: stood };
  // What nobody changed is the same moment: a wall tells no seconds.
  const sentOf = (draft: Draft) => ({
    ...editOf(draft),
    publish_at: draft.at === stood ? publishAt : new Date(momentOn(draft.at ?? '', timeZone) ?? 0).toISOString(),
  });
  const { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question } = useEditing(post, words, {
    sentOf,
    send: (version, sent) => api.editScheduledPost({ post: post.id, version, ...sent }),
    onSaved: async () => {
      await readScheduledAfresh();
      onDone();
    },
    onLeave: onDone,
    onStale: readScheduledAfresh,
  });
  useLeftWords({
    post,
    value,
    isUnsaved: editOf(value).body !== editOf(words).body && !saving.isSuccess,
    isThere: () => isScheduled(post.id),
    said: text.scheduled.publishedMeanwhile,
  });
  const isRefused = hasCode(failure, 'invalid_request') && failure.field === '$.publish_at';
  const send = () => {
    const now = Date.now();
    setTriedAt(now);
    if (whenFault(value.at ?? '', { now, timeZone, before }) === undefined) save();
  };
  return (
    <>
      <WritingArea
        label={text.composer.edit}
        tab={post.tab}
        field={field}
        value={value}
        onChange={setValue}
        onSend={send}
        onCancel={leave}
        head={<TitledHead tab={post.tab} value={value} isHeld onChange={setValue} />}
        extra={
          <>
            <Stays of={post} />
            <WhenField
              value={value.at ?? ''}
              before={before}
              isTried={triedAt > 0}
              triedAt={triedAt}
              refusal={isRefused ? text.whenField.refused : undefined}
              onChange={(at) => setValue({ ...value, at })}
            />
          </>
        }
        note={
          isChanged ? (
            <Note tone="info">{text.composer.changedMeanwhile}</Note>
          ) : (
            failure &&
            !isRefused && (
              <Note tone="failure">
                {whyUntitled(post.kind, failure, text) ?? whyNot(failure, scheduled, text)}
                <Reference error={failure} />
              </Note>
            )
          )
        }
      >
        <Button onClick={leave}>{text.app.cancel}</Button>
        <Button look="primary" aria-disabled={!maySave} onClick={send}>
          {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : text.composer.save}
        </Button>
      </WritingArea>
      {question}
    </>
  );
}

const lastMoment = (at: string | undefined): number | undefined => (at === undefined ? undefined : Date.parse(at));
