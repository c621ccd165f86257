/** Whether a message holds what looks like a secret, so that its owner can be warned before sending it on. */
export const holdsSecret = (text: string): boolean => SECRETS.some((secret) => secret.test(text));

const SECRETS: readonly RegExp[] = [
  /authorization["']?\s*[:=]\s*["']?(?:basic|bearer|oauth)\s+\S/i,
  /(?:client_?secret|consumer_?secret|access_?token|refresh_?token|api_?key|password|passwd|mot de passe)["']?\s*[:=]\s*["']?[^\s"'&,;]{6}/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/,
];
