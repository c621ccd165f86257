import { byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import { systemName, yesOrNo } from '@contract/names';
import { type PoliciesInForce, type PolicyName, type PolicyProblem, policyNames } from '@contract/policies';
import { printable } from '@contract/printable';
import type english from '../../assets/locales/en/policies.json';

/* What `policies` prints: what is in force, where each comes from, and what is wrong. */

const words = byLanguage<typeof english>('policies', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/policies.json', {
    eager: true,
    import: 'default',
  }),
);

export function policiesAsJson({ policies, from, problems, places }: PoliciesInForce) {
  const set = policyNames.filter((name) => from[name] !== undefined);
  return {
    version: 1,
    policies: Object.fromEntries(
      set.map((name) => [name, { value: policies[name], from: from[name] ?? null }]),
    ),
    problems,
    places,
  };
}

export function printPolicies(inForce: PoliciesInForce, language: Language): string {
  const { print } = words[language];
  const { from, problems, places } = inForce;
  const set = policyNames.filter((name) => from[name] !== undefined);
  const told =
    set.length === 0
      ? [print.none, ...places.map((place) => `  ${place}`)]
      : [
          print.inForce,
          ...set.map((name) => {
            const place = fill(print.from, { place: from[name] ?? '' });
            return `  ${name}: ${sayValue(inForce, name, language)}  (${place})`;
          }),
        ];
  const wrong =
    problems.length === 0 ? [] : ['', print.wrong, ...problems.map((one) => `  ${lineOf(one, language)}`)];
  return `${[...told, ...wrong].map(printable).join('\n')}\n`;
}

function sayValue({ policies }: PoliciesInForce, name: PolicyName, language: Language): string {
  const { print } = words[language];
  switch (name) {
    case 'presets': {
      const { presets } = policies;
      const names = presets.map(({ name: called }) => called).join(', ');
      return presets.length === 0 ? print.nothing : fill(print.presets, { count: presets.length, names });
    }
    case 'allowedSystems': {
      const allowed = policies.allowedSystems ?? [];
      return allowed.length === 0 ? print.nothing : allowed.map((id) => systemName(language, id)).join(', ');
    }
    case 'certificateAuthorities':
      return String(policies.certificateAuthorities.length);
    case 'sharedStore':
      return policies.sharedStore?.address ?? print.nothing;
    case 'updateNotice':
      return policies.updateNotice?.url ?? print.nothing;
    default: {
      const value = policies[name];
      return typeof value === 'boolean' ? yesOrNo(language, value) : String(value ?? print.nothing);
    }
  }
}

function lineOf({ place, policy, reason, detail }: PolicyProblem, language: Language): string {
  const { line, reason: reasons } = words[language];
  const key = reason === 'wrong-value' && detail !== null ? 'wrong-value-of' : reason;
  const where = policy === null ? place : `${place}, ${policy}`;
  return fill(line, { where, problem: fill(reasons[key], { detail: detail ?? '' }) });
}
