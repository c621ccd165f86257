import type { SystemId, WizardStep } from '@contract/connection';
import type { Language } from '@contract/languages';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import { systemById } from '@systems/catalogue';
import type { TFunction } from 'i18next';
import { Check } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { EnvironmentTag } from '../components/environment-tag';
import { Heading } from '../components/heading';
import { keptWhere } from '../components/kept-where';
import { LanguageSwitch } from '../components/language-switch';
import { PracticeBanner } from '../components/practice-banner';
import styles from './frame.module.css';
import { stepLabel } from './step-label';
import { type Draft, wizardSteps } from './wizard-state';

interface Props {
  readonly step: WizardStep;
  readonly draft: Draft;
  /** The steps reachable from here; none before the connection exists. */
  readonly onStep: ((step: WizardStep) => void) | null;
  readonly heading: string;
  readonly lead: string;
  /** Changes with the screen; the heading then takes the focus. */
  readonly focusOn: string;
  /** Where the heading changes under the focus and nothing else says so: a new key makes it a new object, which is read. */
  readonly headingKey?: string;
  readonly help?: ReactNode;
  /** Enter in a field acts like the Continue button. */
  readonly onEnter?: () => void;
  readonly children: ReactNode;
  /** Back on the left, Continue on the right. */
  readonly footLeft: ReactNode;
  readonly footRight: ReactNode;
}

/** The frame of every step: rail, heading, one column, help beside it, footer. */
export function Frame(props: Props) {
  const { t } = useTranslation();
  const { step, draft } = props;
  const { protection, language } = useApp();
  const number = wizardSteps.indexOf(step) + 1;
  const stepName = stepLabel(t, step, systemById(draft.system));
  return (
    <div className={styles.frame}>
      <Rail step={step} draft={draft} onStep={props.onStep} />
      <div className={styles.page}>
        <header>
          <div className={styles.top}>
            <span className={styles.place}>
              <strong>{titleOf(t, language, draft)}</strong>
              {draft.environment === null ? null : <EnvironmentTag environment={draft.environment} />}
            </span>
            <LanguageSwitch />
          </div>
          {draft.practice ? <PracticeBanner /> : null}
        </header>
        <main className={styles.scroll}>
          <div className={styles.body}>
            <div className={styles.head}>
              <div className={styles.stepAbove}>
                {t('wizard.stepOf', { number, count: wizardSteps.length, step: stepName })}
              </div>
              <Heading key={props.headingKey} focusOn={props.focusOn}>
                {props.heading}
              </Heading>
              {props.lead === '' ? null : <p>{props.lead}</p>}
            </div>
            {/* Visually at the right of the fields, but read out before them. */}
            {props.help === undefined ? null : <aside className={styles.help}>{props.help}</aside>}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields inside receive the keys. */}
            <div
              className={`${styles.main} stack`}
              onKeyDown={(event) => {
                if (isEnterInField(event)) props.onEnter?.();
              }}
            >
              {props.children}
            </div>
            <p className={`${styles.keptBelow} hint`}>{keptWhere(t, protection)}</p>
          </div>
        </main>
        <footer className={styles.footer}>
          {props.footLeft}
          <div className={styles.footerRight}>{props.footRight}</div>
        </footer>
      </div>
    </div>
  );
}

/** Ignores dialogs, which are children in React but not in the DOM, and read-only fields. */
const isEnterInField = ({ key, target, currentTarget, nativeEvent, repeat }: KeyboardEvent): boolean =>
  key === 'Enter' &&
  !repeat &&
  !nativeEvent.isComposing &&
  target instanceof HTMLInputElement &&
  currentTarget.contains(target) &&
  /^(text|password)$/.test(target.type) &&
  !target.readOnly;

const titleOf = (t: TFunction, language: Language, draft: Draft): string =>
  draft.name.trim() === ''
    ? t(draft.practice ? 'wizard.newPractice' : 'wizard.newTitle')
    : `${systemName(language, draft.system)} · ${isolated(draft.name.trim())}`;

function Rail({ step, draft, onStep }: Pick<Props, 'step' | 'draft' | 'onStep'>) {
  const { t } = useTranslation();
  const { protection, language } = useApp();
  return (
    <aside className={styles.rail} aria-label={t('wizard.steps')}>
      <div className={styles.railTitle}>
        <p>{titleOf(t, language, draft)}</p>
        {draft.environment === null ? null : <EnvironmentTag environment={draft.environment} long />}
      </div>
      <RailSteps step={step} system={draft.system} onStep={onStep} />
      <div className={styles.railFoot}>
        <p>{keptWhere(t, protection)}</p>
        <LanguageSwitch />
      </div>
    </aside>
  );
}

interface RailStepsProps extends Pick<Props, 'step' | 'onStep'> {
  readonly system: SystemId;
}

/** Memoized, so that typing beside it does not re-render it. */
const RailSteps = memo(function RailSteps({ step, system: id, onStep }: RailStepsProps) {
  const { t } = useTranslation();
  const now = wizardSteps.indexOf(step);
  const system = systemById(id);
  return (
    <nav aria-label={t('wizard.steps')}>
      <ol className={styles.railSteps}>
        {wizardSteps.map((each, index) => {
          const state = index < now ? 'done' : index === now ? 'now' : 'ahead';
          const content = (
            <>
              <span className={styles.railMark} aria-hidden>
                {state === 'done' ? <Check size={15} strokeWidth={2.5} /> : index + 1}
              </span>
              {stepLabel(t, each, system)}
              {state === 'done' ? <span className="for-readers"> ({t('wizard.done')})</span> : null}
            </>
          );
          return (
            <li key={each}>
              {state === 'done' && onStep !== null ? (
                <AriaButton className={styles.railStep ?? ''} data-state={state} onPress={() => onStep(each)}>
                  {content}
                </AriaButton>
              ) : (
                <div
                  className={styles.railStep}
                  data-state={state}
                  aria-current={state === 'now' ? 'step' : undefined}
                >
                  {content}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
});
