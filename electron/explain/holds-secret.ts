/** Whether a message holds what looks like a secret, so that its owner can be warned before sending it on. */
export const holdsSecret = (text: string): boolean => SECRETS.some((secret) => secret.test(text));

const SECRETS: readonly RegExp[] = [
  /authorization["']?\s*[:=]\s*["']?(?:basic|bearer|oauth)\s+\S/i,
  /\bbearer\s+[\w.~+/-]{16}/i,
  /(?:secret|access[_-]?token|refresh[_-]?token|oauth_token|api[_-]?key|password|passwd|mot de passe|cl[ée] secr[èe]te)["']?\s*[:=]\s*["']?[^\s"'&,;]{6}/i,
  /https?:\/\/[^\s/@:]{1,200}:[^\s/@]{1,200}@/i,
  /(?:^|\s)(?:-u|--user)[= ]["']?[^\s:"']{1,200}:[^\s"']{4}/,
  /\b(?:set-)?cookie:\s*\S/i,
  /[?&]code=[^&\s]{8}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/,
];
