import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { MarkdownTree } from '../../protocol/generated.ts';
import { Markdown } from './Markdown.tsx';

interface Props {
  /// The words for it, when somebody else was faster.
  changed: string | undefined;
  /// What stands there now.
  current: MarkdownTree;
  /// Why saving failed.
  failure: Error | null;
  /// The words for that, where the usual ones say too little.
  why?: string | undefined;
}

/// What happened while one edits.
export function EditingNote({ changed, current, failure, why }: Props) {
  const text = useText();
  if (changed !== undefined) {
    return (
      <Note tone="info">
        {changed}
        <details>
          <summary>{text.composer.showCurrent}</summary>
          <Markdown blocks={current} />
        </details>
      </Note>
    );
  }
  if (!failure) return null;
  return (
    <Note tone="failure">
      {text.composer.saveFailed} {why ?? text.errors[errorKey(failure)]}
      <Reference error={failure} />
    </Note>
  );
}
