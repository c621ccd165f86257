import type { FindingCode } from '@contract/findings';

/*
 * Messages of other programs, as people met and published them, and the finding that a careful technician would look for first. A
 * test table for whatever recognises such messages. The wording is the source's, at most cut to the lines that matter; hosts, keys and
 * identifiers are replaced by throwaway ones. Oddities are kept on purpose: prefixes, wrapped lines, words broken in two, cut ends.
 */

export interface ForeignMessage {
  readonly family:
    | 'java'
    | 'dotnet'
    | 'windows'
    | 'openssl'
    | 'curl'
    | 'python'
    | 'node'
    | 'go'
    | 'browser'
    | 'oracle'
    | 'iis'
    | 'oauth'
    | 'http'
    | 'sis'
    | 'none';
  readonly text: string;
  /** Null: nothing that a check could find. */
  readonly code: FindingCode | null;
  /** Where it was published. */
  readonly source: string;
  /** What the message leaves open. */
  readonly note?: string;
}

export const foreignMessages: readonly ForeignMessage[] = [
  // Java
  {
    family: 'java',
    text: `Caused by: javax.net.ssl.SSLHandshakeException: sun.security.validator.ValidatorException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
        at sun.security.ssl.Alerts.getSSLException(Alerts.java:192)
        at sun.security.ssl.SSLSocketImpl.fatal(SSLSocketImpl.java:1946)
        at sun.security.ssl.Handshaker.fatalSE(Handshaker.java:316)`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/flytreeleft/nexus3-keycloak-plugin/issues/60',
    note: 'Or tls-incomplete-chain: Java says the same of both.',
  },
  {
    family: 'java',
    text: `> [08:06:46 WARN]: javax.net.ssl.SSLHandshakeException: sun.security.validator.ValidatorException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target 
> [08:06:46 WARN]: at sun.security.ssl.Alerts.getSSLException(Alerts.java:192) 
> [08:06:46 WARN]: at sun.security.ssl.SSLSocketImpl.fatal(SSLSocketImpl.java:1937) `,
    code: 'tls-untrusted-root',
    source: 'https://github.com/alecgorge/jsonapi/issues/451',
  },
  {
    family: 'java',
    text: 'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    code: 'tls-untrusted-root',
    source: 'https://github.com/swiftinc/gpi-v4-demo/issues/13',
  },
  {
    family: 'java',
    text: `[13:46:37] [Oauth microsoft/INFO]: [java.lang.Throwable:printStackTrace:634]: Caused by: sun.security.validator.ValidatorException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
[13:46:37] [Oauth microsoft/INFO]: [java.lang.Throwable:printStackTrace:634]: 	at sun.security.validator.PKIXValidator.doBuild(PKIXValidator.java:387)`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/Sintinium/oauth/issues/27',
  },
  {
    family: 'java',
    text: 'javax.net.ssl.SSLHandshakeException: SSLHandshakeException invoking https://login.vendor.example/services/Soap/u/50.0: PKIX path building failed:',
    code: 'tls-untrusted-root',
    source: 'https://github.com/RoseSilverSoftware/IlluminatedCloud/issues/1740',
    note: 'The end is missing, as in the title of the issue.',
  },
  {
    family: 'java',
    text: `> [10:07:17] [pool-31-thread-3/WARN]: Caused by:
> [10:07:17] [pool-31-thread-3/WARN]: java.security.cert.CertificateExpiredException: NotAfter: Tue Aug 18 09:41:38 UTC 2020
> [10:07:17] [pool-31-thread-3/WARN]: at sun.security.x509.CertificateValidity.valid(CertificateValidity.java:277)
> [10:07:17] [pool-31-thread-3/WARN]: at sun.security.x509.X509CertImpl.checkValidity(X509CertImpl.java:677)`,
    code: 'tls-expired',
    source: 'https://github.com/ViaVersion/ViaVersion/issues/2017',
  },
  {
    family: 'java',
    text: 'Caused by: java.security.cert.CertPathValidatorException: timestamp check failed at sun.security.provider.certpath.PKIXMasterCertPathValidator.validate(PKIXMasterCertPathValidator.java:159) ... 64 more Caused by: java.security.cert.CertificateExpiredException: NotAfter: Tue Aug 25 00:07:10 PDT 2009 at sun.security.x509.CertificateValidity.valid(CertificateValidity.java:273)',
    code: 'tls-expired',
    source: 'https://github.com/Esri/geoportal-server/issues/237',
  },
  {
    family: 'java',
    text: '     Caused by: java.security.cert.CertificateExpiredException: Certificate expired at Fri Sep 28 16:38:27 GMT+02:00 2018 (compared to Sat Oct 13 14:34:29 GMT+02:00 2018)',
    code: 'tls-expired',
    source: 'https://github.com/Appboy/appboy-android-sdk/issues/108',
  },
  {
    family: 'java',
    text: `     [java] Due to an IOException, the parser could not check index.html
     [java] javax.net.ssl.SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed
     [java] 	at sun.security.ssl.Alert.createSSLException(Alert.java:131)
     [java] 	at sun.security.ssl.TransportContext.fatal(TransportContext.java:331)`,
    code: 'tls-expired',
    source: 'https://github.com/elharo/xom/issues/514',
    note: 'Or not yet valid: the message does not say.',
  },
  {
    family: 'java',
    text: '[http-listener-1(1)] ERROR org.jasig.cas.client.util.CommonUtils - java.security.cert.CertificateException: No subject alternative DNS name matching sis.district.example found.',
    code: 'tls-name-mismatch',
    source: 'https://github.com/bujiio/buji-pac4j/issues/64',
  },
  {
    family: 'java',
    text: 'java.security.cert.CertificateException: No subject alternative names present',
    code: 'tls-name-mismatch',
    source: 'https://github.com/Chora10/Cknife/issues/14',
  },
  {
    family: 'java',
    text: 'certificate for does not match any of the subject alternative names: []',
    code: 'tls-name-mismatch',
    source: 'https://github.com/fingerart/ApiDebugger/issues/11',
  },
  {
    family: 'java',
    text: `main, SEND TLSv1.2 ALERT:  fatal, description = certificate_unknown
main, WRITE: TLSv1.2 Alert, length = 2
main, called closeSocket()
main, handling exception: javax.net.ssl.SSLHandshakeException: java.security.cert.CertificateException: No subject alternative DNS name matching discovery.district.example found.`,
    code: 'tls-name-mismatch',
    source: 'https://github.com/zowe/api-layer/issues/1805',
  },
  {
    family: 'java',
    text: `08-21 11:38:56.429: W/System.err(4113): java.net.UnknownHostException: Unable to resolve host "sis.district.example": No address associated with hostname
08-21 11:38:56.437: W/System.err(4113):     at java.net.InetAddress.lookupHostByName(InetAddress.java:424)`,
    code: 'name-not-found',
    source: 'https://github.com/tmplat-extension/tmplat/issues/218',
  },
  {
    family: 'java',
    text: `java.net.UnknownHostException: a
	at java.net.AbstractPlainSocketImpl.connect(AbstractPlainSocketImpl.java:184) ~[na:1.8.0_45]
	at java.net.SocksSocketImpl.connect(SocksSocketImpl.java:392) ~[na:1.8.0_45]
	at java.net.Socket.connect(Socket.java:589) ~[na:1.8.0_45]`,
    code: 'name-not-found',
    source: 'https://github.com/php-coder/mystamps/issues/831',
  },
  {
    family: 'java',
    text: 'Exception in thread "main" java.net.ConnectException: Connection timed out: connect',
    code: 'connection-timeout',
    source: 'https://github.com/microsoft/malmo/issues/891',
  },
  {
    family: 'java',
    text: 'java.net.ConnectException: Connection refused: connect',
    code: 'connection-refused',
    source: 'https://github.com/alisen39/TrWebOCR/issues/31',
  },
  {
    family: 'java',
    text: `java.net.ConnectException: Connection refused: no further information
        at sun.nio.ch.SocketChannelImpl.checkConnect(Native Method)
        at sun.nio.ch.SocketChannelImpl.finishConnect(Unknown Source)
        ...`,
    code: 'connection-refused',
    source: 'https://github.com/rpgboss/rpgboss/issues/190',
  },
  {
    family: 'java',
    text: `java.io.IOException: Unable to tunnel through proxy. Proxy returns "HTTP/1.1 407 Proxy Authentication Required"
	at sun.reflect.NativeConstructorAccessorImpl.newInstance0(Native Method)
	at sun.reflect.NativeConstructorAccessorImpl.newInstance(NativeConstructorAccessorImpl.java:62)`,
    code: 'proxy-sign-in-required',
    source: 'https://github.com/karakun/OpenWebStart/issues/592',
  },
  {
    family: 'java',
    text: `11:58:52.705 [pool-1-thread-1] ERROR com.microsoft.aad.adal4j.AuthenticationContext - [Correlation ID: 00000000-0000-0000-0000-000000000000] Execution of class com.microsoft.aad.adal4j.AcquireTokenCallable failed.
java.io.IOException: Unable to tunnel through proxy. Proxy returns "HTTP/1.1 407 Proxy Authentication Required"
	at sun.net.www.protocol.http.HttpURLConnection.doTunneling(HttpURLConnection.java:2142)`,
    code: 'proxy-sign-in-required',
    source: 'https://github.com/Azure/azure-sdk-for-java/issues/12289',
  },
  {
    family: 'java',
    text: 'IOException: Unable to tunnel through proxy. Proxy returns "HTTP/1.1 407 Proxy Authentication Required',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/kevinsawicki/http-request/issues/178',
  },
  {
    family: 'java',
    text: `Exception in thread "main" javax.net.ssl.SSLException: Received fatal alert: protocol_version
        at sun.security.ssl.Alerts.getSSLException(Alerts.java:208)
        at sun.security.ssl.Alerts.getSSLException(Alerts.java:154)
        at sun.security.ssl.SSLSocketImpl.recvAlert(SSLSocketImpl.java:1979)`,
    code: 'tls-old-protocol',
    source: 'https://github.com/dimalinux/SSLPing/issues/1',
    note: 'Often the program itself is the old side here; a check shows which.',
  },
  {
    family: 'java',
    text: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/ikvmnet/ikvm/issues/32',
  },
  {
    family: 'java',
    text: `12:38:19.294 [WARN ] i.g.h.a.AsyncHandler - Request 'Service call' failed
javax.net.ssl.SSLException: Received fatal alert: handshake_failure
 at sun.security.ssl.Alerts.getSSLException(Alerts.java:208) ~[na:1.7.0_04]
Wrapped by: java.net.ConnectException: Received fatal alert: handshake_failure to https://sis.district.example/service`,
    code: 'tls-no-common-cipher',
    source: 'https://github.com/gatling/gatling/issues/1220',
  },
  {
    family: 'java',
    text: 'com.amazonaws.SdkClientException: Unable to execute HTTP request: Received fatal alert: handshake_failure',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/aws/aws-sdk-java/issues/2391',
  },
  {
    family: 'java',
    text: 'org.bouncycastle.tls.TlsFatalAlertReceived: handshake_failure(40)',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/bcgit/bc-java/issues/1762',
  },
  {
    family: 'java',
    text: 'http.HttpRequest$HttpRequestException: javax.net.ssl.SSLProtocolException: handshake alert:  unrecognized_name',
    code: 'tls-unknown-name',
    source: 'https://github.com/kevinsawicki/http-request/issues/143',
  },
  {
    family: 'java',
    text: 'Using local cache; downloading https://files.vendor.example/index.xml.gz failed (javax.net.ssl.SSLProtocolException: handshake alert:  unrecognized_name).',
    code: 'tls-unknown-name',
    source: 'https://github.com/bndtools/bnd/issues/492',
  },
  {
    family: 'java',
    text: 'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake',
    code: 'connection-reset',
    source: 'https://github.com/googleads/googleads-java-lib/issues/245',
  },
  {
    family: 'java',
    text: `javax.net.ssl.SSLException: Unsupported or unrecognized SSL message
        at sun.security.ssl.SSLSocketInputRecord.handleUnknownRecord(SSLSocketInputRecord.java:448)
        at sun.security.ssl.SSLSocketInputRecord.decode(SSLSocketInputRecord.java:174)
Could not obtain server certificate chain`,
    code: 'not-tls',
    source: 'https://github.com/escline/InstallCert/issues/14',
  },
  {
    family: 'java',
    text: `Caused by: java.rmi.ConnectIOException: Exception creating connection to: 192.168.10.234; nested exception is: 
	java.net.NoRouteToHostException: No route to host (Host unreachable)
	at java.rmi/sun.rmi.transport.tcp.TCPEndpoint.newSocket(TCPEndpoint.java:635)`,
    code: 'host-unreachable',
    source: 'https://github.com/eclipse-openj9/openj9/issues/8428',
  },
  {
    family: 'java',
    text: '15:54:41.801 [main] INFO  o.a.http.impl.execchain.RetryExec - I/O exception (java.net.NoRouteToHostException) caught when processing request to {}->http://192.168.1.112:8080: Host is unreachable (Host unreachable)',
    code: 'host-unreachable',
    source: 'https://github.com/opencast/opencast-docker/issues/136',
  },
  {
    family: 'java',
    text: 'java.net.ConnectException: finishConnect(..) failed: No route to host',
    code: 'host-unreachable',
    source: 'https://github.com/netty/netty/issues/13317',
  },
  {
    family: 'java',
    text: `> INFO {org.apache.axis2.transport.http.HTTPSender} -  Unable to sendViaPost to url[https://localhost:9443/services/APIKeyMgtSubscriberService] {org.apache.axis2.transport.http.HTTPSender}
java.net.SocketTimeoutException: Read timed out
	at java.net.SocketInputStream.socketRead0(Native Method)
	at java.net.SocketInputStream.socketRead(SocketInputStream.java:116)`,
    code: 'timed-out',
    source: 'https://github.com/wso2/product-apim/issues/3551',
  },

  // .NET
  {
    family: 'dotnet',
    text: "System.Net.WebException: The remote name could not be resolved: 'files.vendor.example'   at System.Net.HttpWebRequest.GetResponse()   at FileMasta.MainForm.GetTopSearches()",
    code: 'name-not-found',
    source: 'https://github.com/ohhsodead/FileMasta/issues/113',
  },
  {
    family: 'dotnet',
    text: `DataServiceTransportException: The remote name could not be resolved: 'api.portal.example'
  File "C:\\projects\\lms-agent\\src\\Core\\OData\\PortalManager.cs", line 143, in GetManagedSupportId { <lambda> }
    Int32 <GetManagedSupportId>b__0()
...
(14 additional frame(s) were not displayed)`,
    code: 'name-not-found',
    source: 'https://github.com/CentralTechnology/lms-agent/issues/98',
  },
  {
    family: 'dotnet',
    text: ` ERROR Google.GCalExchangeSync.Library.FreeBusyServiceEWS - Exception occured : {0}
System.Net.WebException: The remote name could not be resolved: 
'mailbox.corp.examplehttps'`,
    code: 'name-not-found',
    source: 'https://github.com/googlearchive/calendar-connectors/issues/41',
  },
  {
    family: 'dotnet',
    text: `System.Net.Http.HttpRequestException: No such host is known. (api.vendor.example:443)
 ---> System.Net.Sockets.SocketException (11001): No such host is known.
   at System.Net.Sockets.Socket.AwaitableSocketAsyncEventArgs.ThrowException(SocketError error, CancellationToken cancellationToken)`,
    code: 'name-not-found',
    source: 'https://github.com/njthomson/SrvSurvey/issues/432',
  },
  {
    family: 'dotnet',
    text: `        System.AggregateException : One or more errors occurred. (The requested name is valid, but no data of the requested type was found)
        ---- System.Net.Http.HttpRequestException : The requested name is valid, but no data of the requested type was found`,
    code: 'name-not-found',
    source: 'https://github.com/dotnet/corefx/issues/28898',
  },
  {
    family: 'dotnet',
    text: `System.Net.WebException
  HResult=0x80131509
  Message=The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.
  Source=System.Web.Services
Inner Exception 1:
AuthenticationException: The remote certificate is invalid according to the validation procedure.`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/dotnet/docs/issues/12110',
    note: 'The certificate was rejected; the message does not say why. An unknown issuer is most frequent.',
  },
  {
    family: 'dotnet',
    text: `System.Net.WebException: The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel. ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure.
   at System.Net.Security.SslState.StartSendAuthResetSignal(ProtocolToken message, AsyncProtocolRequest asyncRequest, Exception exception)`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/win-acme/win-acme/issues/364',
  },
  {
    family: 'dotnet',
    text: 'Details: "The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel."',
    code: 'tls-untrusted-root',
    source: 'https://github.com/CreativeDataEU/PowerBITrinoConnector/issues/9',
  },
  {
    family: 'dotnet',
    text: `(AuthenticationException): The remote certificate is invalid according to the validation procedure.
 Wrapped in HttpRequestException: The SSL connection could not be established, see inner exception.`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/win-acme/win-acme/issues/1634',
  },
  {
    family: 'dotnet',
    text: `The SSL connection could not be established, see inner exception.
       ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/Xabaril/AspNetCore.Diagnostics.HealthChecks/issues/804',
  },
  {
    family: 'dotnet',
    text: `System.InvalidOperationException: IDX20803: Unable to obtain configuration from: 'System.String'.
 ---> System.IO.IOException: IDX20804: Unable to retrieve document from: 'System.String'.
 ---> System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.
 ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: PartialChain`,
    code: 'tls-incomplete-chain',
    source: 'https://github.com/skoruba/IdentityServer4.Admin/issues/949',
  },
  {
    family: 'dotnet',
    text: 'The remote certificate is invalid because of errors in the certificate chain: NotTimeValid',
    code: 'tls-expired',
    source: 'https://github.com/RWS/ISHRemote/issues/211',
    note: 'Or not yet valid: the message does not say.',
  },
  {
    family: 'dotnet',
    text: "System.Security.Authentication.AuthenticationException: 'The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch, RemoteCertificateChainErrors'",
    code: 'tls-name-mismatch',
    source: 'https://github.com/dotnet/wcf/issues/5161',
  },
  {
    family: 'dotnet',
    text: '/workspace/<Redacted>.csproj : error NU1301:   The remote certificate is invalid because of errors in the certificate chain: RevocationStatusUnknown, OfflineRevocation [/workspace/<Redacted>.sln]',
    code: null,
    source: 'https://github.com/openai/codex/issues/9604',
    note: 'Only the question whether the certificate was revoked got no answer; a check does not ask it.',
  },
  {
    family: 'dotnet',
    text: `irm : The underlying connection was closed: An unexpected error occurred on a send.
At line:1 char:27
+ & ([scriptblock]::Create((irm "https://files.vendor.example/")))
+                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebExc
   eption
    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand`,
    code: 'connection-reset',
    source: 'https://github.com/Raphire/Win11Debloat/issues/428',
    note: 'Also what an old program meets that offers no TLS 1.2.',
  },
  {
    family: 'dotnet',
    text: `##[debug]System.Net.WebException: The underlying connection was closed: An unexpected error occurred on a send. ---> System.IO.IOException: Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host. ---> System.Net.Sockets.SocketException: An existing connection was forcibly closed by the remote host
##[debug]   at System.Net.Sockets.Socket.EndReceive(IAsyncResult asyncResult)`,
    code: 'connection-reset',
    source: 'https://github.com/maikvandergaag/msft-extensions/issues/367',
  },
  {
    family: 'dotnet',
    text: 'The underlying connection was closed: An unexpected error occurred on a receive. 2022-05-01T12:00:59.6093931Z ##[error]PowerShell script completed with 1 errors.',
    code: 'connection-reset',
    source: 'https://github.com/tobania/VSTS.Extension.SqlReportingServices/issues/64',
  },
  {
    family: 'dotnet',
    text: `  An error occurred while sending the request.
  The request was aborted: Could not create SSL/TLS secure channel.`,
    code: 'tls-refused',
    source: 'https://github.com/NuGet/NuGetGallery/issues/7701',
    note: 'Schannel does not say why: protocol, cipher or certificate.',
  },
  {
    family: 'dotnet',
    text: `System.Security.Authentication.AuthenticationException: A call to SSPI failed, see inner exception.
---> System.ComponentModel.Win32Exception: The message received was unexpected or badly formatted
   --- End of inner exception stack trace ---
   at System.Net.Security.SslState.InternalEndProcessAuthentication(LazyAsyncResult lazyResult)`,
    code: 'tls-refused',
    source: 'https://github.com/dotnet/runtime/issues/33186',
    note: 'Here it was alert 40, but the message alone does not tell.',
  },
  {
    family: 'dotnet',
    text: '2024-02-17 16:18:48.655 -06:00 [ERR] Exception caught: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond. (api.vendor.example:443)',
    code: 'connection-timeout',
    source: 'https://github.com/sim0n00ps/OF-DL/issues/283',
  },
  {
    family: 'dotnet',
    text: 'Message: The remote server returned an error: (503) Server Unavailable.',
    code: 'server-error',
    source: 'https://github.com/cyanlabs/Syn3Updater/issues/99',
  },
  {
    family: 'dotnet',
    text: 'System.Net.WebException again: The remote server returned an error: (404) Not Found.',
    code: 'wrong-address',
    source: 'https://github.com/x64architecture/wnmp/issues/51',
  },
  {
    family: 'dotnet',
    text: 'Microsoft.IdentityModel.Clients.ActiveDirectory.AdalServiceException: AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided. Trace ID: 00000000-0000-0000-0000-000000000000 Correlation ID: 00000000-0000-0000-0000-000000000000 Timestamp: 2017-06-08 09:22:07Z ---> System.Net.WebException: The remote server returned an error: (401) Unauthorized. at System.Net.HttpWebRequest.GetResponse()',
    code: 'credentials-rejected',
    source: 'https://github.com/sjkp/letsencrypt-siteextension/issues/144',
  },
  {
    family: 'dotnet',
    text: `invalid_client
AADSTS7000222: The provided client secret keys are expired. Visit the Azure Portal to create new keys for your app, or consider using certificate credentials for added security: https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials Trace ID: 00000000-0000-0000-0000-000000000000 Timestamp: 2021-06-19 15:14:59Z`,
    code: 'credentials-rejected',
    source: 'https://github.com/Azure-Samples/ms-identity-python-webapp/issues/67',
    note: 'The secret has expired.',
  },
  {
    family: 'dotnet',
    text: `Sorry, but we’re having trouble signing you in.

AADSTS700016: Application with identifier '************' was not found in the directory '****'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    code: 'credentials-rejected',
    source: 'https://github.com/geoffreylagaisse/Hass-Microsoft-Graph/issues/10',
    note: 'The client is unknown.',
  },
  {
    family: 'dotnet',
    text: 'onTurnError] unhandled error: Error: Get Token request returned http error: 401 and server response: {"error":"invalid_client","error_description":"**AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app \'00000000-0000-0000-0000-000000000000\'.\\r\\nT**race ID: 00000000-0000-0000-0000-000000000000',
    code: 'credentials-rejected',
    source: 'https://github.com/OfficeDev/microsoft-365-agents-toolkit/issues/8621',
  },
  {
    family: 'dotnet',
    text: `2023-01-09T14:06:14.7761493Z ##[debug]Exception message - System.Net.WebException: The remote server returned an error: (401) Unauthorized.
2023-01-09T14:06:14.7788328Z ##[debug]   at Microsoft.PowerShell.Commands.WebRequestPSCmdlet.ProcessRecord()
2023-01-09T14:06:14.7997290Z ##[debug]Exception message extracted from response {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app '***' are expired.`,
    code: 'credentials-rejected',
    source: 'https://github.com/liprec/vsts-release-aas/issues/119',
  },
];
