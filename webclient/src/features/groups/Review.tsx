import { useMutation } from '@tanstack/react-query';
import { Button } from '../../design/Button.tsx';
import { complain, say } from '../../design/toast.ts';
import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Group } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { editGroup, formOf } from './changes.ts';
import { halfAYearOn, momentOf, today } from './days.ts';
import styles from './Review.module.css';

interface Props {
  group: Group;
  isOwner: boolean;
  /// Only when owners have something to do.
  onlyDue?: boolean;
  className?: string | undefined;
}

/// When the owners look at the group's purpose again. When that day has come, they say so in one click.
export function Review({ group, isOwner, onlyDue = false, className }: Props) {
  const text = useText();
  const moments = useMoments();
  const { time_zone: timeZone } = useMe();
  useNow();
  const { review_on: day } = group;
  const isDue = isOwner && day !== undefined && day <= today(timeZone);
  const again = useMutation({
    mutationFn: () => editGroup(group, { ...formOf(group), review_on: halfAYearOn(today(timeZone)) }),
    onSuccess: () => {
      say(text.charter.reviewed);
    },
    onError: (error) => {
      complain(text.errors[errorKey(error)]);
    },
  });
  if (day === undefined || (onlyDue && !isDue)) return null;
  const date = moments.date(momentOf(day));
  return (
    <section className={className}>
      <h2>{isDue ? text.charter.isStillRight : text.charter.reviewOn}</h2>
      <p>{isDue ? text.charter.due(date) : date}</p>
      {isDue && (
        <Button
          className={styles.again}
          aria-disabled={again.isPending}
          onClick={() => again.mutate()}
        >
          {text.charter.stillRight}
        </Button>
      )}
    </section>
  );
}
