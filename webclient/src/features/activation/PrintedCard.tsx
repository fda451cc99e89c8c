import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { createMoments } from '../../i18n/moments.ts';
import { type AllWords, loadAllWords } from '../../i18n/text.tsx';
import type { ActivationLink, ManagedAccount } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { addressOf } from './activation.ts';
import styles from './PrintedCard.module.css';
import { Qr } from './Qr.tsx';

/// For whom, with the link that was made.
export interface Card {
  link: ActivationLink;
  account: ManagedAccount;
}

interface Props {
  cards: readonly Card[];
  onPrinted: () => void;
}

const wordsInBoth = async () => ({ nl: await loadAllWords('nl'), en: await loadAllWords('en') });

/// A6 cards for who has no e-mail: they stand beside the page and show only on paper, a page each. In both languages, the
/// person's own first, since nobody can ask which. Not every browser says when it is done: another key prints again.
export function PrintedCards({ cards, onPrinted }: Props) {
  const { organisation, time_zone: zone } = useMe();
  const { data: texts } = useQuery({ queryKey: ['words'], queryFn: wordsInBoth });
  const isReady = texts !== undefined;
  const finish = useEffectEvent(onPrinted);
  // Some browsers come back from print() before they have drawn a page.
  useEffect(() => {
    if (!isReady) return;
    const afterwards = () => finish();
    window.addEventListener('afterprint', afterwards);
    window.print();
    return () => {
      window.removeEventListener('afterprint', afterwards);
    };
  }, [isReady]);
  if (!texts) return null;
  return createPortal(
    <div className={styles.cards} data-printed-card>
      {cards.map(({ link, account }) => (
        <div key={account.person.id} className={styles.card}>
          <p className={styles.organisation}>{`${texts.nl.app.name} · ${organisation}`}</p>
          <p className={styles.name}>{account.person.name}</p>
          <div className={styles.code}>
            <Qr content={addressOf(link)} label="" />
          </div>
          <div className={styles.languages}>
            {(account.language === 'nl' ? [texts.nl, texts.en] : [texts.en, texts.nl]).map((text) => (
              <Words key={text.locale} text={text} account={account} until={createMoments(text, zone).date(link.expires_at)} />
            ))}
          </div>
        </div>
      ))}
    </div>,
    document.body,
  );
}

function Words({ text, account, until }: { text: AllWords; account: ManagedAccount; until: string }) {
  const words = text.activation.card;
  return (
    <div lang={text.locale}>
      <p>{words.scan}</p>
      <p>
        {words.login(location.host)} <strong>{account.personnel_number ?? account.email}</strong>
      </p>
      <p>{words.until(until)}</p>
    </div>
  );
}
