import type { Environment } from '@contract/connection';
import type { FoundValue } from '@systems/read-reply';
import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { DOTS, PlainSecret } from '../components/plain-secret';
import { RevealButton } from '../components/reveal-button';
import { useShownSecret } from '../components/use-shown-secret';
import styles from './reply-choice.module.css';

const LEFT_OUT = 'none';

interface Props {
  readonly label: string;
  readonly secret: boolean;
  readonly candidates: readonly FoundValue[];
  readonly environment: Environment | null;
  readonly nameOf: (value: string) => string;
  /** Null if the only candidate is left out; undefined if nothing was decided. */
  readonly chosen: string | null | undefined;
  readonly onChoose: (value: string | null) => void;
  /** Focus the first choice, if nothing else needs the user. */
  readonly autoFocus: boolean;
}

/**
 * Several candidates for a field, or one we are not sure about. Candidates are told apart by where they stand in the
 * reply, so that secrets need not be revealed to choose; one at a time can be, briefly.
 */
export function ReplyChoice({
  label,
  secret,
  candidates,
  environment,
  nameOf,
  chosen,
  onChoose,
  autoFocus,
}: Props) {
  const { t } = useTranslation();
  const shown = useShownSecret(label);
  const [opened, setOpened] = useState<number | null>(null);
  const selected = candidates.findIndex(({ value }) => value === chosen);
  const isOnly = candidates.length === 1;
  const whereOf = ({ heading, part }: FoundValue, index: number): string => {
    const where = [
      ...(heading === '' ? [] : [t('wizard.paste.under', { heading })]),
      ...(part === '' ? [] : [part === '>' ? t('wizard.paste.quoted') : t('wizard.paste.older', { part })]),
    ];
    return where.length > 0
      ? where.join(' · ')
      : t('wizard.paste.place', { number: index + 1, count: candidates.length });
  };

  return (
    <RadioGroup
      className="choices"
      // Indexes, not values: a secret is not in the DOM until it is revealed.
      value={selected >= 0 ? String(selected) : isOnly && chosen === null ? LEFT_OUT : null}
      onChange={(index) => {
        if (index === LEFT_OUT) onChoose(null);
        const candidate = candidates[Number(index)];
        if (candidate !== undefined) onChoose(candidate.value);
      }}
    >
      <Label className="label">
        {t(isOnly ? 'wizard.paste.whether' : 'wizard.paste.which', { field: label })}
      </Label>
      <div className="choice-list">
        {candidates.map((candidate, index) => {
          const where = whereOf(candidate, index);
          const isShown = secret && opened === index && shown.shown !== null;
          const hints = [
            ...(secret ? [] : [where]),
            ...(candidate.reading === 'plain' ? [] : [t(`wizard.paste.readings.${candidate.reading}`)]),
          ];
          return (
            <div className={styles.candidate} key={candidate.value}>
              <Radio value={String(index)} className="choice" autoFocus={autoFocus && index === 0}>
                <span>
                  <strong className={secret ? '' : 'value'}>
                    {secret ? where : nameOf(candidate.value)}
                  </strong>
                  {hints.length === 0 ? null : <span className="hint">{hints.join(' · ')}</span>}
                  {candidate.suggested && environment !== null ? (
                    <span className="hint accent">{t(`wizard.paste.suggested.${environment}`)}</span>
                  ) : null}
                  {!secret ? null : isShown ? (
                    <PlainSecret text={shown.shown ?? ''} />
                  ) : (
                    <span className="value masked" aria-hidden>
                      {DOTS}
                    </span>
                  )}
                </span>
              </Radio>
              {secret ? (
                <span className="row">
                  <RevealButton
                    what={`${label}, ${where}`}
                    isShown={isShown}
                    secondsLeft={isShown ? shown.secondsLeft : null}
                    onPress={() => {
                      if (isShown) shown.hide();
                      else {
                        setOpened(index);
                        shown.show(candidate.value, 30);
                      }
                    }}
                  />
                </span>
              ) : null}
            </div>
          );
        })}
        {isOnly ? (
          <Radio value={LEFT_OUT} className="choice">
            <strong>{t('wizard.paste.leave')}</strong>
          </Radio>
        ) : null}
      </div>
    </RadioGroup>
  );
}

/** Headings with one value each for more than one field, which can then all be chosen at once. */
export function sharedHeadings(
  doubts: readonly { readonly field: string; readonly candidates: readonly FoundValue[] }[],
): readonly { readonly heading: string; readonly values: Readonly<Record<string, string>> }[] {
  const headings = new Set(doubts.flatMap(({ candidates }) => candidates.map(({ heading }) => heading)));
  return [...headings].flatMap((heading) => {
    const values = Object.fromEntries(
      doubts.flatMap(({ field, candidates }) => {
        const [only, ...others] = candidates.filter((each) => each.heading === heading);
        return only === undefined || others.length > 0 ? [] : [[field, only.value]];
      }),
    );
    return heading === '' || Object.keys(values).length < 2 ? [] : [{ heading, values }];
  });
}
