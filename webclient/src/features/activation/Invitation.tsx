import { useMutation } from '@tanstack/react-query';
import { Copy, Link2, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { ActivationLink, ManagedAccount } from '../../protocol/generated.ts';
import { Section } from '../accounts/Section.tsx';
import { readAfresh } from '../managed_accounts/accounts.ts';
import { addressOf, makeActivation, withdrawActivation } from './activation.ts';
import styles from './Invitation.module.css';
import { PrintedCards } from './PrintedCard.tsx';
import { Qr } from './Qr.tsx';

/// The way in for who has no password yet, or forgot it. The link is shown once: nobody can look it up again.
export function Invitation({ account }: { account: ManagedAccount }) {
  const text = useLaterText();
  const words = text.activation;
  const moments = useMoments();
  const { person, invited_until: until } = account;
  const making = useMutation({
    mutationFn: () => makeActivation(person.id),
    onSuccess: () => void readAfresh(person.id),
    onError: (error) => complain(text.errors[errorKey(error)]),
  });
  const withdraw = async () => {
    try {
      await withdrawActivation(person.id);
      making.reset();
      say(words.withdrawn);
      await readAfresh(person.id);
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <Section title={words.title} hint={account.state === 'waiting' ? words.hint(person.name) : words.resetHint(person.name)}>
      {making.data ? (
        <Made link={making.data} account={account} />
      ) : (
        until !== undefined && <p>{words.pending(moments.exact(until))}</p>
      )}
      <div className={styles.answers}>
        <Button
          look={making.data || until !== undefined ? 'secondary' : 'primary'}
          icon={<Link2 size={18} aria-hidden />}
          aria-disabled={making.isPending}
          onClick={() => making.mutate()}
        >
          {until === undefined ? words.make : words.makeAnother}
        </Button>
        {until !== undefined && <Button onClick={withdraw}>{words.withdraw}</Button>}
      </div>
    </Section>
  );
}

function Made({ link, account }: { link: ActivationLink; account: ManagedAccount }) {
  const text = useLaterText();
  const words = text.activation;
  const moments = useMoments();
  const [printing, setPrinting] = useState(0);
  const address = addressOf(link);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      say(text.post.copied);
    } catch {
      complain(text.post.copyFailed);
    }
  };
  return (
    <div className={styles.made}>
      <Qr content={address} label={words.qr(account.person.name)} />
      <div className={styles.about}>
        <code className={styles.address}>{address}</code>
        <div className={styles.answers}>
          <Button icon={<Copy size={18} aria-hidden />} onClick={copy}>
            {text.post.copyLink}
          </Button>
          <Button icon={<Printer size={18} aria-hidden />} onClick={() => setPrinting(printing + 1)}>
            {words.print}
          </Button>
        </div>
      </div>
      <div className={styles.note}>
        <Note tone="info">{words.once(moments.exact(link.expires_at))}</Note>
      </div>
      {printing > 0 && <PrintedCards key={printing} cards={[{ link, account }]} onPrinted={() => setPrinting(0)} />}
    </div>
  );
}
