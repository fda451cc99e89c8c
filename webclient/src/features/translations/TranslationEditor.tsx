import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLanguage, useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { Post } from '../../protocol/generated.ts';
import { Clamp } from '../posts/Clamp.tsx';
import { EditingNote } from '../posts/EditingNote.tsx';
import { bodyOf, hasItsTitle, inOther, translationWordsOf } from '../posts/drafts.ts';
import { Markdown } from '../posts/Markdown.tsx';
import { useEditing } from '../posts/useEditing.ts';
import writing from '../posts/WritingArea.module.css';
import { isTitled } from '../titles/titled.ts';
import { TitledText } from '../titles/TitledText.tsx';
import { whyUntitled } from '../titles/untitled.ts';
import { learnTranslated } from './actions.ts';
import { emptyTranslation, type TranslationDraft } from './draft.ts';
import { otherThan } from './said.ts';
import { TranslationFields } from './TranslationFields.tsx';

/// What is written, and what it was written for: when that changes meanwhile, it is said too.
type Words = TranslationDraft & { original: string };

/// Says an own post in its other language, below what it says.
export function TranslationEditor({ post, onDone }: { post: Post; onDone: () => void }) {
  const text = useLaterText();
  const own = useLanguage();
  const [tries, setTries] = useState(0);
  const words: Words = { ...(translationWordsOf(post) ?? emptyTranslation(otherThan(own))), original: post.body };
  const sentOf = ({ original, ...translation }: Words) => {
    const other = inOther(post.kind, translation);
    return { language: translation.language, body: hasItsTitle(other) ? bodyOf(other) : '', original };
  };
  const { value, setValue, saving, failure, isChanged, maySave, save, leave, question } = useEditing(post, words, {
    sentOf,
    send: (version, { language, body }) => api.translatePost({ post: post.id, version, language, body }),
    onSaved: (edited) => {
      learnTranslated(edited);
      onDone();
    },
    onLeave: onDone,
    onStale: async () => {
      learnTranslated((await api.getPost({ post: post.id })).view.post);
    },
  });
  const isUntitled = !hasItsTitle(inOther(post.kind, value));
  const send = () => {
    if (isUntitled) setTries(tries + 1);
    else save();
  };
  return (
    <>
      <Clamp>
        <div lang={otherThan(value.language)}>{isTitled(post.kind) ? <TitledText blocks={post.blocks} /> : <Markdown blocks={post.blocks} />}</div>
      </Clamp>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc and Ctrl+Enter, from any field in it */}
      <div
        className={writing.writing}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        <TranslationFields
          tab={post.tab}
          kind={post.kind}
          value={value}
          tries={tries}
          takesFocus
          onChange={(next) => setValue({ ...value, ...next })}
        />
        <EditingNote
          changed={isChanged ? text.composer.changedMeanwhile : undefined}
          current={post.translation?.blocks ?? post.blocks}
          failure={failure}
          why={whyUntitled(post.kind, failure, text)}
        />
        <footer className={writing.footer}>
          <div className={writing.buttons}>
            <Button onClick={leave}>{text.app.cancel}</Button>
            <Button look="primary" aria-disabled={!maySave && !isUntitled} onClick={send}>
              {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : text.composer.save}
            </Button>
          </div>
        </footer>
      </div>
      {question}
    </>
  );
}
