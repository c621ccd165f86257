import type { Note, NoteCode } from '@systems/notes';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import styles from './field-notes.module.css';
import { AboutField } from './field-problem';

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

/** Notes whose repair is another address, shown as what it is. */
const innerAddresses: Partial<Record<NoteCode, 'addressBehind' | 'addressInner'>> = {
  'guard-link': 'addressBehind',
  'address-within': 'addressInner',
  'address-inside': 'addressInner',
};

interface Props {
  readonly id: string;
  /** Of the field: the notes are said when they appear, wherever the focus is then. */
  readonly label: string;
  readonly notes: readonly Note[];
  /** How the thing a note is about is called on screen. */
  readonly nameOf: (other: string) => string;
  /** Takes the note's repaired value, or another one that it offers. */
  readonly onRepair: (repaired: string) => void;
  readonly onKeep: (note: Note) => void;
  /** Shows what would be left; never for a secret. */
  readonly showRepaired: boolean;
  /** The system's own words, by `Note.words`. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  /** Lets every warning be set aside, not only those with something to repair. */
  readonly decide?: boolean;
}

/** What there is to say about a value, beside it, with the way to put it right. Nothing is changed unasked. */
export function FieldNotes(props: Props) {
  const { id, notes, nameOf, onRepair, onKeep, showRepaired, words, decide = false } = props;
  const { t } = useTranslation();
  // Of two addresses to choose from, the button's name must say which.
  const named = (address: string) => `${t('common.action.takeAddress')} ${address}`;
  return (
    <div id={id} className="stack-close" role="alert">
      {notes.map((note, index) => {
        const removes = removals.has(note.code);
        const own = note.words === undefined ? undefined : words?.[note.words];
        const other = note.other === undefined ? '' : nameOf(note.other);
        const { repaired, instead } = note;
        const repairs = repaired !== undefined;
        const inner = innerAddresses[note.code];
        return (
          <div key={`${note.code} ${note.words ?? ''}`} className="note" data-severity={note.severity}>
            <TriangleAlert size={18} aria-hidden />
            <div>
              <p>
                {index === 0 ? <AboutField label={props.label} /> : null}
                {own?.replaceAll('{{other}}', other) ?? t(`common.note.${note.code}`, { other })}
              </p>
              {repairs && showRepaired ? (
                <p className="hint">
                  {t(
                    inner !== undefined
                      ? `common.field.${inner}`
                      : removes
                        ? 'common.field.wouldBe'
                        : 'common.field.wouldBeNormal',
                  )}
                  <span className="value">{repaired}</span>
                </p>
              ) : null}
              {!repairs && !(decide && note.severity === 'warns') ? null : (
                <div className="row">
                  {repairs ? (
                    <Button
                      size="small"
                      {...(inner === undefined ? {} : { 'aria-label': named(repaired) })}
                      onPress={() => onRepair(repaired)}
                    >
                      {t(
                        inner !== undefined
                          ? 'common.action.takeAddress'
                          : removes
                            ? 'common.action.remove'
                            : 'common.action.putRight',
                      )}
                    </Button>
                  ) : null}
                  {note.severity === 'warns' ? (
                    <Button size="small" kind="quiet" onPress={() => onKeep(note)}>
                      {t('common.action.keep')}
                    </Button>
                  ) : null}
                </div>
              )}
              {instead === undefined ? null : (
                <div className={styles.second}>
                  <p className="hint">
                    {t('common.field.addressOuter')}
                    <span className="value">{instead}</span>
                  </p>
                  <div className="row">
                    <Button size="small" aria-label={named(instead)} onPress={() => onRepair(instead)}>
                      {t('common.action.takeAddress')}
                    </Button>
                  </div>
                </div>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
