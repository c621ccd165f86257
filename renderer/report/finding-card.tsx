import type { Values } from '@contract/connection';
import type { FactName } from '@contract/finding-facts';
import type { FindingGroup } from '@contract/finding-groups';
import { type FindingCode, findings } from '@contract/findings';
import { formatList } from '@contract/formats';
import type { System } from '@systems/system';
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { CopyButton } from '../components/copy-button';
import { Source } from '../components/source';
import { SupportContact } from '../components/support-contact';
import { proxyToSignInTo } from '../trust/proxy-offer';
import { AddressChoice } from './address-choice';
import styles from './finding-card.module.css';
import { sayNamedFact, useFindingWords } from './finding-texts';
import messageStyles from './message.module.css';
import { namedAddress } from './named-address';
import { ReplaceGuide } from './replace-guide';
import { actionOf } from './situation';

const Remedy = lazy(() => import('../trust/remedy').then((module) => ({ default: module.Remedy })));

interface Props {
  readonly finding: FindingGroup;
  readonly code: FindingCode;
  /** undefined: it is about a store, which belongs to no system. */
  readonly system: System | undefined;
  /** When the test that found it began; undefined while it runs. */
  readonly seen: string | undefined;
  /** The saved connection that a remedy would change; null for a practice connection, and while a test runs. */
  readonly remedyFor: string | null;
  /** True for the card whose action is the thing to do now. */
  readonly first: boolean;
  /** The test just stopped here: the focus moves to this finding's text, right before its action. */
  readonly takesFocus: boolean;
  readonly onChangeValues: () => void;
  /** Opens the values with these among them; absent where an address cannot be chosen. */
  readonly onUseValues?: ((values: Values) => void) | undefined;
  readonly onTestAgain: () => void;
  /** Ids of the alternative requests that this finding leaves open. */
  readonly others: readonly string[];
  readonly onAskOtherwise: (alternative: string) => void;
  /** The product version that this check found. */
  readonly version: string | null;
}

/** One finding in three parts (what happened, whose job it is, what to do), and the request to send. */
export function FindingCard(props: Props) {
  const { finding, code, system, first, onChangeValues, onTestAgain, others } = props;
  const { t } = useTranslation();
  const { language } = useApp();
  const say = useFindingWords();
  const [details, setDetails] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const takesFocus = props.takesFocus && say !== null;
  useLayoutEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  if (say === null) return null;

  const { step, subjects } = finding;
  const { fields = {}, alternatives } = system?.texts[language] ?? {};
  const labelOf = (field: string) => fields[field]?.label ?? field;
  const words = say({ code, subject: step.subject, subjects, facts: step.facts }, system, props.seen);
  const message = words.send ?? null;
  const failed = step.outcome === 'failed';
  const offersRemedy = props.remedyFor !== null || (system === undefined && props.seen !== undefined);
  const signIn = offersRemedy && proxyToSignInTo(code, step.facts) !== null;
  const address = props.onUseValues === undefined ? null : namedAddress(code, step.facts);
  const action = actionOf(words);
  // Where nobody has to act, waiting is what to do, and no button asks to be pressed.
  const kind = first && failed && words.job !== 'nobody' ? 'primary' : 'plain';

  return (
    <article className={styles.card} data-outcome={step.outcome} aria-label={words.title}>
      <h3 ref={title} tabIndex={-1}>
        {words.title}
      </h3>
      <dl>
        {subjects.length === 0 ? null : (
          <>
            <dt>{t('report.about')}</dt>
            <dd>{formatList(language, subjects.map(labelOf))}</dd>
          </>
        )}
        <dt>{t('report.happened')}</dt>
        <dd>{words.happened}</dd>
        <dt>{t('report.whose')}</dt>
        <dd>{words.whose}</dd>
        <dt>{t('report.todo')}</dt>
        <dd>{words.todo}</dd>
      </dl>
      <div className="row">
        {message !== null ? (
          <CopyButton
            text={message}
            what={t('report.requestTitle')}
            kind={action === 'send' && kind === 'primary' && !signIn ? 'primary' : 'plain'}
            size="normal"
          >
            {t('report.copyRequest')}
          </CopyButton>
        ) : null}
        {failed && action === 'change-values' ? (
          <Button kind={address === null ? kind : 'plain'} onPress={onChangeValues}>
            {t('report.changeValues')}
          </Button>
        ) : null}
        {failed && action === 'test-again' ? (
          <Button kind={kind} onPress={onTestAgain}>
            {t('report.testAgain')}
          </Button>
        ) : null}
        <Button aria-expanded={details} onPress={() => setDetails(!details)}>
          {t('common.action.details')}
        </Button>
      </div>
      {message !== null ? (
        <figure className={messageStyles.message} aria-label={t('report.requestTitle')}>
          {message}
        </figure>
      ) : null}
      {address === null || props.onUseValues === undefined ? null : (
        <AddressChoice address={address} label={labelOf(address.field)} onUse={props.onUseValues} />
      )}
      {others.map((id) => (
        <OtherWay key={id} words={alternatives?.[id]} onAsk={() => props.onAskOtherwise(id)} />
      ))}
      {!offersRemedy ? null : (
        <Suspense fallback={null}>
          <Remedy
            connectionId={props.remedyFor}
            code={code}
            facts={step.facts}
            first={kind === 'primary'}
            onTestAgain={onTestAgain}
          />
        </Suspense>
      )}
      {failed ? <SupportContact /> : null}
      {system !== undefined && step.id === 'sign-in' && findings[code].signIn.newCredentials ? (
        <ReplaceGuide system={system} version={props.version} />
      ) : null}
      {details ? (
        <div className={styles.details}>
          <dl>
            <dt>{t('report.code')}</dt>
            <dd className="value">{code}</dd>
            {Object.entries(step.facts).map(([name, fact]) => (
              <Fact
                key={name}
                // A stored report may come from a newer version, with facts that have no texts here.
                label={t(`report.fact.${name as FactName}`, { defaultValue: name })}
                said={
                  typeof fact === 'string' && isField(name)
                    ? labelOf(fact)
                    : sayNamedFact(language, name, fact)
                }
              />
            ))}
            {words.sources.length === 0 ? null : (
              <>
                <dt>{t('common.sources.title')}</dt>
                <dd>
                  {words.sources.map((source) => (
                    <p key={source.line}>
                      <Source source={source} />
                    </p>
                  ))}
                </dd>
              </>
            )}
          </dl>
        </div>
      ) : null}
    </article>
  );
}

interface OtherWayProps {
  readonly words: { readonly offer: string; readonly action: string } | undefined;
  readonly onAsk: () => void;
}

/** An alternative request, sent only on its own click; it says what would be sent. */
function OtherWay({ words, onAsk }: OtherWayProps) {
  if (words === undefined) return null;
  return (
    <section className={styles.otherWay} aria-label={words.action}>
      <p className="small">{words.offer}</p>
      <Button size="small" onPress={onAsk}>
        {words.action}
      </Button>
    </section>
  );
}

/** Facts whose value may be a field id. */
const isField = (name: string): boolean => name === 'field' || name === 'other';

function Fact({ label, said }: { readonly label: string; readonly said: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="value">{said}</dd>
    </>
  );
}
