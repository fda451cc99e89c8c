import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Select } from '../../design/Select.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useAudience } from '../groups/audience.ts';
import { useGroups, useTab } from '../groups/groups.ts';
import { move, type Question, whyAsked } from './actions.ts';
import { haveOthersSpoken, type Target, targetsFor, widens } from './targets.ts';

interface Props {
  view: PostView;
  onClose: () => void;
}

/// Where a post goes, and who reads it there. When that is more people than before, it goes there only once its author has
/// heard so.
export function MoveDialog({ view, onClose }: Props) {
  const { post } = view;
  const { moving } = useLaterText();
  const me = useMe().person.id;
  const [first, ...others] = targetsFor(post, useGroups(), me);
  return (
    <Dialog title={moving.title} onClose={onClose}>
      {first ? (
        <Choice view={view} isOwn={post.author === me} targets={[first, ...others]} onClose={onClose} />
      ) : (
        <Note tone="info">{moving.nowhere}</Note>
      )}
    </Dialog>
  );
}

interface ChoiceProps extends Props {
  isOwn: boolean;
  targets: readonly [Target, ...Target[]];
}

function Choice({ view, isOwn, targets, onClose }: ChoiceProps) {
  const { post } = view;
  const text = useLaterText();
  const { moving } = text;
  const form = useRef<HTMLFormElement>(null);
  const [group, setGroup] = useState(() => (targets.find((each) => each.group.group.id === post.group) ?? targets[0]).group.group.id);
  const [tab, setTab] = useState<number>();
  const [isTried, setTried] = useState(false);
  const [asked, setAsked] = useState<Question>();
  const [isBusy, setBusy] = useState(false);
  const target = targets.find((each) => each.group.group.id === group) ?? targets[0];
  const chosen = target.tabs.find((each) => each.tab.id === tab);
  const from = useTab(post.group, post.tab)?.tab.tab;
  // It may be known before the server says so.
  const isKnown = isOwn && from && chosen && widens(from, chosen.tab) && haveOthersSpoken(view);
  const question = isKnown ? 'comments' : asked;
  const isToBeSaid = question === 'wider' && isOwn;
  const isRefused = question !== undefined && !isToBeSaid;
  const audience = useAudience(target.group, chosen);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);

  const choose = (nextGroup: number, nextTab: number | undefined) => {
    setGroup(nextGroup);
    setTab(nextTab);
    setAsked(undefined);
  };
  const submit = async () => {
    setTried(true);
    if (!chosen || isBusy || isRefused) return;
    setBusy(true);
    const outcome = await move(post, { group: target.group, tab: chosen }, isToBeSaid, text);
    if (outcome === 'moved') onClose();
    else {
      setAsked(outcome === 'failed' ? undefined : outcome);
      setBusy(false);
    }
  };

  return (
    <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
      {!isOwn && <p>{moving.ofSomebodyElse}</p>}
      {targets.length > 1 && (
        <Select
          label={moving.group}
          value={String(target.group.group.id)}
          choices={targets.map(({ group: { group: each } }) => [String(each.id), each.name] as const)}
          onChange={(id) => {
            choose(Number(id), undefined);
          }}
        />
      )}
      <Select
        label={moving.tab(target.group.group.name)}
        value={chosen ? String(chosen.tab.id) : ''}
        choices={[['', moving.choose], ...target.tabs.map(({ tab: each }) => [String(each.id), each.name] as const)]}
        error={isTried && !chosen ? moving.missing : undefined}
        onChange={(id) => {
          choose(target.group.group.id, id === '' ? undefined : Number(id));
        }}
      />
      {audience !== undefined && (
        <Note tone="info">
          <p>{audience}.</p>
          <p>{moving.goesAlong}</p>
          {post.pinned_at !== undefined && <p>{moving.unpinned}</p>}
        </Note>
      )}
      {question && <Note tone="failure">{whyAsked(question, post, isOwn, text)}</Note>}
      <footer className={styles.answers}>
        <Button onClick={onClose}>{text.app.cancel}</Button>
        <Button type="submit" look="primary" aria-disabled={isBusy || isRefused}>
          {isToBeSaid ? moving.anyway : moving.submit}
        </Button>
      </footer>
    </Form>
  );
}
