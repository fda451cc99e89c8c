import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { ImportDone, PersonId } from '../../protocol/generated.ts';
import { type Card, PrintedCards } from '../activation/PrintedCard.tsx';
import styles from './ImportPage.module.css';
import { makeLinks } from './importing.ts';
import { Working } from './Working.tsx';

/// What was done, and the way in for those whom no mail reaches.
export function Done({ done, onAnother }: { done: ImportDone; onAnother: () => void }) {
  const text = useLaterText();
  const words = text.peopleImport;
  const { without_email: people } = done;
  const [made, setMade] = useState(0);
  const [printing, setPrinting] = useState(0);
  const making = useMutation({
    mutationFn: () => cardsOf(people, setMade),
    onSuccess: () => setPrinting(1),
    onError: (error) => complain(text.errors[errorKey(error)]),
  });
  return (
    <section className={styles.plan}>
      <Note tone="info">{words.done(done.added, done.changed)}</Note>
      {people.length > 0 && (
        <>
          <p>{words.withoutEmail(people.length)}</p>
          <p className={styles.muted}>{words.cardsHint}</p>
          {making.isPending && <Working>{words.makingCards(made, people.length)}</Working>}
        </>
      )}
      <div className={styles.answers}>
        {people.length > 0 && (
          <Button
            look="primary"
            icon={<Printer size={18} aria-hidden />}
            aria-disabled={making.isPending}
            onClick={() => {
              if (making.data) setPrinting(printing + 1);
              else making.mutate();
            }}
          >
            {words.makeCards(people.length)}
          </Button>
        )}
        <Link to="/admin/people" className={buttonClass('secondary')}>
          {words.toPeople}
        </Link>
        <Button onClick={onAnother}>{words.another}</Button>
      </div>
      {printing > 0 && making.data && <PrintedCards key={printing} cards={making.data} onPrinted={() => setPrinting(0)} />}
    </section>
  );
}

/// The links first: who has no account to show on the card has none to print.
async function cardsOf(people: readonly PersonId[], onMade: (made: number) => void): Promise<Card[]> {
  const links = await makeLinks(people, onMade);
  const cards: Card[] = [];
  for (const { person, link } of links) cards.push({ link, account: await api.getAccount({ person }) });
  return cards;
}
