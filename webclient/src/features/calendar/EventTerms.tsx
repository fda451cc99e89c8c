import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { EventPlan } from '../../protocol/generated.ts';
import { PostAbout } from '../posts/PostAbout.tsx';

interface Props {
  plan: EventPlan;
  /// What else there is to know of when it is.
  note?: string | undefined;
}

/// When and where people come together, of what nobody answers here: on its way, held until somebody approves it, or moved.
export function EventTerms({ plan: { begins, ends, place, places }, note }: Props) {
  const text = useText();
  const moments = useMoments();
  const now = useNow();
  return (
    <PostAbout>
      <time dateTime={begins} title={moments.exact(begins)}>
        {moments.span(begins, ends, now)}
      </time>
      {note !== undefined && <span>{note}</span>}
      {place !== '' && <span>{place}</span>}
      {places !== undefined && <span>{text.eventWriting.places(places)}</span>}
    </PostAbout>
  );
}
