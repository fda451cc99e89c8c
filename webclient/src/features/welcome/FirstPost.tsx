import { useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { router } from '../../app/router.tsx';
import { useVisibility } from '../groups/audience.ts';
import type { Draft } from '../posts/drafts.ts';
import { post } from '../posts/outbox.ts';
import { canSend, cleaned } from '../posts/writing.ts';
import { WritingArea } from '../posts/WritingArea.tsx';
import type { Place } from './welcome.ts';
import styles from './Welcome.module.css';

/// A first word, in a place where nothing is at stake. It then stands before its writer.
export function FirstPost({ place: { group, tab }, onDone }: { place: Place; onDone: () => void }) {
  const text = useLaterText();
  const [draft, setDraft] = useState<Draft>({ body: '', mark: tab.tab.default_mark });
  const about = useVisibility(group, tab, draft.mark);
  const isSent = useRef(false); // a second press comes before this has left the screen
  const send = () => {
    if (!canSend(draft.body) || isSent.current) return;
    isSent.current = true;
    post(group.group.id, { tab: tab.tab.id, body: cleaned(draft.body), mark: draft.mark });
    void router.navigate({ to: '/g/$group/$tab', params: { group: String(group.group.id), tab: String(tab.tab.id) } });
    onDone();
  };
  return (
    <>
      <p className={styles.lead}>{text.welcome.firstLead(text.home.place(group.group.name, tab.tab.name))}</p>
      <section aria-label={text.composer.label} className={styles.writing}>
        <WritingArea
          label={text.composer.body}
          placeholder={text.welcome.placeholder}
          tab={tab.tab.id}
          value={draft}
          onChange={setDraft}
          onSend={send}
          onCancel={onDone}
          about={about}
        >
          <Button look="primary" aria-disabled={!canSend(draft.body)} onClick={send}>
            {text.composer.submit}
          </Button>
        </WritingArea>
      </section>
    </>
  );
}
