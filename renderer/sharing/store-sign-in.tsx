import { LIMITS } from '@contract/limits';
import type { Report } from '@contract/report';
import type { StoreCredentials, StoreSettings } from '@contract/shared-store';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { PasswordField } from '../components/password-field';
import { UserField } from '../components/user-field';
import { type CheckRun, reportOf } from '../report/check-run';
import { wasCancelled } from '../report/situation';
import { PasswordForm } from '../transfer/password-form';
import { StoreSteps } from './store-steps';
import { TroubleNotice } from './trouble-notice';
import { useStoreTest } from './use-store-test';

interface Props {
  readonly settings: StoreSettings;
  /** The organization has set the store: neither place nor way can be changed. */
  readonly isGiven: boolean;
  /** Who is signed in already. */
  readonly person: string | null;
  readonly onReady: () => void;
  readonly onPlace: () => void;
  readonly onWay: () => void;
}

/** Signs in to the store and tests it, step by step. */
export function StoreSignIn({ settings, isGiven, person: known, onReady, onPlace, onWay }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { run, trouble, person, start, cancel } = useStoreTest(known);
  const [user, setUser] = useState('');
  const [secret, setSecret] = useState('');
  const { way } = settings.signIn;
  const running = run.kind === 'running';
  const report = reportOf(run);
  const isReady = run.kind === 'ended' && run.report.outcome !== 'failed' && person !== null;
  const { title, lead } = situationOf(t, run, report, isReady, person, settings.address);

  const said = useRef('');
  useEffect(() => {
    if (run.kind !== 'ended' || said.current === run.report.startedAt) return;
    said.current = run.report.startedAt;
    announce(`${title}. ${lead}`);
  }, [run, announce, title, lead]);

  const isKnown = known !== null && run.kind === 'idle';
  const missing =
    isKnown || way === 'oidc' || way === 'app-role'
      ? false
      : secret === '' || (way === 'ldap' && user.trim() === '');
  const submit = () => {
    if (running || missing) return;
    const credentials = isKnown ? null : credentialsOf(way, user.trim(), secret);
    // Never kept: it is typed again for another try.
    setSecret('');
    void start(credentials);
  };
  const form = useRef<HTMLDivElement>(null);
  /** What was entered is gone: it has to be entered again first. */
  const again = () => {
    if (missing) form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus();
    else submit();
  };
  const steps =
    run.kind === 'idle' || (run.kind === 'refused' && report === null) ? null : (
      <StoreSteps run={run} onChangePlace={onPlace} onTestAgain={again} />
    );
  return (
    <div ref={form} className="stack">
      <div>
        <Heading focusOn={`sign-in ${run.kind}`} about={settings.address}>
          {title}
        </Heading>
        <p className="lead">{lead}</p>
      </div>
      <TroubleNotice trouble={trouble} />
      {isReady ? (
        <div className="row">
          <Button kind="primary" onPress={onReady}>
            {t('sharing.signIn.toList')}
          </Button>
        </div>
      ) : null}
      {running || isReady ? null : (
        <PasswordForm of={settings.address} onSubmit={submit}>
          {isKnown ? null : (
            <Fields way={way} user={user} onUser={setUser} secret={secret} onSecret={setSecret} />
          )}
          <div className="row">
            <Button
              kind={report?.outcome === 'failed' ? 'plain' : 'primary'}
              type="submit"
              reason={missing ? t('sharing.signIn.missing') : null}
            >
              {t(isKnown ? 'sharing.settings.test' : 'sharing.signIn.action')}
            </Button>
            {isGiven || way === 'app-role' ? null : (
              <>
                <Button onPress={onWay}>{t('sharing.signIn.wayAgain')}</Button>
                <Button onPress={onPlace}>{t('sharing.signIn.place')}</Button>
              </>
            )}
          </div>
        </PasswordForm>
      )}
      {running ? (
        <div className="row">
          <Button isDisabled={run.cancelling} onPress={cancel}>
            {t('report.cancel')}
          </Button>
        </div>
      ) : null}
      {steps}
    </div>
  );
}

interface FieldsProps {
  readonly way: StoreSettings['signIn']['way'];
  readonly user: string;
  readonly onUser: (user: string) => void;
  readonly secret: string;
  readonly onSecret: (secret: string) => void;
}

function Fields({ way, user, onUser, secret, onSecret }: FieldsProps) {
  const { t } = useTranslation();
  switch (way) {
    case 'oidc':
      return <p>{t('sharing.signIn.browserLead')}</p>;
    case 'app-role':
      return <p>{t('sharing.signIn.program')}</p>;
    case 'token':
      return (
        <PasswordField
          label={t('sharing.signIn.token')}
          name="storeToken"
          value={secret}
          onChange={onSecret}
          maxLength={LIMITS.secret}
        />
      );
    default:
      return (
        <>
          <UserField label={t('sharing.signIn.user')} name="storeUser" value={user} onChange={onUser} />
          <PasswordField
            label={t('sharing.signIn.password')}
            name="storePassword"
            value={secret}
            onChange={onSecret}
            maxLength={LIMITS.secret}
          />
        </>
      );
  }
}

function credentialsOf(way: StoreSettings['signIn']['way'], user: string, secret: string): StoreCredentials {
  if (way === 'ldap') return { way, user, password: secret };
  return way === 'token' ? { way, token: secret } : { way };
}

function situationOf(
  t: TFunction,
  run: CheckRun,
  report: Report | null,
  isReady: boolean,
  person: string | null,
  address: string,
): { readonly title: string; readonly lead: string } {
  if (run.kind === 'running') {
    return {
      title: t(run.cancelling ? 'report.heading.cancelling' : 'sharing.signIn.titleRunning'),
      lead: t(run.browser === null ? 'sharing.signIn.leadRunning' : 'report.lead.runningBrowser'),
    };
  }
  if (isReady && person !== null) {
    return {
      title: t(report?.outcome === 'warning' ? 'sharing.signIn.titleRemark' : 'sharing.signIn.titleReady'),
      lead: t('sharing.signIn.leadReady', { person }),
    };
  }
  if (run.kind === 'ended' && wasCancelled(run.report))
    return { title: t('sharing.signIn.titleCancelled'), lead: t('sharing.signIn.leadStopped') };
  if (run.kind === 'ended' && run.report.outcome === 'failed')
    return { title: t('sharing.signIn.titleStopped'), lead: t('sharing.signIn.leadStopped') };
  return { title: t('sharing.signIn.title'), lead: t('sharing.signIn.lead', { address }) };
}
