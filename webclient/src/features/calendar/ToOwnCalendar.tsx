import { CalendarPlus } from 'lucide-react';
import { buttonClass } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { filledIn } from '../../protocol/client.ts';
import { files, type PostId } from '../../protocol/generated.ts';

/// The event as a file, which the calendar of the device opens.
export function ToOwnCalendar({ post }: { post: PostId }) {
  const { calendar } = useLaterText();
  return (
    <a href={filledIn(files.getEventFile, { post })} download className={buttonClass('quiet')}>
      <CalendarPlus size={18} aria-hidden />
      {calendar.toOwnCalendar}
    </a>
  );
}
