import type { Note, NoteCode } from '@systems/notes';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

/** Notes whose repair takes something away; the others write the value another way. */
const removals: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'outer-blanks',
  'inner-blanks',
  'line-breaks',
  'invisible-characters',
  'smart-quotes',
  'pasted-label',
  'address-has-fragment',
]);

interface Props {
  readonly id: string;
  readonly notes: readonly Note[];
  /** How the thing a note is about is called on screen. */
  readonly nameOf: (other: string) => string;
  readonly onRepair: (note: Note) => void;
  readonly onKeep: (note: Note) => void;
  /** Shows what would be left; never for a secret. */
  readonly showRepaired: boolean;
}

/** What there is to say about a value, beside it, with the way to put it right. Nothing is changed unasked. */
export function FieldNotes({ id, notes, nameOf, onRepair, onKeep, showRepaired }: Props) {
  const { t } = useTranslation();
  return (
    <div id={id} className="stack-close" role="alert">
      {notes.map((note) => {
        const removes = removals.has(note.code);
        return (
          <div key={note.code} className="note" data-severity={note.severity}>
            <TriangleAlert size={18} aria-hidden />
            <div>
              <p>
                {t(`common.note.${note.code}`, { other: note.other === undefined ? '' : nameOf(note.other) })}
              </p>
              {note.repaired !== undefined && showRepaired ? (
                <p className="hint">
                  {t(removes ? 'common.field.wouldBe' : 'common.field.wouldBeNormal')}
                  <span className="value">{note.repaired}</span>
                </p>
              ) : null}
              {note.repaired === undefined ? null : (
                <div className="row">
                  <Button size="small" onPress={() => onRepair(note)}>
                    {t(removes ? 'common.action.remove' : 'common.action.putRight')}
                  </Button>
                  {note.severity === 'warns' ? (
                    <Button size="small" kind="quiet" onPress={() => onKeep(note)}>
                      {t('common.action.keep')}
                    </Button>
                  ) : null}
                </div>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
