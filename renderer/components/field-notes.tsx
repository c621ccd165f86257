import type { Note, NoteCode } from '@systems/notes';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import styles from './field-notes.module.css';
import { AboutField } from './field-problem';

/** Notes whose fix removes something; the other fixes rewrite the value. */
const removals: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'outer-blanks',
  'inner-blanks',
  'line-breaks',
  'invisible-characters',
  'smart-quotes',
  'pasted-label',
  'address-has-fragment',
]);

/** Notes whose fix is another address, labelled by what it is. */
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
  /** The name of a note's subject on screen. */
  readonly nameOf: (other: string) => string;
  /** Accepts the note's suggested value, or another that it offers. */
  readonly onRepair: (repaired: string) => void;
  readonly onKeep: (note: Note) => void;
  /** Shows the resulting value; never for a secret. */
  readonly showRepaired: boolean;
  /** The system's own words, by `Note.words`. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  /** Lets every warning be dismissed, not only those with a fix. */
  readonly decide?: boolean;
}

/** Remarks about a value, shown beside it with their fixes. Nothing changes unasked. */
export function FieldNotes(props: Props) {
  const { id, notes, nameOf, onRepair, onKeep, showRepaired, words, decide = false } = props;
  const { t } = useTranslation();
  // With two addresses to choose from, the button's name must say which.
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
