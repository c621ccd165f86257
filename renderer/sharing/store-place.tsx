import {
  STORE_DEFAULTS,
  type StoreSettings,
  storeAddressIn,
  storePathIn,
  storeSettingsSchema,
} from '@contract/shared-store';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fold } from '../components/fold';
import { Heading } from '../components/heading';
import { TextField } from '../components/text-field';
import { PathField, SetUpForm } from './set-up-form';

export type StorePlace = Pick<StoreSettings, 'address' | 'mount' | 'prefix' | 'namespace'>;

const { mount: mountSchema, prefix: prefixSchema } = storeSettingsSchema.shape;

interface Props {
  readonly first: StorePlace | null;
  readonly onPlace: (place: StorePlace) => void;
}

/** Where the store is. */
export function StorePlaceForm({ first, onPlace }: Props) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(first?.address ?? '');
  const [prefix, setPrefix] = useState(first?.prefix ?? STORE_DEFAULTS.prefix);
  const [mount, setMount] = useState(first?.mount ?? STORE_DEFAULTS.mount);
  const [namespace, setNamespace] = useState(first?.namespace ?? '');
  const [isTried, setIsTried] = useState(false);
  const origin = storeAddressIn(address);
  const [folder, engine, space] = [prefix, mount, namespace].map(storePathIn) as [string, string, string];
  const isGood = {
    prefix: prefixSchema.safeParse(folder).success,
    mount: mountSchema.safeParse(engine).success,
    namespace: space === '' || mountSchema.safeParse(space).success,
  };

  const goOn = () => {
    setIsTried(true);
    if (origin === null || !isGood.prefix || !isGood.mount || !isGood.namespace) return;
    onPlace({ address: origin, prefix: folder, mount: engine, namespace: space === '' ? null : space });
  };
  return (
    <SetUpForm onSubmit={goOn}>
      <div>
        <Heading focusOn="place">{t('sharing.setUp.placeTitle')}</Heading>
        <p className="lead">{t('sharing.setUp.placeLead')}</p>
      </div>
      <TextField
        label={t('sharing.setUp.address')}
        help={t('sharing.setUp.addressHelp')}
        example="https://vault.maple.example:8200"
        name="storeAddress"
        value={address}
        onChange={setAddress}
        maxLength={300}
        problem={isTried && origin === null ? t('sharing.setUp.addressProblem') : null}
      />
      <PathField
        label={t('sharing.setUp.prefix')}
        help={t('sharing.setUp.prefixHelp')}
        name="storePrefix"
        value={prefix}
        onChange={setPrefix}
        isWrong={isTried && !isGood.prefix}
        optional
      />
      <Fold label={t('sharing.setUp.details')}>
        <div className="stack">
          <PathField
            label={t('sharing.setUp.mount')}
            help={t('sharing.setUp.mountHelp')}
            name="storeMount"
            value={mount}
            onChange={setMount}
            isWrong={isTried && !isGood.mount}
          />
          <PathField
            label={t('sharing.setUp.namespace')}
            help={t('sharing.setUp.namespaceHelp')}
            name="storeNamespace"
            value={namespace}
            onChange={setNamespace}
            isWrong={isTried && !isGood.namespace}
            optional
          />
        </div>
      </Fold>
    </SetUpForm>
  );
}
