import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';

/// Whoever broke the glass sees it as long as they are in.
export function OwnEmergency({ until }: { until: string }) {
  const text = useLaterText();
  return <Note tone="info">{text.emergency.own(useMoments().time(Date.parse(until)))}</Note>;
}
