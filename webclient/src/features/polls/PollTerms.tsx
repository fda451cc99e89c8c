import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { NewPoll, Poll } from '../../protocol/generated.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import styles from './PollTerms.module.css';

interface Props {
  poll: Poll | NewPoll;
  /// Until when one can vote, as far as that is known by now.
  children: ReactNode;
}

/// What a poll offers that nobody votes in yet: on its way, or held until somebody approves it.
export function PollTerms({ poll, children }: Props) {
  const text = useText();
  return (
    <div className={styles.terms}>
      <ul role="list" className={styles.options}>
        {poll.options.map((option, at) => (
          <li key={at}>{typeof option === 'string' ? option : option.text}</li>
        ))}
      </ul>
      <PostAbout>
        <span>{poll.multiple ? text.polls.several : text.polls.one}</span>
        {poll.anonymous && <span>{text.polls.anonymous}</span>}
        {children}
      </PostAbout>
    </div>
  );
}
