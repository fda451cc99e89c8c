import { useEffect, useId, useRef } from 'react';
import { Button } from '../../design/Button.tsx';
import { RoomLeft } from '../../design/RoomLeft.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Language, PostKind, TabId } from '../../protocol/generated.ts';
import { MentionArea } from '../mentions/MentionArea.tsx';
import { NewsHeadHere } from '../news/NewsHeadHere.tsx';
import { emptyNews } from '../news/draft.ts';
import { bodyOf, inOther } from '../posts/drafts.ts';
import { roomIn } from '../posts/writing.ts';
import area from '../posts/WritingArea.module.css';
import { TitleField } from '../titles/TitleField.tsx';
import type { TranslationDraft } from './draft.ts';
import { otherThan } from './said.ts';
import styles from './TranslationFields.module.css';

const languages: readonly Language[] = ['nl', 'en'];

interface Props {
  tab: TabId;
  kind: PostKind;
  value: TranslationDraft;
  /// How often one has tried to send it: then what is missing is said, and one goes there.
  tries: number;
  /// Who reads the post, beyond their language.
  about?: string;
  /// It was opened by a button that is gone now.
  takesFocus: boolean;
  onChange: (value: TranslationDraft) => void;
  onDrop?: () => void;
}

/// Where one says the same in the other language: which one that is, the title where its kind takes one, and the text.
export function TranslationFields({ tab, kind, value, tries, about, takesFocus, onChange, onDrop }: Props) {
  const text = useLaterText();
  const { translating: words } = text;
  const { language, title, lead, body } = value;
  const id = useId();
  const part = useRef<HTMLElement>(null);
  const head = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const room = roomIn(bodyOf(inOther(kind, value)));
  useEffect(() => {
    if (!takesFocus) return;
    const first = head.current ?? field.current;
    first?.focus();
    first?.setSelectionRange(first.value.length, first.value.length);
  }, [takesFocus]);
  useEffect(() => {
    if (tries > 0) part.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return (
    <section ref={part} className={styles.also} aria-label={text.translations.in[language]}>
      <Segmented<Language>
        label={words.above}
        showLabel
        value={otherThan(language)}
        choices={languages.map((each) => [each, words.languages[each]] as const)}
        onChange={(above) => onChange({ ...value, language: otherThan(above) })}
      />
      <p className={styles.language}>{text.translations.in[language]}</p>
      {kind === 'news' && (
        <NewsHeadHere
          tab={tab}
          news={{ ...emptyNews, title, lead }}
          tries={tries}
          first={head}
          onChange={(news) => onChange({ ...value, title: news.title, lead: news.lead })}
        />
      )}
      {kind === 'event' && (
        <TitleField
          value={title}
          missing={text.eventFields.titleMissing}
          isTried={tries > 0}
          field={head}
          onChange={(next) => onChange({ ...value, title: next })}
          onEnter={() => field.current?.focus()}
        />
      )}
      <MentionArea
        tab={tab}
        field={field}
        className={area.text}
        lang={language}
        aria-label={words.text[language]}
        aria-invalid={room.left < 0 || undefined}
        aria-describedby={room.left < 0 ? `${id} ${id}-room` : id}
        placeholder={words.text[language]}
        value={body}
        onChange={(next) => onChange({ ...value, body: next })}
      />
      <div className={styles.below}>
        <p id={id} className={styles.about}>
          {[words.readers[language], about].filter(Boolean).join(' ')}
        </p>
        <RoomLeft id={`${id}-room`} room={room} />
        {onDrop && (
          <Button look="quiet" onClick={onDrop}>
            {words.drop[language]}
          </Button>
        )}
      </div>
    </section>
  );
}
