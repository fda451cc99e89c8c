import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { ApiError, errorKey } from '../../protocol/errors.ts';
import type { Department } from '../../protocol/generated.ts';
import { setArchived } from './departments.ts';

const uses = ['people', 'tabs', 'services', 'departments', 'questions'] as const;

/// For a department that is no more. What still keeps it, the server knows.
export function ArchiveButton({ department: { id, name } }: { department: Department }) {
  const { departments: text, errors } = useLaterText();
  const [isAsking, setAsking] = useState(false);
  const archive = async () => {
    try {
      await setArchived(id, true);
      say(text.archivedOne(name));
    } catch (error) {
      const use = error instanceof ApiError ? uses.find((each) => each === error.field) : undefined;
      complain(use ? text.inUse[use] : errors[errorKey(error)]);
    }
  };
  return (
    <div>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {text.archive}
      </Button>
      {isAsking && (
        <Confirm
          title={text.archiveTitle(name)}
          action={text.archive}
          onConfirm={() => void archive()}
          onClose={() => {
            setAsking(false);
          }}
        >
          {text.archiveText}
        </Confirm>
      )}
    </div>
  );
}
