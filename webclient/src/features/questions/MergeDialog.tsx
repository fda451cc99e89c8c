import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import formStyles from '../../design/DialogForm.module.css';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { EqualQuestions } from './EqualQuestions.tsx';
import styles from './MergeDialog.module.css';
import { equalsQuery, merge, type Refusal } from './merging.ts';
import { isMerged, isOpen } from './question.ts';

/// `limits::search`
const longest = 80;

interface Props {
  view: PostView;
  onClose: () => void;
}

/// With which question this one asks the same, and what becomes of both.
export function MergeDialog({ view, onClose }: Props) {
  const text = useLaterText();
  const { merging } = text;
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const found = useQuery({ ...equalsQuery(view.post.id, search), placeholderData: keepPreviousData });
  const [choice, setChoice] = useState<PostId>();
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const items = found.data?.items ?? [];
  // What is not shown any more is not chosen either.
  const chosen = items.find(({ post }) => post.id === choice);

  // Somebody else was faster.
  const isLate = !isBusy && !(view.question && isOpen(view.question) && !isMerged(view.question));
  const isRefused = isBusy || isLate || refusal !== undefined;

  const submit = async () => {
    setTried(true);
    if (!chosen || isRefused) return;
    setBusy(true);
    const outcome = await merge(view, chosen.post.id, text);
    if (outcome === 'merged') onClose();
    else {
      setRefusal(outcome === 'failed' ? undefined : outcome);
      setBusy(false);
    }
  };

  return (
    <Dialog title={merging.title} onClose={onClose}>
      <div className={formStyles.form}>
        <p>{merging.lead}</p>
        {(view.question?.merged ?? 0) > 0 && <p>{merging.goAlong}</p>}
        {/* Outside of the form: whoever presses Enter here searches. */}
        <Field
          label={merging.search}
          type="search"
          autoComplete="off"
          maxLength={longest}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          after={<Search size={18} aria-hidden className={styles.glass} />}
        />
        <Form className={formStyles.form} onSubmit={() => void submit()}>
          {items.length > 0 && (
            <EqualQuestions
              items={items}
              chosen={chosen?.post.id}
              onChoose={(post) => {
                setChoice(post);
                setRefusal(undefined);
              }}
            />
          )}
          {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
          <p role="status" className={styles.status}>
            {found.isPending && merging.loading}
            {found.data && items.length === 0 && (search === '' ? merging.none : merging.noneFound(search))}
            {chosen?.question && !isOpen(chosen.question) && merging.hasAnswer}
          </p>
          {isTried && !chosen && !refusal && items.length > 0 && <Note tone="failure">{merging.missing}</Note>}
          {refusal && <Note tone="failure">{merging[refusal]}</Note>}
          {isLate && <Note tone="failure">{text.questions.changedMeanwhile}</Note>}
          <footer className={formStyles.answers}>
            <Button onClick={onClose}>{text.app.cancel}</Button>
            <Button type="submit" look="primary" aria-disabled={isRefused || items.length === 0}>
              {merging.submit}
            </Button>
          </footer>
        </Form>
      </div>
    </Dialog>
  );
}
