import { Languages } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { arrivals, type Draft, hasItsTitle } from '../posts/drafts.ts';
import { kindOf } from '../posts/outbox.ts';
import { emptyTranslation, type TranslationDraft } from './draft.ts';
import { otherThan } from './said.ts';

const TranslationFields = lazy(async () => ({ default: (await import('./TranslationFields.tsx')).TranslationFields }));

interface Props {
  tab: TabId;
  draft: Draft;
  /// Which text it is: another one that one goes on with has another translation.
  sheet: number;
  /// How often one has tried to send what is not complete.
  tries: number;
  /// Who reads it.
  about: string;
  onChange: (draft: Draft) => void;
}

/// Beside what one writes: the way to say it in the other language too, and where one does. What was written there is found
/// again by whoever closes it.
export function TranslationPart({ tab, draft, sheet, tries, about, onChange }: Props) {
  const { translations: text } = useText();
  const own = useLanguage();
  const { translation } = draft;
  const isOpen = translation !== undefined;
  const opener = useRef<HTMLButtonElement>(null);
  // Put aside here, of this text: what arrives from another device, or is emptied there, is another one.
  const arrival = useStore(arrivals, (all) => all.get(tab) ?? 0);
  const [aside, setAside] = useState<{ sheet: number; arrival: number; translation: TranslationDraft }>();
  // The focus follows what the person did; what is there at the start does not take it.
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isAsked && !isOpen) opener.current?.focus();
  }, [isAsked, isOpen]);

  if (!translation) {
    const isOfThis = aside?.sheet === sheet && aside.arrival === arrival;
    const next = isOfThis ? aside.translation : emptyTranslation(otherThan(own));
    return (
      <div>
        <Button
          ref={opener}
          look="quiet"
          icon={<Languages size={18} aria-hidden />}
          onClick={() => {
            setAsked(true);
            onChange({ ...draft, translation: next });
          }}
        >
          {text.also[next.language]}
        </Button>
      </div>
    );
  }
  const drop = () => {
    const rest = { ...draft };
    delete rest.translation;
    setAsked(true);
    setAside({ sheet, arrival, translation });
    onChange(rest);
  };
  return (
    <Suspense>
      <TranslationFields
        tab={tab}
        kind={kindOf(draft)}
        value={translation}
        // First what is missing above: there one goes.
        tries={hasItsTitle(draft) ? tries : 0}
        about={about}
        takesFocus={isAsked}
        onChange={(next) => onChange({ ...draft, translation: next })}
        onDrop={drop}
      />
    </Suspense>
  );
}
