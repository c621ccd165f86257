import type { CertificateFileProblem } from './extra-trust';

/** Why a chosen file is of no use as a certificate, and what would help. */
export const certificateFileEn: Readonly<Record<CertificateFileProblem, string>> = {
  'not-readable': 'This file cannot be opened. Copy it to a folder of your own, then choose it there.',
  empty: 'This file is empty. Ask for it again.',
  'too-large':
    'This file is far larger than a certificate. Choose the certificate itself: a .pem, .crt, .cer, .der or .p7b file.',
  'not-a-certificate': 'There is no certificate in this file. Choose a .pem, .crt, .cer, .der or .p7b file.',
  damaged:
    'Part of a certificate in this file is missing or was changed. Ask for the file again, as an attachment and not as text in a mail.',
  'too-many':
    'That would be more than ten certificates. Choose only the one that vouches for your server or your filter.',
  'private-key':
    'This file holds a private key, which belongs on its own server and nowhere else. Nothing from it was kept. Ask for the certificate without the key, and tell the sender: a key that was sent around should be replaced.',
  pkcs12:
    'This is a .pfx, .p12 or .jks file, made to hold a private key as well. Nothing from it was kept. Ask for the certificate alone, as a .cer or .pem file.',
  request:
    'This is a certificate request, not the certificate. Ask for the certificate that was issued for it.',
  'revocation-list':
    'This is a list of revoked certificates (CRL), not a certificate. Ask for the authority’s certificate.',
  'public-key': 'This is only a public key, not a certificate. Ask for the authority’s certificate.',
  'ssh-key':
    'This is a key for SSH, which has nothing to do with certificates of web servers. Ask for the authority’s certificate.',
  'certificate-store':
    'This is a store of certificates as Windows keeps them (.sst). Open it in Windows, export the one certificate you need as a .cer file, and choose that file.',
  described:
    'This file describes a certificate in words, but does not hold it. Ask for the certificate itself, as a .cer or .pem file.',
  'web-page':
    'This is a web page that was saved in place of the certificate: often the link asks for a sign-in first. Download it again, and look at what the browser shows before you save.',
  shortcut:
    'This is a shortcut that only points to something. Open it, download the certificate, and choose that file.',
  container:
    'This is a document, a picture or a compressed folder, not a certificate. If there is a certificate inside, take it out into a file of its own and choose that.',
};
