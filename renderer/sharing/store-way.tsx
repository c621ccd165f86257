import { type StoreSignIn, storeSettingsSchema } from '@contract/shared-store';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../components/choice-list';
import { Fold } from '../components/fold';
import { Heading } from '../components/heading';
import { TextField } from '../components/text-field';
import { PathField, SetUpForm } from './set-up-form';

/** The ways a person signs in; the program's own role is set up on the command line. */
const ways = ['ldap', 'oidc', 'token'] as const;
type Way = (typeof ways)[number];
const DEFAULT_MOUNT = { ldap: 'ldap', oidc: 'oidc' } as const;

interface Props {
  readonly first: StoreSignIn | null;
  readonly onWay: (signIn: StoreSignIn) => void;
}

/** How one signs in to the store. */
export function StoreWayForm({ first, onWay }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>(first === null || first.way === 'app-role' ? 'ldap' : first.way);
  const [mounts, setMounts] = useState<Readonly<Record<'ldap' | 'oidc', string>>>({
    ...DEFAULT_MOUNT,
    ...(first?.way === 'ldap' || first?.way === 'oidc' ? { [first.way]: first.mount } : {}),
  });
  const [role, setRole] = useState(first?.way === 'oidc' ? first.role : '');
  const [isTried, setIsTried] = useState(false);
  const mount = way === 'token' ? '' : mounts[way].trim();
  const isGood = way === 'token' || storeSettingsSchema.shape.mount.safeParse(mount).success;

  const goOn = () => {
    setIsTried(true);
    if (!isGood) return;
    if (way === 'token') onWay({ way });
    else onWay(way === 'ldap' ? { way, mount } : { way, mount, role: role.trim() });
  };
  return (
    <SetUpForm onSubmit={goOn}>
      <Heading focusOn="way">{t('sharing.setUp.signInTitle')}</Heading>
      <ChoiceList
        label={t('sharing.setUp.signInTitle')}
        hideLabel
        options={ways.map((value) => ({
          value,
          label: t(`sharing.setUp.way.${value}`),
          hint: t(`sharing.setUp.way.${value}Hint`),
        }))}
        value={way}
        onChange={setWay}
      />
      {way === 'token' ? null : (
        <Fold label={t('sharing.setUp.details')}>
          <div className="stack">
            <PathField
              label={t('sharing.setUp.wayMount')}
              name="wayMount"
              value={mounts[way]}
              onChange={(mountNow) => setMounts({ ...mounts, [way]: mountNow })}
              isWrong={isTried && !isGood}
            />
            {way === 'oidc' ? (
              <TextField
                label={t('sharing.setUp.role')}
                help={t('sharing.setUp.roleHelp')}
                name="role"
                value={role}
                onChange={setRole}
                maxLength={120}
                optional
              />
            ) : null}
          </div>
        </Fold>
      )}
      <p className="hint">{t('sharing.setUp.nightly')}</p>
    </SetUpForm>
  );
}
