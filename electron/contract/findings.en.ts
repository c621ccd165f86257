import type { FindingVariant } from './finding-variants';
import type { FindingCode, FindingText, OwnFindingText } from './findings';

/*
 * Every finding in words: what happened, what to do, and a message to send where it is somebody else's job. `{{fact}}`
 * may be any fact that finding-facts.ts always promises.
 */

const FILTER_OR_SERVER =
  'There are two possible causes: the server does not send its whole chain of certificates, or a content filter on your network puts its own certificate in between.';

export const findingsEn: Readonly<Record<FindingCode, FindingText>> = {
  ok: {
    title: 'As it should be',
    happened: 'This step passed.',
    todo: 'Nothing to do.',
  },
  'information-inspected': {
    title: 'A filter on your network reads this connection, and is trusted here',
    happened:
      'The certificate of {{host}} was issued by “{{issuer}}”, which this computer trusts or whose certificate you added. On another computer, or where the API will be used from, the certificate may be different.',
    todo: 'You have nothing to do if that is intended: the filter can read what is sent, the secret included. If it is not intended, or if the connection works on this computer only, ask your network team to exempt {{host}} from inspection.',
  },

  'field-missing': {
    title: 'A value is still needed',
    happened: '“{{field}}” is empty. Nothing was sent.',
    todo: 'Fill it in, then test again.',
  },
  'field-invalid': {
    title: 'A value cannot be right as it is',
    happened: '“{{field}}” holds something that such a value cannot hold. Nothing was sent.',
    todo: 'Look at the note beside the field, correct the value, then test again.',
  },
  'same-address-twice': {
    title: 'The same address is in two fields',
    happened:
      '“{{field}}” and “{{other}}” hold the same address, and each should have its own. Nothing was sent.',
    todo: 'Copy both again from where you received them, then test again.',
  },
  'different-client-id': {
    title: 'Your connections have different Client IDs',
    happened: '“{{other}}” has a different Client ID. A board has the same one for all its instances.',
    todo: 'Compare both with the replies you received, and correct the one that differs from its reply.',
  },
  'same-secret-in-test-and-production': {
    title: 'Test and production have the same secret',
    happened: '“{{other}}” has the same secret. Each instance receives a secret of its own.',
    todo: 'Find out for which instance this secret was issued, and enter the right one in the other.',
  },
  'same-api-in-test-and-production': {
    title: 'Test and production have the same API address',
    happened: '“{{other}}” has the same API address. Test and production have different ones.',
    todo: 'Compare both with the replies you received, so that test data does not go to production.',
  },
  'insecure-address': {
    title: 'This address is not protected',
    happened:
      '“{{field}}” begins with http://, where anyone could read a secret on its way. Nothing was sent.',
    todo: 'Use the address that begins with https://, then test again.',
  },

  'name-not-found': {
    title: 'No server of this name is known',
    happened: 'The name {{host}} was looked up and does not exist, as seen from this computer.',
    todo: 'Compare the name with what you received, letter by letter. If it is right, it may be known only inside another network: then test from there. If it opens over a phone’s own data connection, something on your network hides it: send the message below to your network team.',
    send: 'Hello,\n\nFrom my computer (name or address: ________), the name {{host}} is not found. Does our DNS server or a DNS filter hide it? We need outgoing HTTPS connections to it.\n\nThank you',
  },
  'name-lookup-unavailable': {
    title: 'Names cannot be looked up at the moment',
    happened: 'The service that turns names into addresses (DNS) gave no answer about {{host}}.',
    todo: 'Check whether other websites open on this computer. If they do not, send the message below to your network team.',
    send: 'Hello,\n\nFrom my computer (name or address: ________), the DNS server gives no answer about {{host}}. Could you look into it?\n\nThank you',
  },
  offline: {
    title: 'This computer is not connected to a network',
    happened: 'There is no way out to any server at the moment. Nothing was sent.',
    todo: 'Connect to the network, then test again.',
  },
  'host-unreachable': {
    title: 'This server cannot be reached from here',
    happened: 'The network found no route to {{host}}, port {{port}}.',
    todo: 'If this server is reached over a VPN, connect it first. Otherwise send the message below to your network team.',
    send: 'Hello,\n\nFrom my computer (name or address: ________) there is no route to {{host}}, TCP port {{port}}. We need an outgoing HTTPS connection to it. Could you look into it?\n\nThank you',
  },
  'connection-refused': {
    title: 'The server is there, but nothing answers on this port',
    happened: '{{host}} refused the connection to port {{port}} at once.',
    todo: 'Compare the address and the port with what you received. If they are right, the service may be stopped: send the message below to whoever runs the server. If they say that it is running, a firewall may refuse the connection: ask your network team.',
    send: 'Hello,\n\nA connection to {{host}}, TCP port {{port}}, is refused at once. Is the service running, and is this the right port?\n\nThank you',
  },
  'connection-timeout': {
    title: 'No answer: a firewall probably blocks the connection',
    happened:
      'The connection to {{host}}, port {{port}}, was neither accepted nor refused. That is how a firewall behaves that does not let it through.',
    todo: 'Compare the port with what you received. If it is right, send the message below to your network team.',
    send: 'Hello,\n\nPlease allow outgoing HTTPS connections to {{host}}, TCP port {{port}}. From my computer (name or address: ________) they get no answer at all, as if a firewall dropped them.\n\nThank you',
  },
  'connection-reset': {
    title: 'The connection was cut',
    happened:
      'The connection to {{host}}, port {{port}}, began and was then cut from the other side or on the way.',
    todo: 'Test once more. If it is cut again, a firewall or filter may do it: send the message below to your network team.',
    send: 'Hello,\n\nHTTPS connections to {{host}}, TCP port {{port}}, begin and are then reset. Does a firewall or content filter cut them? We need this connection.\n\nThank you',
  },
  'blocked-by-policy': {
    title: 'This computer does not allow the connection',
    happened: 'Security software or a rule on this computer forbids connecting to {{host}}, port {{port}}.',
    todo: 'Send the message below to your network team, or to whoever manages this computer’s security software.',
    send: 'Hello,\n\nSecurity software or a policy on my computer blocks the connection to {{host}}, TCP port {{port}}. We need it; please allow it.\n\nThank you',
  },

  'proxy-unreachable': {
    title: 'The proxy does not answer',
    happened:
      'This computer is told to reach {{host}} through the proxy {{via}}, and that proxy does not answer.',
    todo: 'Send the message below to your network team.',
    send: 'Hello,\n\nMy computer is set to use the proxy {{via}} for {{host}}, but the proxy does not answer. Is it running, and is this the right address?\n\nThank you',
  },
  'proxy-sign-in-required': {
    title: 'Your network’s proxy asks for a sign-in of its own',
    happened:
      'The proxy {{via}} wants a user name and password before it lets anything through to {{host}}. This has nothing to do with the values you entered.',
    todo: 'If you were given a sign-in for this proxy, it can be kept in this program’s window. Otherwise send the message below to your network team.',
    send: 'Hello,\n\nThe proxy {{via}} asks for a sign-in before it lets connections through to {{host}}, TCP port {{port}}. Please let them through without one, or tell me what to use.\n\nThank you',
  },
  'proxy-sign-in-rejected': {
    title: 'The proxy did not accept the sign-in kept for it',
    happened:
      'The proxy {{via}} was given the user name and password kept for it, and asked for them again. Nothing went on to {{host}}. They were not tried twice, so that no account is locked.',
    todo: 'Enter user name and password for this proxy once more, as your network team gave them to you.',
  },
  'proxy-refused': {
    title: 'Your network’s proxy does not let this through',
    happened: 'The proxy {{via}} refused to connect to {{host}}, port {{port}}.',
    todo: 'Send the message below to your network team.',
    send: 'Hello,\n\nThe proxy {{via}} refuses connections to {{host}}, TCP port {{port}}. Please allow them: we need this HTTPS connection.\n\nThank you',
  },
  'proxy-script-failed': {
    title: 'The automatic proxy settings do not work',
    happened:
      'This computer asks a script which proxy leads to {{host}}, and the script gave no usable answer.',
    todo: 'Send the message below to your network team.',
    send: 'Hello,\n\nThe automatic proxy configuration (PAC) gives my computer no usable answer for {{host}}. Could you look into the script and its address?\n\nThank you',
  },

  'not-tls': {
    title: 'This port does not use HTTPS',
    happened: '{{host}} answered on port {{port}}, but not with a secure connection. Nothing was sent.',
    todo: 'Compare the port with what you received. Often the secure service has another port.',
  },
  'not-http': {
    title: 'Something other than a web service answers here',
    happened:
      '{{host}} has a secure connection on port {{port}}, but what answers there is not a web service.',
    todo: 'Compare the address and the port with what you received.',
  },
  'tls-old-protocol': {
    title: 'The server offers only outdated encryption',
    happened: '{{host}} speaks only TLS versions that are no longer safe. Nothing was sent.',
    todo: 'Send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}}, port {{port}}, offers only TLS versions below 1.2. Please turn on TLS 1.2 or newer; our software does not send credentials over older ones.\n\nThank you',
  },
  'tls-no-common-cipher': {
    title: 'No common way to encrypt was found',
    happened:
      '{{host}} and this computer have no encryption method in common. Nothing was sent. Some servers answer in the same way when they do not know the name they are asked for.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe TLS settings of {{host}}, port {{port}}, leave no cipher in common with a current client. Please allow the usual ECDHE ciphers with AES-GCM or ChaCha20.\n\nThank you',
  },
  'tls-client-certificate-required': {
    title: 'The server asks this computer for a certificate',
    happened:
      '{{host}} wants a certificate from this computer. These services do not use any, so this may be another server, or a setting there that should be off.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}}, port {{port}}, demands a client certificate. The API is used with a Client ID and secret; please turn the demand off for it, or tell us the right address.\n\nThank you',
  },
  'tls-unknown-name': {
    title: 'The server does not know this name',
    happened:
      'A server answers at the address of {{host}}, port {{port}}, but says that it knows no site of that name. Nothing was sent.',
    todo: 'Compare the name with what you received, letter by letter: often a number, a short name or an old name was entered in place of the full one. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe server behind {{host}}, TCP port {{port}}, refuses this name in the TLS handshake (alert 112, unrecognized_name). Is {{host}} the right name, and is it set up there with its certificate? If it is, is ________ its right IP address? That is what our DNS gives us.\n\nThank you',
  },
  'tls-refused': {
    title: 'The server does not accept the secure connection',
    happened:
      '{{host}} answered on port {{port}} and refused the secure connection (TLS alert “{{alert}}”). Often such a server does not know the name it is asked for, or has no certificate for it.',
    todo: 'Compare the name and the port with what you received. If they are right, send the message below to whoever runs the server. If the connection works from another network, show this result to your network team: a filter may be answering in the server’s place.',
    send: 'Hello,\n\n{{host}}, TCP port {{port}}, ends the TLS handshake with the alert “{{alert}}”. The client offers TLS 1.2 and 1.3 and the server name. Is this name set up there with its certificate, and what does the server’s log say?\n\nThank you',
  },
  'tls-expired': {
    title: 'The server’s certificate has expired',
    happened: 'The certificate of {{host}} was valid until {{validTo}}. Nothing was sent.',
    todo: 'First check that this computer’s date is right. If it is, send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, expired on {{validTo}}. Please renew it.\n\nThank you',
  },
  'tls-not-yet-valid': {
    title: 'The server’s certificate is not valid yet',
    happened:
      'The certificate of {{host}} is valid from {{validFrom}} on. Most often that means that this computer’s clock is behind. Nothing was sent.',
    todo: 'Set this computer’s date and time, then test again. If they are right, send the message below to whoever runs {{host}}.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, is not valid before {{validFrom}}. Please install one that is valid now.\n\nThank you',
  },
  'tls-name-mismatch': {
    title: 'The certificate is for another name',
    happened: '{{host}} presented a certificate made for {{names}}. Nothing was sent.',
    todo: 'Compare the address with what you received: often a short name or a number was entered in place of the full name. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}}, port {{port}}, presents a certificate made for {{names}}. Please install one that names {{host}}.\n\nThank you',
  },
  'tls-name-not-permitted': {
    title: 'The certificate names a site its issuer is not allowed to certify',
    happened:
      'The certificate of {{host}} is made for {{names}}. It was issued by “{{issuer}}”. That authority, or one above it, is only allowed to certify certain names, and not all of these are among them. Nothing was sent.',
    todo: 'Compare the address with what you received. If it is right and “{{issuer}}” is your own board or a content filter, send the message below to your network team; otherwise send it to whoever runs the server. Adding the authority’s certificate here does not help.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, is made for {{names}} and issued by “{{issuer}}”. A name constraint (extension nameConstraints) of the issuer or of an authority above it does not permit these names, so clients refuse it. Please issue it for permitted names only, have the constraint widened, or use another certificate authority.\n\nThank you',
  },
  'tls-unsuitable': {
    title: 'A certificate of the server is not meant for this use',
    happened:
      'One of the certificates that {{host}} presented breaks a rule on what it may be used for. Nothing was sent.',
    todo: 'Look at the issuer under Details. If it is your own board or a content filter, send the message below to your network team; otherwise send it to whoever runs the server.',
    send: 'Hello,\n\nClients refuse the certificate chain of {{host}}, port {{port}}: one certificate breaks a rule on what it may be used for. Please check the chain and install one that a public certificate authority would issue for a web server.\n\nThank you',
  },
  'tls-self-signed': {
    title: 'The server’s certificate is self-signed',
    happened:
      'No authority vouches for the certificate of {{host}}, so it could be anybody’s. Nothing was sent.',
    todo: 'Send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}}, port {{port}}, presents a self-signed certificate. Please install one from a public certificate authority, with its chain.\n\nThank you',
  },
  'tls-untrusted-root': {
    title: 'This computer does not trust the issuer of the certificate',
    happened:
      'The certificate of {{host}} was issued by “{{issuer}}”, which this computer does not trust. Either the server uses a private certificate authority, or a content filter on your network puts its own certificate in between. Nothing was sent.',
    todo: 'If “{{issuer}}” is a filter or your own board, ask your network team to exempt {{host}} from inspection. Otherwise send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}}, port {{port}}, presents a certificate issued by “{{issuer}}”, which our computers do not trust. Please use one from a public certificate authority, with its whole chain. If you do not know this issuer, tell us: then something on our side is in between.\n\nThank you',
  },
  'tls-incomplete-chain': {
    title: 'A link in the server’s certificates is missing',
    happened: `{{host}} sent one certificate alone, issued by “{{issuer}}”. ${FILTER_OR_SERVER} A browser may still open the page, since it fetches what is missing. Nothing was sent.`,
    todo: 'If “{{issuer}}” is a filter or your own board, ask your network team to exempt {{host}} from inspection. Otherwise send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}}, port {{port}}, sends its own certificate (issued by “{{issuer}}”) without the intermediate one. Browsers fetch it by themselves, other programs do not. Please install the full chain.\n\nThank you',
  },
  'tls-intercepted': {
    title: 'Your network’s filter is reading this connection',
    happened:
      '{{host}} answered with a certificate from “{{issuer}}” instead of the server’s own. So nothing was sent.',
    todo: 'Send the message below to your network team, then test again.',
    send: 'Hello,\n\nConnections to {{host}}, TCP port {{port}}, are re-signed by “{{issuer}}”. Credentials for student data go there, so please exempt this name from TLS inspection.\n\nThank you',
  },
  'tls-revoked': {
    title: 'The server’s certificate was revoked',
    happened: 'The authority that issued the certificate of {{host}} has cancelled it. Nothing was sent.',
    todo: 'Send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, has been revoked. Please install a new one.\n\nThank you',
  },
  'tls-weak': {
    title: 'The server’s encryption is too weak',
    happened:
      'The certificate or the key of {{host}} is of a kind that can be broken today. Nothing was sent.',
    todo: 'Send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe TLS certificate or key of {{host}}, port {{port}}, is too weak for a current client (for example SHA-1, or RSA under 2048 bits). Please replace it.\n\nThank you',
  },
  'tls-expires-soon': {
    title: 'The server’s certificate expires soon',
    happened:
      'All is well today. The certificate of {{host}} is valid until {{validTo}}; days left: {{daysLeft}}.',
    todo: 'Nothing yet. If it has not been renewed a week before, send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, expires on {{validTo}}. Is its renewal planned?\n\nThank you',
  },

  'clock-skew': {
    title: 'Two clocks disagree',
    happened:
      'This computer’s clock and the one of {{host}} are {{seconds}} s apart. Sign-ins depend on the time.',
    todo: 'Let this computer set its date and time automatically, then test again. If its clock is right, tell whoever runs {{host}} that theirs is not.',
  },
  'web-page-answered': {
    title: 'A web page answered in place of the service',
    happened:
      '{{host}} answered with a page for people, not with the answer of a service. Often it is the block page of a filter, or the sign-in page of a guest network.',
    todo: 'Open the address in a browser and see who answers. A block page is for your network team: send them the message below. Any other page: compare the address with what you received.',
    send: 'Hello,\n\nRequests to {{host}} over HTTPS are answered with a web page, as a content filter does. Please put {{host}} on the list of allowed sites, without a warning page.\n\nThank you',
  },
  'wrong-address': {
    title: 'The server knows nothing at this address',
    happened: '{{host}} answered that it has nothing at {{url}}.',
    todo: 'Compare the whole address with what you received, the part after the name as well.',
  },
  redirected: {
    title: 'The server points to another address',
    happened:
      'The request to {{from}} was answered with “go to {{to}}”. It was not followed, so that your secret goes nowhere else.',
    todo: 'If you know the second address and it is right, enter it in place of the first, then test again.',
  },
  'windows-authentication': {
    title: 'The server asks for a Windows sign-in',
    happened: '{{host}} wants a Windows account before anything else. The service itself does not use one.',
    todo: 'Use the address of the public portal, without Windows sign-in, or ask whoever runs {{host}} to turn it off for this address.',
  },
  'not-restarted': {
    title: 'The server is right, but its new part does not answer yet',
    happened:
      '{{host}} is the right product. The address for the sign-in does not exist there yet, as before a restart.',
    todo: 'Restart the web application after hours, or have it restarted. If somebody else hosts it for you, ask them.',
  },
  'wrong-product': {
    title: 'Another product answers here',
    happened: '{{host}} answered, but not as this system does.',
    todo: 'Compare the address with what you received, and check that you chose the right system.',
  },

  'credentials-rejected': {
    title: 'The Client ID and secret were not accepted',
    happened: '{{host}} answered, but did not accept the Client ID and the secret.',
    todo: 'Copy both again, and make sure that they belong together and to this environment. Do not repeat the test often: some servers lock the account after several attempts.',
  },
  'request-rejected': {
    title: 'The server did not accept the form of the sign-in',
    happened:
      '{{host}} refused the request because of its form. That says nothing about your Client ID and secret.',
    todo: 'If another way to sign in is offered below, try it first. If there is none, or it changes nothing, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} refuses our sign-in request because of its form, not because of the credentials. Which kind of sign-in does it expect, with which parameters, and where in the request do they belong?\n\nThank you',
  },
  'client-not-allowed': {
    title: 'This Client ID is not allowed to sign in this way',
    happened: '{{host}} does not let this Client ID sign in this way.',
    todo: 'Send the message below to whoever runs the server: only they can allow it.',
    send: 'Hello,\n\n{{host}} answers that our Client ID is not allowed to sign in the way our software needs. Please allow it for this Client ID.\n\nThank you',
  },
  'scope-missing': {
    title: 'The server wants at least one scope',
    happened: '{{host}} asks for at least one scope, and none was sent.',
    todo: 'Enter the scopes you received, then test again.',
  },
  'scope-rejected': {
    title: 'The scopes were not accepted',
    happened: '{{host}} does not accept the scopes as they are written here for this Client ID.',
    todo: 'Copy the scopes again, all the words, with one space between them, then test again.',
  },
  'redirect-url-rejected': {
    title: 'The Redirect URL or the Client ID was not accepted',
    happened:
      '{{host}} stopped before the sign-in. That is usual when the Redirect URL is not registered exactly as it is written here, or when the Client ID is not known.',
    todo: 'Compare both, character by character. If they are right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} refuses our sign-in request before the sign-in page. Is our Redirect URL registered exactly as we sent it, and is our Client ID active?\n\nThank you',
  },
  'sign-in-cancelled': {
    title: 'The sign-in was refused in the browser',
    happened: 'On the page of {{host}}, access was not allowed.',
    todo: 'Test again, and allow the access in the browser. If you could not, sign in with an account that is allowed to.',
  },
  'sign-in-incomplete': {
    title: 'The sign-in was not completed',
    happened:
      'The page of {{host}} was to be opened in your browser, and no answer came back to this computer.',
    todo: 'Test again, and stay in the browser until it says that you may close the page. If no page opened, copy its address into the browser.',
  },
  'answer-not-ours': {
    title: 'The answer that came back does not belong to this sign-in',
    happened:
      'What came back in the name of {{host}} does not fit the question that was asked, so it was not used.',
    todo: 'Close other sign-in pages and test again. If it happens again, tell whoever runs {{host}}.',
  },
  'callback-port-in-use': {
    title: 'Another program holds the port of the sign-in',
    happened: 'The sign-in returns to port {{port}} of this computer, and another program uses it.',
    todo: 'Close the other program, or restart this computer, then test again. The port is part of the registered Redirect URL and stays as it is.',
  },
  'not-refused': {
    title: 'The request was not refused',
    happened:
      '{{host}} answered with its sign-in page. Many servers look closely only after it, so this is no proof.',
    todo: 'Continue the setup. The first real use is the proof.',
  },
  'probably-accepted': {
    title: 'The Client ID and secret were probably accepted',
    happened:
      '{{host}} refused only the made-up code that this test sent, so the Client ID and the secret are probably right.',
    todo: 'Continue the setup. The first real use is the proof.',
  },
  'not-proved': {
    title: 'The sign-in was not tried',
    happened: 'All that can be tested from here is in order. The secret was not sent.',
    todo: 'Continue the setup. The first real use is the proof.',
  },

  'signature-rejected': {
    title: 'The signature was not accepted',
    happened: '{{host}} found that the request was not signed as it expects.',
    todo: 'Copy the secret again. If it is right, choose the other signature method, or check whether a proxy changes the address on the way.',
  },
  'nonce-rejected': {
    title: 'The server thinks it has seen this request before',
    happened: '{{host}} refused the one-time mark of the request. It is new each time.',
    todo: 'Test once more. If it happens again, compare the clocks, and ask your network team whether requests are sent twice.',
  },
  'token-malformed': {
    title: 'The sign-in answer holds no token',
    happened: '{{host}} said yes, but its answer holds no usable access_token.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe token endpoint on {{host}} answers our request with success, but without a usable access_token (RFC 6749, section 5.1). Could you look into it?\n\nThank you',
  },
  'token-expired': {
    title: 'The server says its own new token has expired',
    happened: '{{host}} issued a token, and said a moment later that it has expired.',
    todo: 'Test once more. If nothing changes, send the message below to whoever runs the server: when a server’s clock is wrong, its tokens have expired before they are used. Testing again and again does not help.',
    send: 'Hello,\n\n{{host}} issues a token and calls it expired a moment later (on ________ at ________). Is the server’s clock right?\n\nThank you',
  },
  'token-rejected': {
    title: 'The token was not accepted',
    happened: '{{host}} does not accept the token for this service.',
    todo: 'Make sure that all values belong to the same environment, then test again.',
  },

  'permission-missing': {
    title: 'Signed in, but something cannot be read',
    happened: 'The sign-in passed. {{host}} does not let this connection read what is named here.',
    todo: 'In the system, give this connection the permission for it, then test again.',
  },
  'not-offered': {
    title: 'The server does not offer “{{subject}}”',
    happened:
      '{{host}} does not have what was asked for here, but answers at other addresses. The OneRoster standard lets a server leave some lists out.',
    todo: 'You have nothing to do, unless you need “{{subject}}”. Then ask whoever runs the server for it.',
  },
  'empty-data': {
    title: 'Connected, but no data came back',
    happened: '{{host}} answered with an empty list. The sign-in works.',
    todo: 'Check whether the connection is allowed to read at least one school, and whether the current school year is set up.',
  },
  'unexpected-answer': {
    title: 'The answer is not what this service promises',
    happened: '{{host}} answered, but not in the form that is agreed for this service.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers our request in a form that does not fit the published one. Has something changed there? I can send you the report of our test.\n\nThank you',
  },
  'mislabelled-answer': {
    title: 'The answer is good, but its label is wrong',
    happened:
      '{{host}} sent what was asked for, but did not call it JSON in UTF-8. This program reads it anyway; other programs might refuse it.',
    todo: 'You have nothing to do. If another program has trouble here, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} sends JSON, but its Content-Type header names another media type or character set. Could you send it as “application/json”, in UTF-8? Some programs refuse it otherwise.\n\nThank you',
  },
  'answer-too-large': {
    title: 'The answer is far too large',
    happened: '{{host}} sent much more than this question calls for, so reading was stopped.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers a small request with more than 1 MiB. Could you look into it?\n\nThank you',
  },
  'rate-limited': {
    title: 'The server asks for a pause',
    happened:
      '{{host}} takes no more requests for the moment: there have been too many, or it is under maintenance.',
    todo: 'Wait a few minutes before you test again. Trying again at once makes the wait longer.',
  },
  'server-error': {
    title: 'The server has a problem of its own',
    happened: '{{host}} answered that it cannot work at the moment. This says nothing about your values.',
    todo: 'Test again later. If this does not change, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers our requests with a server fault (on ________ at ________). Is it under maintenance, or could you look into it? I can send you the report of our test.\n\nThank you',
  },
  'guard-answered': {
    title: 'A security service in front of the server blocked the request',
    happened:
      'A service that protects {{host}} from bots or attacks answered in its place. The request did not reach the server, so this says nothing about what you entered.',
    todo: 'Send the message below to whoever runs the server. Testing again and again does not help.',
    send: 'Hello,\n\nThe protection in front of {{host}} (web application firewall or bot check) answers our API requests in its place. A program cannot pass such a check. Please let requests to the API through, for example from these IP addresses: ________ (our test) and ________ (the program that will use the API).\n\nThank you',
  },
  refused: {
    title: 'The server refused without a reason',
    happened:
      '{{host}} answered “forbidden” and said nothing more. Three causes are possible: the address is not the right one, this computer’s IP address is not allowed, or a permission is missing. Nothing shows that your credentials are wrong.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers our request with 403 and no reason (on ________ at ________). Is the address right, does the server allow only certain IP addresses (ours: ________), or do our credentials lack a permission?\n\nThank you',
  },
  'timed-out': {
    title: 'The answer took too long',
    happened: 'The connection was made, but no whole answer came in time.',
    todo: 'Test again later. If this does not change, send the message below to whoever runs the server.',
    send: 'Hello,\n\nYour API accepts our connection but does not answer in time (last tried on ________ at ________). Could you look into it? I can send you the report of our test.\n\nThank you',
  },
  cancelled: {
    title: 'You stopped the test',
    happened: 'The test ended because you stopped it. What was found so far is shown, but not saved.',
    todo: 'Test again whenever you like.',
  },

  'secret-missing': {
    title: 'A secret is still needed',
    happened: '“{{field}}” is not there, so nothing was sent.',
    todo: 'Enter it, then test again.',
  },
  'secret-unreadable': {
    title: 'The secret is there, but cannot be opened',
    happened:
      '“{{field}}” was kept by another user, on another computer, or with another keyring. It was not erased, and nothing was sent.',
    todo: 'Unlock the keyring, or sign in as the user who saved it. Or enter the secret again.',
  },
};

/** Cases that need words of their own (finding-variants.ts); what is not said here is said as usual. */
export const findingVariantsEn: Readonly<Record<FindingVariant, OwnFindingText>> = {
  'field-invalid:guard-link': {
    title: 'This is a link, not the address itself',
    happened:
      '“{{field}}” does not hold the address itself but a link made by {{other}} that leads to {{to}}. Mail filters, mail programs and search engines put such links in place of an address. Nothing was sent.',
    todo: 'Replace the link with the address it leads to: in the window one click does it, in a file write the address yourself. Then test again.',
  },
  'field-invalid:guard-link-closed': {
    title: 'This is a link, not the address itself',
    happened:
      '“{{field}}” does not hold the address itself but a link made by {{other}}, and the link does not show where it leads. Mail filters, mail programs and search engines put such links in place of an address. Nothing was sent.',
    todo: 'Enter the address itself in place of the link: ask the sender to write it as plain text, or open the link in a browser and copy what the address bar shows first. Then test again.',
  },
  'field-invalid:address-within': {
    title: 'There is an address inside an address',
    happened:
      'Inside “{{field}}” there is another address, of {{to}}. Only the beginning of this value would be used, so the other one would be cut off. Nothing was sent.',
    todo: 'Choose which of the two addresses is the right one, enter it alone, then test again.',
  },
  'cancelled:sleep': {
    title: 'The test was stopped because the computer went to sleep',
    happened: 'A connection does not outlive a sleep, so the test was ended. Nothing from it was kept.',
  },
  'proxy-sign-in-required:other-kind': {
    happened:
      'Before it lets anything through to {{host}}, the proxy {{via}} wants a sign-in of a kind that this program cannot do, such as the one with your Windows account. It has nothing to do with the values you entered.',
    todo: 'A password does not help here. Send the message below to your network team: the way out is to let this host through without a sign-in, or to test from a computer that needs no proxy.',
    send: 'Hello,\n\nThe proxy {{via}} asks for a sign-in (NTLM, Negotiate or Digest) before it lets connections through to {{host}}, TCP port {{port}}. The program that has to get there cannot do that. Please let this host through without a sign-in.\n\nThank you',
  },
  'clock-skew:not-measured': {
    title: 'The server does not accept the time of the request',
    happened:
      '{{host}} refused the time that the signature carries. Its answer does not show that the clocks are far apart.',
    todo: 'Let this computer set its date and time automatically, then test again. If nothing changes, ask whoever runs the server what time its clock shows.',
  },
  'web-page-answered:sign-in-page': {
    title: 'A sign-in page answered in place of the service',
    happened:
      '{{host}} answered with a page where people sign in, not with the answer of a service. Either this is the address of the website and not of the service, or a guest network wants a sign-in first.',
    todo: 'Compare the address with what you received. If it is right, send the message below to your network team.',
  },
  'wrong-address:no-public-page': {
    title: 'The public page is missing here',
    happened:
      '{{host}} has nothing at {{url}}, where this product usually tells its version to anyone. Older versions do not have this page.',
    todo: 'Nothing, if the sign-in below passes. If it does not, compare the address with what you received.',
  },
  'wrong-address:method': {
    title: 'This address takes another kind of request',
    happened: '{{host}} knows {{url}}, but does not take the kind of request that this service calls for.',
    todo: 'Compare the whole address with what you received. Most often it belongs to something else on the same server.',
  },
  'redirected:other-host': {
    title: 'The request is sent on to another address',
    happened:
      'The request to {{from}} was answered with “go to {{to}}”. It was not followed, so that your secret goes nowhere else. The server may do that, but so may a content filter or a guest network.',
    todo: 'If that address is the one you were given, enter it in place of the first. If you do not know it, send the message below to your network team.',
    send: 'Hello,\n\nHTTPS requests to {{host}} are redirected to {{to}}. If this is our content filter or a sign-in page of our network, please let {{host}} through without it. If it is not ours, tell me, and I will ask whoever runs {{host}}.\n\nThank you',
  },
  'credentials-rejected:client-unknown': {
    happened:
      '{{host}} says that it does not know the Client ID. So the ID is wrong here, whatever the secret is.',
    todo: 'Copy the ID again, and check that it belongs to this server and environment. Then copy the secret that belongs to it. Do not repeat the test often: some servers lock the account.',
  },
  'token-rejected:own-reason': {
    happened: '{{host}} does not accept the token, for a reason that this program cannot judge.',
    todo: 'Send the message below to whoever runs the server; they can see the reason.',
    send: 'Hello,\n\n{{host}} refuses our access token with a message of its own (on ________ at ________). What is the reason, and what should we change? I can send you the report of our test.\n\nThank you',
    job: 'service-owner',
  },
  'permission-missing:own-reason': {
    happened:
      'The sign-in passed. {{host}} then refused “{{subject}}”, for a reason that this program cannot judge. Often a permission is missing; sometimes this computer’s IP address is not allowed.',
  },
  'refused:own-reason': {
    title: 'The server refused for a reason of its own',
    happened:
      '{{host}} answered “forbidden” and gave a reason that this program cannot judge. Often the address, this computer’s IP address or a permission is the cause. Nothing shows that your credentials are wrong.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server; they can see the reason.',
    send: 'Hello,\n\n{{host}} answers our requests with 403 and a message of its own (on ________ at ________). What is the reason: the address, our IP address (________), or a permission that our credentials lack?\n\nThank you',
  },
  'refused:public-page': {
    title: 'The server does not let this computer in',
    happened:
      '{{host}} answered “forbidden” before anything was sent to sign in with. Either the address is not the right one, or this computer’s IP address is not allowed, or a security service in front of the server stopped the request.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers even its public page with 403. Is the address right, and does the server or a security service in front of it allow only certain IP addresses (ours: ________)?\n\nThank you',
  },
  'server-error:not-implemented': {
    title: 'The server does not offer this',
    happened: '{{host}} answered that it does not offer what was asked for. Waiting does not change that.',
    todo: 'Compare the address and the kind of system with what you received. If both are right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers our requests with 501 (not implemented). Does it offer this service, and at which address?\n\nThank you',
  },
  'redirected:slash': {
    title: 'The server wants a different ending of the address',
    happened:
      '{{host}} points from {{from}} to {{to}}: the same address, except for the slash at its end. It was not followed, so that your secret goes nowhere unasked.',
    todo: 'If this address is one you entered, enter it the way the server writes it. If the program made it, send the report to whoever runs the server.',
  },
  'unexpected-answer:header-too-large': {
    title: 'The server finds the request too large',
    happened:
      '{{host}} refused the request because its header is too large. The program sends no more than the sign-in needs.',
    todo: 'Send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} refuses our requests because the request header is too large. It holds little more than the access token. Could you raise the limit for request headers?\n\nThank you',
  },
  'unexpected-answer:no-reason': {
    title: 'The server refused the request without a reason',
    happened: '{{host}} refused the request, and this program found no reason in its answer.',
    todo: 'Compare the address with what you received. If another way to sign in is offered below, try it. If nothing helps, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} refuses our request (on ________ at ________), and we find no reason in its answer. What does the server expect? I can send you the report of our test.\n\nThank you',
  },
  'tls-unsuitable:purpose': {
    title: 'The certificate is not a server certificate',
    happened:
      'The certificate of {{host}} lists what it may be used for, and web servers are not in that list. Often a certificate for people or programs was installed by mistake. Nothing was sent.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, has an extended key usage without serverAuth (1.3.6.1.5.5.7.3.1), so clients refuse it. Please install a server certificate.\n\nThank you',
  },
  'tls-unsuitable:issuer-purpose': {
    title: 'The issuer is not allowed to issue server certificates',
    happened:
      'An authority above the certificate of {{host}} lists what its certificates may be used for, and web servers are not in that list. Nothing was sent.',
    send: 'Hello,\n\nIn the certificate chain of {{host}}, port {{port}}, an intermediate certificate authority has an extended key usage without serverAuth (1.3.6.1.5.5.7.3.1), so clients refuse it. Please have the certificate issued by an authority for TLS servers.\n\nThank you',
  },
  'tls-unsuitable:not-an-authority': {
    title: 'The issuer of the certificate is not a certificate authority',
    happened:
      'The certificate of {{host}} was issued with another one that is not marked as a certificate authority’s, so it cannot vouch for others. Nothing was sent.',
    send: 'Hello,\n\nIn the certificate chain of {{host}}, port {{port}}, an issuer is not marked as a certificate authority (basicConstraints CA:TRUE and keyUsage keyCertSign), so clients refuse it. Please have the certificate issued by a proper authority.\n\nThank you',
  },
  'tls-unsuitable:path-length': {
    title: 'There are too many authorities in the chain of certificates',
    happened:
      'An authority in the chain of {{host}} limits how many other authorities may stand below it, and there are more than that. Nothing was sent.',
    send: 'Hello,\n\nIn the certificate chain of {{host}}, port {{port}}, the path length of an authority (basicConstraints pathlen) is exceeded: it has an intermediate authority below it that it does not permit. Please have the certificate issued by the authority itself, or the path length raised.\n\nThank you',
  },
  'tls-unsuitable:key-usage': {
    title: 'The server’s certificate does not allow this use of its key',
    happened:
      'The certificate of {{host}} does not allow its key to sign, and every secure connection today needs that. Nothing was sent.',
    send: 'Hello,\n\nThe TLS certificate of {{host}}, port {{port}}, has a key usage without digitalSignature, so clients refuse it. Please install one that has it.\n\nThank you',
  },
  'tls-unsuitable:unreadable-rule': {
    title: 'A certificate of the server has a rule that cannot be checked',
    happened:
      'One of the certificates of {{host}} has a rule that has to be followed, and this program does not know it or cannot read it. Nothing was sent.',
    send: 'Hello,\n\nIn the certificate chain of {{host}}, port {{port}}, a certificate has a critical extension or a name constraint that common TLS libraries do not support, so clients refuse it. Please install a chain without it.\n\nThank you',
  },
  'unexpected-answer:own-reason': {
    title: 'The server refused the request for a reason of its own',
    happened: '{{host}} refused the request and gave a reason that this program cannot judge.',
    todo: 'Compare the address with what you received. If it is right, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} refuses our request with a code or a message of its own (on ________ at ________). Could you see in its log why? I can send you the report of our test.\n\nThank you',
  },
  'unexpected-answer:failure-inside': {
    title: 'The answer says that the request did not succeed',
    happened:
      '{{host}} answered as if all were well, but the answer itself says that the request did not succeed, and gives no reason that this program can judge.',
    todo: 'Test once more. If nothing changes, send the message below to whoever runs the server.',
    send: 'Hello,\n\n{{host}} answers our request with success, but the body of the answer says that it did not succeed (on ________ at ________). Could you see in its log why? I can send you the report of our test.\n\nThank you',
  },
  'token-malformed:token_type': {
    title: 'The token works, but its label is wrong',
    happened:
      '{{host}} gave a token without saying that it is a Bearer token. This program uses it as one; other programs might refuse it.',
    todo: 'You have nothing to do. If another program has trouble here, send the message below to whoever runs the server.',
    send: 'Hello,\n\nThe token endpoint on {{host}} answers without “token_type”: “Bearer” (RFC 6749, section 5.1). Could you add it? Some programs refuse the token otherwise.\n\nThank you',
    job: 'nobody',
  },
  'not-proved:form': {
    title: 'The server did not judge the values',
    happened:
      'The server refused the form of this test request, which carries a made-up code. That says nothing about the Client ID and the secret.',
  },
  'not-proved:refused': {
    title: 'Neither accepted nor refused',
    happened:
      'The server answered “forbidden”. It did not say that the sign-in is wrong, and did not accept it.',
    todo: 'Look at what was refused below: the address, this computer’s IP address or a permission may be the cause.',
  },
};

/** Said after `happened` where the address that was asked was not typed as a whole. */
export const addedToAddressEn = 'You entered {{typed}}; the program added “{{added}}”.';
