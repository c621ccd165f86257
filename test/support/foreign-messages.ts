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

  // Windows
  {
    family: 'windows',
    text: `Failed in attempting to update the source: winget
An unexpected error occurred while executing the command:
InternetOpenUrl() failed.
0x80072efd : unknown error`,
    code: 'connection-timeout',
    source: 'https://github.com/microsoft/winget-cli/issues/5412',
    note: '12029: cannot connect; or connection-refused.',
  },
  {
    family: 'windows',
    text: '| 80072EFD | -2147012867 | 2147954429 | ERROR_INTERNET_CANNOT_CONNECT | The attempt to connect to the server failed. The operation timed out. Network or Firewall Error. | ',
    code: 'connection-timeout',
    source: 'https://github.com/microsoft/winget-pkgs/pull/372024',
  },
  {
    family: 'windows',
    text: `> 2026-05-07 00:18:57.600 [CORE] DeliveryOptimization error: 0x80072f8f, extended error: 0x00000000
> 2026-05-07 00:18:57.601 [FAIL] C:\\__w\\1\\s\\external\\pkg\\src\\AppInstallerCommonCore\\DODownloader.cpp(361)\\WindowsPackageManager.dll!00007FFAE2EE9A30: (caller: 00007FFAE2EE8623) Exception(1) tid(1594) 80072F8F `,
    code: 'tls-untrusted-root',
    source: 'https://github.com/microsoft/winget-pkgs/pull/370443',
    note: "12175: something is wrong with the certificate, or this computer's clock.",
  },
  {
    family: 'windows',
    text: '"Error 12175 calling WINHTTP_CALLBACK_STATUS_REQUEST_ERROR, \'A security error occurred',
    code: 'tls-untrusted-root',
    source: 'https://github.com/dotnet/runtime/issues/33509',
    note: 'Something is wrong with the certificate; Windows does not say what.',
  },
  {
    family: 'windows',
    text: 'WinHttpSendRequest: 12007: The server name or address could not be resolved',
    code: 'name-not-found',
    source: 'https://github.com/altstoreio/AltStore/issues/1048',
  },
  {
    family: 'windows',
    text: 'Error 12007 calling WINHTTP_CALLBACK_STATUS_REQUEST_ERROR',
    code: 'name-not-found',
    source: 'https://github.com/alexalok/dotAPNS/issues/82',
  },
  {
    family: 'windows',
    text: 'Status code 12007 when updating the toolkit while it exists',
    code: 'name-not-found',
    source: 'https://github.com/RetroAchievements/RAIntegration/issues/297',
  },
  {
    family: 'windows',
    text: `> System.Net.WebException: An error occurred while sending the request. Error 12029 calling WINHTTP_CALLBACK_STATUS_REQUEST_ERROR, 
> 'A connection with the server could not be established'. ---> System.Net.Http.HttpRequestException: An error occurred while sending the request. ---> 
> System.Net.Http.WinHttpException: Error 12029 calling WINHTTP_CALLBACK_STATUS_REQUEST_ERROR, 'A connection with the server could not be established'.\\r\\n   `,
    code: 'connection-timeout',
    source: 'https://github.com/smartystreets/smartystreets-dotnet-sdk/issues/14',
    note: 'Or connection-refused.',
  },
  {
    family: 'windows',
    text: 'HttpSendRequest error 12029',
    code: 'connection-timeout',
    source: 'https://github.com/microsoft/vcpkg/issues/15532',
  },
  {
    family: 'windows',
    text: '2. WIN32[0x00002EE2]WinHttpReceiveResponse',
    code: 'timed-out',
    source: 'https://github.com/diadoc/diadocsdk-1c-docs/issues/1117',
  },
  {
    family: 'windows',
    text: '0x00002EE2 - 12002 - ERROR_WINHTTP_TIMEOUT The request has timed out. This error can be returned as a result of TCP/IP time-out behavior, regardless of time-out values set in Windows HTTP Services.',
    code: 'timed-out',
    source: 'https://github.com/diadoc/diadocsdk-1c-docs/issues/1117',
  },
  {
    family: 'windows',
    text: 'WinInet / WinHTTP - Windows Server 2012 R2 - 12029 (-1) - Handshake handshake failure 40',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/fabriciocolombo/delphi-rest-client-api/issues/155',
  },
  {
    family: 'windows',
    text: `Log Name:      System
Source:        Schannel
Date:          8/5/2020 5:16:37 AM
Event ID:      36888
Task Category: None
Level:         Error
Description:
A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal error code is 40. The Windows SChannel error state is 1205.`,
    code: 'tls-no-common-cipher',
    source: 'https://github.com/jborean93/requests-credssp/issues/18',
  },
  {
    family: 'windows',
    text: '> A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 20.',
    code: 'tls-refused',
    source: 'https://github.com/dotnet/corefx/issues/1894',
  },
  {
    family: 'windows',
    text: `  <Provider Name="Schannel" Guid="{1F678132-5938-4686-9FDC-C8FF68F15C85}" /> 
  <EventID>36887</EventID> 
  <Channel>System</Channel> 
  </System>
- <EventData>
  <Data Name="AlertDesc">20</Data> 
  </EventData>`,
    code: 'tls-refused',
    source: 'https://github.com/dotnet/corefx/issues/1894',
  },
  {
    family: 'windows',
    text: `Connecting to files.vendor.example|2001:db8::347|:443... connected.
WinTLS: Certificate error: 0x80090326
WinTLS: To connect insecurely, use \`--no-check-certificate'.
WinTLS: Handshake error: 0
WinTLS: ApplyControlToken failed: 0X80090301
Unable to establish SSL connection.`,
    code: 'tls-refused',
    source: 'https://github.com/lifenjoiner/wget-for-windows/issues/7',
  },
  {
    family: 'windows',
    text: 'WinHTTP security error. Status 65536, statusInfo: 16',
    code: 'tls-name-mismatch',
    source: 'https://github.com/synopse/mORMot/issues/412',
    note: 'statusInfo 16 is the flag CERT_CN_INVALID.',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_CONNECTION_ERROR
12030
The connection with the server has been reset or terminated, or an incompatible SSL protocol was encountered.`,
    code: 'connection-reset',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_SECURE_CERT_DATE_INVALID
12037`,
    code: 'tls-expired',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
    note: 'Or not yet valid: the message does not say.',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_SECURE_CERT_CN_INVALID
12038
Returned when a certificate CN name does not match the passed value (equivalent to a CERT_E_CN_NO_MATCH error).`,
    code: 'tls-name-mismatch',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED
12044`,
    code: 'tls-client-certificate-required',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `12166
An error occurred executing the script code in the Proxy Auto-Configuration (PAC) file.`,
    code: 'proxy-script-failed',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_SECURE_CERT_REVOKED
12170
Indicates that a certificate has been revoked (equivalent to CRYPT_E_REVOKED).`,
    code: 'tls-revoked',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE
12179
Indicates that a certificate is not valid for the requested usage (equivalent to CERT_E_WRONG_USAGE).`,
    code: 'tls-unsuitable',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `ERROR_WINHTTP_INVALID_SERVER_RESPONSE
12152
The server response cannot be parsed.`,
    code: 'not-http',
    source:
      'https://github.com/MicrosoftDocs/win32/blob/0f5c32f961152335e1589cf9e3b785324ce751fe/desktop-src/WinHttp/error-messages.md',
  },

  // OpenSSL and what is built on it
  {
    family: 'openssl',
    text: `CONNECTED(00000003)
depth=0 C = ES, ST = Andalucia, L = Sevilla, CN = *.district.example
verify error:num=20:unable to get local issuer certificate
verify return:1
depth=0 C = ES, ST = Andalucia, L = Sevilla, CN = *.district.example
verify error:num=21:unable to verify the first certificate
verify return:1`,
    code: 'tls-incomplete-chain',
    source: 'https://github.com/openssl/openssl/issues/13154',
  },
  {
    family: 'openssl',
    text: `CONNECTED(00000003)
depth=1 C = US, O = Let’s Encrypt, CN = Let’s Encrypt Authority X3
verify error:num=20:unable to get local issuer certificate`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/openssl/openssl/issues/6805',
    note: 'The intermediate certificate was sent (depth=1); the root is missing on this side.',
  },
  {
    family: 'openssl',
    text: 'Verify return code: 20 (unable to get local issuer certificate)',
    code: 'tls-untrusted-root',
    source: 'https://github.com/openssl/openssl/issues/6300',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'openssl',
    text: `verify error:num=20:unable to get local issuer certificate
verify error:num=21:unable to virify the first certificate`,
    code: 'tls-incomplete-chain',
    source: 'https://github.com/jntass/TASSL/issues/9',
  },
  {
    family: 'openssl',
    text: `C = US, O = GeoTrust Inc., CN = GeoTrust Global CA 
error 20 at 0 depth lookup: unable to get local issuer certificate 
error certs.pem: verification failed`,
    code: 'tls-incomplete-chain',
    source: 'https://github.com/openssl/openssl/issues/3225',
    note: 'Or tls-untrusted-root.',
  },
  {
    family: 'openssl',
    text: 'Cannot verify certificate: unable to get local issuer certificate, unable to verify the first certificate',
    code: 'tls-incomplete-chain',
    source: 'https://github.com/matteocorti/check_ssl_cert/issues/73',
  },
  {
    family: 'openssl',
    text: 'X509VerifyResult { code: 20, error: "unable to get local issuer certificate" }',
    code: 'tls-untrusted-root',
    source: 'https://github.com/BoundaryML/baml/issues/1491',
    note: 'Or tls-incomplete-chain. Here the list of roots was missing on this side.',
  },
  {
    family: 'openssl',
    text: `CONNECTED(00000003)
Can't use SSL_get_servername
depth=0 CN = e8:b7:48:83:66:80, OU = RV082, O = "Cisco Systems, Inc.", L = Irvine, C = US, SN = Califomia
verify error:num=18:self signed certificate
verify return:1`,
    code: 'tls-self-signed',
    source: 'https://github.com/rapid7/metasploit-framework/issues/6783',
  },
  {
    family: 'openssl',
    text: 'OpenSSL::SSL::SSLError SSL_connect returned=1 errno=0 state=error: dh key too small',
    code: 'tls-weak',
    source: 'https://github.com/rapid7/metasploit-framework/issues/6783',
  },
  {
    family: 'openssl',
    text: 'error trying to connect: error:141A318A:SSL routines:tls_process_ske_dhe:dh key too small:../ssl/statem/statem_clnt.c:2150:',
    code: 'tls-weak',
    source: 'https://github.com/seanmonstar/reqwest/issues/1027',
  },
  {
    family: 'openssl',
    text: `C = IN, O = vendor, CN = api.vendor.example
error 9 at 0 depth lookup: certificate is not yet valid
error ./cert.pem: verification failed`,
    code: 'tls-not-yet-valid',
    source: 'https://github.com/xipki/xipki/issues/238',
  },
  {
    family: 'openssl',
    text: `CONNECTED(00000003)
804B1EBA547F0000:error:0A000152:SSL routines:final_renegotiate:unsafe legacy renegotiation disabled:../ssl/statem/extensions.c:879:
---
no peer certificate available`,
    code: 'tls-old-protocol',
    source: 'https://github.com/openssl/openssl/issues/21296',
    note: "The server's TLS predates secure renegotiation (RFC 5746).",
  },
  {
    family: 'openssl',
    text: 'SSL_CERT CRITICAL www.district.example: SSL error: 8045010501000000:error:0A000152:SSL routines:final_renegotiate:unsafe legacy renegotiation disabled:ssl/statem/extensions.c:880: ',
    code: 'tls-old-protocol',
    source: 'https://github.com/matteocorti/check_ssl_cert/issues/335',
  },
  {
    family: 'openssl',
    text: `OpenSSL: error:1408F10B:SSL routines:ssl3_get_record:wrong version number
Unable to establish SSL connection.`,
    code: 'not-tls',
    source: 'https://github.com/FiloSottile/mkcert/issues/98',
  },
  {
    family: 'openssl',
    text: `ERROR: cannot verify files.vendor.example's certificate, issued by ‘CN=StartCom Class 2 IV Server CA,OU=StartCom Certification Authority,O=StartCom Ltd.,C=IL’:
  Unable to locally verify the issuer's authority.
To connect to files.vendor.example insecurely, use \`--no-check-certificate'.`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/FreddieWitherden/libforensic1394/issues/1',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'openssl',
    text: `ERROR: certificate common name “www.vendor.example” doesn’t match requested host name “raw.vendor.example”.
To connect to raw.vendor.example insecurely, use ‘--no-check-certificate’.`,
    code: 'tls-name-mismatch',
    source: 'https://github.com/andrefigueira/Schematic/issues/29',
  },
  {
    family: 'openssl',
    text: `> Connexion à service.ecole.example (service.ecole.example)|192.0.2.68|:443… connecté.
> Erreur : impossible de vérifier l'attribut service.ecole.example du certificat, émis par «/C=US/O=Let's Encrypt/CN=Let's Encrypt Authority X3» :
>   Impossible de vérifier localement l'autorité de l'émetteur.
> Pour établir une connexion non sécurisée à service.ecole.example, utilisez « --no-check-certificate ».`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/KaneRoot/dnsmanager/issues/6',
    note: 'In French. Or tls-incomplete-chain.',
  },

  // curl
  {
    family: 'curl',
    text: `curl: (60) SSL certificate problem: unable to get local issuer certificate
More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the web page mentioned above.`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/GoogleCloudPlatform/data-science-on-gcp/issues/140',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'curl',
    text: ` curl error 60 while downloading https://files.vendor.example/packages.json: SSL certificate problem: unable to get loca
  l issuer certificate`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/curl/curl/issues/17944',
    note: 'A word is broken in two. Or tls-incomplete-chain.',
  },
  {
    family: 'curl',
    text: `SSL certificate problem: unable to get local issuer certificate
Closing connection 0 curl: (60) SSL certificate problem: unable to get
local issuer certificate
More details here: http://curl.haxx.se/docs/sslcerts.html`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/butor/blackbird/issues/43',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'curl',
    text: 'Fatal error: Uncaught GuzzleHttp\\Exception\\RequestException: cURL error 60: SSL certificate problem: unable to get local issuer certificate',
    code: 'tls-untrusted-root',
    source: 'https://github.com/studoo-app/ecole-directe-api/issues/24',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'curl',
    text: `SunAMCESTE_RJulyC3339_EXCESTE7SunESun : callApi : Message :  Erreur de curl
SunAMCESTE_RJulyC3339_EXCESTE7SunESun : callApi : Data : a:2:{s:10:"parameters";a:2:{s:8:"endpoint";s:50:"https://api.vendor.example/v1/download/get_token.cgi";}s:10:"curl_error";s:63:"SSL certificate problem: unable to get local issuer certificate";}`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/Gizmo091/synology_1fichier_hosting/issues/20',
    note: 'Partly in French. Or tls-incomplete-chain.',
  },
  {
    family: 'curl',
    text: `curl: (60) SSL certificate problem: certificate has expired
More details here: https://curl.haxx.se/docs/sslcerts.html
curl performs SSL certificate verification by default, using a "bundle"
 of Certificate Authority (CA) public keys (CA certs). If the default
 bundle file isn't adequate, you can specify an alternate file
 using the --cacert option.`,
    code: 'tls-expired',
    source: 'https://github.com/saezlab/decoupleR/issues/57',
  },
  {
    family: 'curl',
    text: 'curl: (60) SSL certificate problem: self signed certificate in certificate chain',
    code: 'tls-untrusted-root',
    source: 'https://github.com/msys2/msys2.github.io/issues/154',
  },
  {
    family: 'curl',
    text: `> CONNECT sis.district.example:443 HTTP/1.1
> Host: sis.district.example:443
> User-Agent: curl/7.64.1
> Proxy-Connection: Keep-Alive
> 
< HTTP/1.1 403 Forbidden
< Server: nginx
* Received HTTP code 403 from proxy after CONNECT
* CONNECT phase completed!
* Closing connection 0
curl: (56) Received HTTP code 403 from proxy after CONNECT`,
    code: 'proxy-refused',
    source: 'https://github.com/chobits/ngx_http_proxy_connect_module/issues/190',
  },
  {
    family: 'curl',
    text: 'curl: (56) Received HTTP code 500 from proxy after CONNECT',
    code: 'host-unreachable',
    source: 'https://github.com/39ff/docker-rotating-proxy/issues/26',
    note: "A proxy's 5xx to CONNECT: the proxy could not reach the server.",
  },
  {
    family: 'curl',
    text: '[curl] 56: Received HTTP code 407 from proxy after CONNECT [url] https://sis.district.example/ [info] array (',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/guzzle/guzzle/issues/195',
    note: 'A sign-in was sent here, so proxy-sign-in-rejected may be the better word.',
  },
  {
    family: 'curl',
    text: 'Failure when receiving data from the peer: Received HTTP code 407 from proxy after CONNECT',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/php-curl-class/php-curl-class/issues/552',
  },
  {
    family: 'curl',
    text: 'curl: (56) Proxy CONNECT aborted',
    code: 'proxy-unreachable',
    source: 'https://github.com/orkunkaraduman/go-httpproxy/issues/13',
  },
  {
    family: 'curl',
    text: 'curl: (35) schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK (0x80092012) - The revocation function was unable to check revocation for the certificate.',
    code: null,
    source: 'https://github.com/InfoSecREDD/REDDs-PCAP-Uploader/issues/6',
    note: 'Only the question whether the certificate was revoked got no answer; a check does not ask it.',
  },
  {
    family: 'curl',
    text: 'curl: (77) schannel: next InitializeSecurityContext failed: SEC_E_UNTRUSTED_ROOT (0x80090325) - Die Zerti',
    code: 'tls-untrusted-root',
    source: 'https://github.com/loda-lang/loda-cpp/issues/178',
    note: 'In German, and cut.',
  },
  {
    family: 'curl',
    text: 'curl: (60) schannel: SEC_E_UNTRUSTED_ROOT (0x80090325) - The certificate chain was issued by an authority that is not trusted.',
    code: 'tls-untrusted-root',
    source: 'https://github.com/NuGet/docs.microsoft.com-nuget/issues/3043',
  },
  {
    family: 'curl',
    text: 'OpenSSL/3.0.11: error:0A000152:SSL routines::unsafe legacy renegotiation disabled',
    code: 'tls-old-protocol',
    source: 'https://github.com/ArchiveTeam/ArchiveBot/pull/565',
  },
  {
    family: 'curl',
    text: 'Error in open.connection(con, "rb") Timeout was reached',
    code: 'connection-timeout',
    source: 'https://github.com/saezlab/decoupleR/issues/57',
  },

  // Python
  {
    family: 'python',
    text: "requests.exceptions.SSLError: HTTPSConnectionPool(host='127.0.0.1', port=443): Max retries exceeded with url: / (Caused by SSLError(CertificateError(\"hostname '127.0.0.1' doesn't match either of '*.vendor.example', 'vendor.example'\",),))",
    code: 'tls-name-mismatch',
    source: 'https://github.com/OSidorenkov/zabbix-jira/issues/7',
  },
  {
    family: 'python',
    text: "requests.exceptions.SSLError: HTTPSConnectionPool(host='district.example', port=443): Max retries exceeded with url: / (Caused by SSLError(CertificateError(\"hostname 'district.example' doesn't match 'www.district.example'\",),))",
    code: 'tls-name-mismatch',
    source: 'https://github.com/scottwernervt/favicon/issues/4',
  },
  {
    family: 'python',
    text: "SSLError: HTTPSConnectionPool(host='www.vendor.example', port=443): Max retries exceeded with url: /services/xml/instruments.xsd (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)')))",
    code: 'tls-expired',
    source: 'https://github.com/sunpy/sunpy/issues/7445',
  },
  {
    family: 'python',
    text: `Traceback (most recent call last):
  File "/usr/lib/python3/dist-packages/urllib3/connectionpool.py", line 665, in urlopen
    httplib_response = self._make_request(
  File "/usr/lib/python3.8/ssl.py", line 1309, in do_handshake
    self._sslobj.do_handshake()
ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1131)`,
    code: 'tls-expired',
    source: 'https://github.com/Viralmaniar/SMWYG-Show-Me-What-You-Got/issues/10',
  },
  {
    family: 'python',
    text: "HTTPSConnectionPool(host='www.vendor.example', port=443): Max retries exceeded with url: XYZ (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1108)')))",
    code: 'tls-untrusted-root',
    source: 'https://github.com/thp/urlwatch/issues/505',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'python',
    text: '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:997)',
    code: 'tls-untrusted-root',
    source: 'https://github.com/httpie/cli/issues/1270',
    note: 'Or tls-incomplete-chain.',
  },
  {
    family: 'python',
    text: `raise MaxRetryError(_pool, url, error or ResponseError(cause))
urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='logs1.vendor.example', port=443): Max retries exceeded with url: /xx/logs.index (Caused by SSLError(SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:897)'),))`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/imperva/incapsula-logs-downloader/issues/105',
    note: 'The certificate was rejected; this old version does not say why.',
  },
  {
    family: 'python',
    text: "`requests.exceptions.ProxyError: HTTPSConnectionPool(host='login.vendor.example', port=443): Max retries exceeded with url: /tenant/oauth2/v2.0/token (Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 authenticationrequired',)))`",
    code: 'proxy-sign-in-required',
    source: 'https://github.com/psf/requests/issues/5332',
  },
  {
    family: 'python',
    text: 'OSError: Tunnel connection failed: 407 Proxy Authentication Required',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/kivy/kivy/issues/6873',
  },
  {
    family: 'python',
    text: "Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))",
    code: 'proxy-refused',
    source: 'https://github.com/mozilla/bugbot/issues/2002',
  },
  {
    family: 'python',
    text: "(Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 400 Bad Request')))",
    code: 'proxy-refused',
    source: 'https://github.com/psf/requests/issues/6585',
  },
  {
    family: 'python',
    text: "scrapy.core.downloader.handlers.http11.TunnelError:Could not open CONNECT tunnel with proxy 192.0.2.32:12345 [{'status': 407, 'reason': b'Proxy Authentication Required'}]",
    code: 'proxy-sign-in-required',
    source: 'https://github.com/aivarsk/scrapy-proxies/issues/63',
  },
  {
    family: 'python',
    text: "HTTPSConnectionPool(host='api.vendor.example', port=443): Max retries exceeded with url: /3.0/lists/0000/members (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0xb1f5c6f0>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'))",
    code: 'name-lookup-unavailable',
    source: 'https://github.com/VingtCinq/python-mailchimp/issues/233',
  },
  {
    family: 'python',
    text: "ConnectionError: HTTPSConnectionPool(host='', port=443): Max retries exceeded with url: /oauth2/access_token/ (Caused by <class 'socket.gaierror'>: [Errno -3] Temporary failure in name resolution)",
    code: 'name-lookup-unavailable',
    source: 'https://github.com/psf/requests/issues/3677',
  },
  {
    family: 'python',
    text: `Array
(
    [version] => 1.0
    [app] => ssl-checker-api
    [host] => sis.district.example
    [status] => error
    [result] => Array
        (
            [response] => failed
            [reason] => [Errno -3] Temporary failure in name resolution
        )

)`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/narbehaj/ssl-checker/issues/37',
  },
  {
    family: 'python',
    text: 'urllib.error.URLError: <urlopen error [WinError 10061] No connection could be made because the target machine actively refused it>',
    code: 'connection-refused',
    source: 'https://github.com/insidesherpa/JPMC-tech-task-1-PY3/issues/12',
  },
  {
    family: 'python',
    text: `urllib.error.URLError: <urlopen error [WinError 10060] A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond>
Total time: 21.12 seconds`,
    code: 'connection-timeout',
    source: 'https://github.com/lllyasviel/Fooocus/issues/1147',
  },
  {
    family: 'python',
    text: `[WinError 10060] A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to
respond`,
    code: 'connection-timeout',
    source: 'https://github.com/alttester/AltTester-Unity-SDK/issues/190',
  },
  {
    family: 'python',
    text: `Traceback (most recent call last):
  File "C:\\Python\\lib\\site-packages\\urllib3\\connectionpool.py", line 670, in urlopen
    httplib_response = self._make_request(
  File "C:\\Python\\lib\\ssl.py", line 1099, in read
    return self._sslobj.read(len, buffer)
ConnectionResetError: [WinError 10054] An existing connection was forcibly closed by the remote host

During handling of the above exception, another exception occurred:`,
    code: 'connection-reset',
    source: 'https://github.com/Hashirama/OFDL/issues/13',
  },
  {
    family: 'python',
    text: "ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
    code: 'connection-reset',
    source: 'https://github.com/canonical/snapcraft.io/issues/3875',
  },
  {
    family: 'python',
    text: "('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
    code: 'connection-reset',
    source: 'https://github.com/blobfile/blobfile/issues/156',
  },
  {
    family: 'python',
    text: "`requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='127.0.0.1', port=32400): Read timed out. (read timeout=30)`",
    code: 'timed-out',
    source: 'https://github.com/stevezau/media_preview_generator/issues/22',
  },
  {
    family: 'python',
    text: '[DBUG] sslcert: Error connecting to 192.0.2.4:443: [SSL: UNSAFE_LEGACY_RENEGOTIATION_DISABLED] unsafe legacy renegotiation disabled (_ssl.c:997)',
    code: 'tls-old-protocol',
    source: 'https://github.com/blacklanternsecurity/bbot/issues/557',
  },

  // Node
  {
    family: 'node',
    text: `Failed to GET https://[redacted]. FetchError: request to https://[redacted] failed, reason: unable to verify the first certificate
...
type: 'system',
errno: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'`,
    code: 'tls-incomplete-chain',
    source: 'https://github.com/guardian/dev-nginx/issues/24',
  },
  {
    family: 'node',
    text: `npm ERR! Error: UNABLE_TO_VERIFY_LEAF_SIGNATURE
npm ERR!     at SecurePair.<anonymous> (tls.js:1283:32)
npm ERR!     at SecurePair.EventEmitter.emit (events.js:92:17)`,
    code: 'tls-incomplete-chain',
    source: 'https://github.com/mixu/npm_lazy/issues/15',
  },
  {
    family: 'node',
    text: '15 error code UNABLE_TO_VERIFY_LEAF_SIGNATURE 16 error errno UNABLE_TO_VERIFY_LEAF_SIGNATURE 17 error request to https://registry.vendor.example/node-sass failed, reason: unable to verify the first certifi',
    code: 'tls-incomplete-chain',
    source: 'https://github.com/nodejs/help/issues/1102',
    note: 'Three lines of a log in one, and cut.',
  },
  {
    family: 'node',
    text: `code:'SELF_SIGNED_CERT_IN_CHAIN'
message:'self signed certificate in certificate chain'`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/ciaranj/node-oauth/issues/367',
  },
  {
    family: 'node',
    text: `Error type: SELF_SIGNED_CERT_IN_CHAIN
Error Message: request to redacted:url failed, reason: self signed certificate in certificate chain`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/microsoft/vscode-azure-account/issues/800',
  },
  {
    family: 'node',
    text: `{
  "name": null,
  "message": "\\"{\\\\n  \\\\\\"name\\\\\\": \\\\\\"Error\\\\\\",\\\\n  \\\\\\"message\\\\\\": \\\\\\"self signed certificate in certificate chain\\\\\\",\\\\n  \\\\\\"stack\\\\\\": \\\\\\"Error: self signed certificate in certificate chain\\\\\\\\n    at TLSSocket.onConnectSecure (node:_tls_wrap:1535:34)\\\\\\"}\\""
}`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/microsoft/AzureStorageExplorer/issues/6682',
    note: 'Wrapped in JSON several times over.',
  },
  {
    family: 'node',
    text: `AxiosError: self signed certificate
    at TLSSocket.onConnectSecure (_tls_wrap.js:1507:34)
    at TLSSocket.emit (events.js:376:20)
    at TLSSocket._finishInit (_tls_wrap.js:932:8)
    at TLSWrap.ssl.onhandshakedone (_tls_wrap.js:706:12) {
  code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  config: {`,
    code: 'tls-self-signed',
    source: 'https://github.com/nodejs/node/issues/45977',
  },
  {
    family: 'node',
    text: 'sdc-listpackages: error (InternalError): DEPTH_ZERO_SELF_SIGNED_CERT',
    code: 'tls-self-signed',
    source: 'https://github.com/TritonDataCenter/node-smartdc/issues/51',
  },
  {
    family: 'node',
    text: 'Received error: certificate has expired (CERT_HAS_EXPIRED)',
    code: 'tls-expired',
    source: 'https://github.com/chrmarti/vscode-network-proxy-test/issues/4',
  },
  {
    family: 'node',
    text: `Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: sis.district.example. is not in the cert's altnames: DNS:*.vendor.example, DNS:vendor.example
    at new NodeError (node:internal/errors:405:5)
    at Object.checkServerIdentity (node:tls:337:12)`,
    code: 'tls-name-mismatch',
    source: 'https://github.com/jspm/project/issues/311',
  },
  {
    family: 'node',
    text: "Error: Hostname/IP doesn't match certificate's altnames: \"Host: https. is not in the cert's altnames: DNS:*.vendor.example, DNS:vendor.example\"",
    code: 'tls-name-mismatch',
    source: 'https://github.com/Shopify/slate/issues/548',
  },
  {
    family: 'node',
    text: "[ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: IP: 192.0.2.158 is not in the cert's list: ",
    code: 'tls-name-mismatch',
    source: 'https://github.com/emqx/MQTTX/issues/1456',
  },
  {
    family: 'node',
    text: `Error: write EPROTO 16388:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:c:\\ws\\deps\\openssl\\openssl\\ssl\\record\\ssl3_record.c:332:

    at WriteWrap.onWriteComplete [as oncomplete] (internal/stream_base_commons.js:92:16) {
  errno: -4046,
  code: 'EPROTO',
  syscall: 'write'
}`,
    code: 'not-tls',
    source: 'https://github.com/flowbe/node-qbittorrent-api-v2/issues/2',
  },
  {
    family: 'node',
    text: 'AxiosError: write EPROTO 1C3B0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:c:\\ws\\deps\\openssl\\openssl\\ssl\\record\\ssl3_record.c:355:',
    code: 'not-tls',
    source: 'https://github.com/openssl/openssl/issues/18757',
  },
  {
    family: 'node',
    text: '1.write EPROTO 14654428880960:error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:../../third_party/boringssl/src/ssl/tls_record.cc:231:',
    code: 'not-tls',
    source: 'https://github.com/cline/cline/issues/2921',
  },
  {
    family: 'node',
    text: 'Error: write EPROTO 22360:error:1408F10B:SSL routines:ssl3_get_record:wrong version',
    code: 'not-tls',
    source: 'https://github.com/request/request/issues/3505',
    note: 'The last word is missing.',
  },
  {
    family: 'node',
    text: `Error: write EPROTO 140253421225792:error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../deps/openssl/openssl/ssl/s3_pkt.c:1500:SSL alert number 40
140253421225792:error:1409E0E5:SSL routines:ssl3_write_bytes:ssl handshake failure:../deps/openssl/openssl/ssl/s3_pkt.c:659:`,
    code: 'tls-no-common-cipher',
    source: 'https://github.com/nodejs/help/issues/1098',
  },
  {
    family: 'node',
    text: `TypeError: fetch failed
    at Object.fetch (node:internal/deps/undici/undici:11372:11)
  cause: Error: Client network socket disconnected before secure TLS connection was established
      at connResetException (node:internal/errors:720:14)
    code: 'ECONNRESET',
    host: 'api.vendor.example',
    port: 443,`,
    code: 'connection-reset',
    source: 'https://github.com/SawyerHood/draw-a-ui/issues/70',
  },
  {
    family: 'node',
    text: `   ERROR  Error occurred: fetch failed                                                                                                                                                8:29:17 AM

    at node:internal/deps/undici/undici:15845:13

  [cause]: read ECONNRESET

      at TLSWrap.onStreamRead (node:internal/stream_base_commons:216:2`,
    code: 'connection-reset',
    source: 'https://github.com/caozhiyuan/copilot-api/issues/192',
  },
  {
    family: 'node',
    text: ` [TypeError: fetch failed] {
  cause:  [ConnectTimeoutError: Connect Timeout Error] {
  name: 'ConnectTimeoutError',
  code: 'UND_ERR_CONNECT_TIMEOUT',
  message: 'Connect Timeout Error'
}`,
    code: 'connection-timeout',
    source: 'https://github.com/mckaywrigley/ai-code-translator/issues/38',
  },
  {
    family: 'node',
    text: `headplane  |   [cause]: ConnectTimeoutError: Connect Timeout Error (attempted address: service.district.example:443, timeout: 10000ms)
headplane  |       at onConnectTimeout (/app/node_modules/.pnpm/undici@7.1.0/node_modules/undici/lib/core/connect.js:237:24)`,
    code: 'connection-timeout',
    source: 'https://github.com/tale/headplane/issues/79',
  },
  {
    family: 'node',
    text: `│        Error: connect ETIMEDOUT 2001:db8:4802:32::223:443                                                                                                                                                                    │
│            at createConnectionError (node:net:1652:14)                                                                                                                                                                        │
│            at Timeout.internalConnectMultipleTimeout (node:net:1711:38)                                                                                                                                                       │`,
    code: 'connection-timeout',
    source: 'https://github.com/google-gemini/gemini-cli/issues/1549',
  },
  {
    family: 'node',
    text: `ApplicationInsights:CorrelationIdManager [ { Error: connect ETIMEDOUT ****
      at TCPConnectWrap.afterConnect [as oncomplete] (net.js:1163:14)
    errno: 'ETIMEDOUT',`,
    code: 'connection-timeout',
    source: 'https://github.com/mtxr/vscode-sqltools/issues/13',
  },
  {
    family: 'node',
    text: `  \\- Error: getaddrinfo ENOTFOUND \\<hostname of target webpage\\>
  \\-     at errnoException (dns.js:44:10)
  \\-     at GetAddrInfoReqWrap.onlookup [as oncomplete] (dns.js:94:26)`,
    code: 'name-not-found',
    source: 'https://github.com/andris9/fetch/issues/14',
  },
  {
    family: 'node',
    text: 'Erreur de connexion. (connect ECONNREFUSED)',
    code: 'connection-refused',
    source: 'https://github.com/prawnsalad/KiwiIRC/issues/733',
    note: 'In French.',
  },

  // Go
  {
    family: 'go',
    text: 'dial tcp: lookup api.vendor.example on 192.0.2.123:53: no such host',
    code: 'name-not-found',
    source: 'https://github.com/aaronlifton/Gooo/issues/3',
  },
  {
    family: 'go',
    text: 'Get "https://api.vendor.example/network/provider-locations": dial tcp: lookup [api.vendor.example](http://api.vendor.example/): no such host',
    code: 'name-not-found',
    source: 'https://github.com/urnetwork/server/issues/66',
    note: 'With links that a program put in.',
  },
  {
    family: 'go',
    text: `failed to connect: dial tcp: lookup sis.district.example: getaddrinfow: A non-recoverable error occurred during a database lookup.
exit status 1`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/unixpickle/kahoot-hack/issues/28',
  },
  {
    family: 'go',
    text: 'ERROR flashlight.client: reverseproxy.go:186 http: proxy error: dial tcp: GetAddrInfoW: This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server.\\n',
    code: 'name-lookup-unavailable',
    source: 'https://github.com/getlantern/lantern/issues/2696',
  },
  {
    family: 'go',
    text: 'oauth2: cannot fetch token: Post \\https://login.vendor.example/token": x509: certificate signed by unknown authority"',
    code: 'tls-untrusted-root',
    source: 'https://github.com/cert-manager/cert-manager/issues/3609',
    note: 'Or tls-incomplete-chain: Go says the same of both.',
  },
  {
    family: 'go',
    text: '2015/10/13 14:43:31 [login_oauth.go:41 OAuthLogin()] [E] login.OAuthLogin(NewTra                                                    nsportWithCode): Post https://login.district.example/oauth/token: x509: cert                                                    ificate signed by unknown authority.',
    code: 'tls-untrusted-root',
    source: 'https://github.com/grafana/grafana/issues/2942',
    note: 'A word is broken in two. Or tls-incomplete-chain.',
  },
  {
    family: 'go',
    text: `│ Error: Post "https://login.district.example/auth/oauth/v2/token": x509: certificate signed by unknown authority
│
│   with restapi_object.acp_scripted_silver,
│   on account_plans.tf line 4, in resource "restapi_object" "acp_scripted_silver":`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/Mastercard/terraform-provider-restapi/issues/195',
  },
  {
    family: 'go',
    text: '[2017-11-28 17:25:51] [ERROR] Get https://dns.vendor.example/dns-query?body=XXX: x509: certificate has expired or is not yet valid',
    code: 'tls-expired',
    source: 'https://github.com/DNSCrypt/dnscrypt-proxy/issues/324',
    note: "Here the computer's clock was behind; the message cannot know.",
  },
  {
    family: 'go',
    text: 'x509: certificate has expired or is not yet valid: current time 2023-05-18 is after 2023-04-23T06:01:48Z',
    code: 'tls-expired',
    source: 'https://github.com/FlorianREGAZ/Python-Tls-Client/issues/71',
  },
  {
    family: 'go',
    text: 'Get "https://www.district.example/pcni/": x509: certificate is valid for *.vendor.example, www.vendor.example, not www.district.example',
    code: 'tls-name-mismatch',
    source: 'https://github.com/dropod/issues/issues/8693',
  },
  {
    family: 'go',
    text: '2022-06-04T06:17:32.581Z\tINFO\tcontrollers.CertificateRequest\tCheck your external NCM server. Failed to find ca: Get "https://ca.district.example:8084/v1/cas": x509: certificate relies on legacy Common Name field, use SANs or temporarily enable Common Name matching with GODEBUG=x509ignoreCN=0',
    code: 'tls-name-mismatch',
    source: 'https://github.com/nokia/ncm-issuer/issues/9',
    note: 'The certificate names its host only in a field that no longer counts.',
  },
  {
    family: 'go',
    text: 'panic: Get https://sis.district.example: proxyconnect tcp: tls: first record does not look like a TLS handshake',
    code: 'proxy-unreachable',
    source: 'https://github.com/snail007/goproxy/issues/259',
    note: 'What answers there is no proxy that speaks TLS.',
  },
  {
    family: 'go',
    text: 'tls: oversized record received with length 20527',
    code: 'not-tls',
    source: 'https://github.com/snail007/goproxy/issues/259',
  },
  {
    family: 'go',
    text: '2025/01/17 13:50:24 [Error] [105124943] transport/internet/websocket: failed to dial to service.vendor.example:443 > tls: first record does not look like a TLS handshake',
    code: 'not-tls',
    source: 'https://github.com/2dust/v2rayN/issues/6525',
  },
  {
    family: 'go',
    text: '[WRN] Could not connect input 192.0.2.102:443: could not connect to host: could not do handshake: remote error: tls: handshake failure',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/projectdiscovery/tlsx/issues/31',
  },
  {
    family: 'go',
    text: '[WRN] Could not connect input 192.0.2.160:443: could not connect to host: could not do handshake: remote error: tls: internal error',
    code: 'tls-refused',
    source: 'https://github.com/projectdiscovery/tlsx/issues/31',
  },
  {
    family: 'go',
    text: '[WRN] Could not connect input 192.0.2.18:443: could not connect to host: could not do handshake: EOF',
    code: 'connection-reset',
    source: 'https://github.com/projectdiscovery/tlsx/issues/31',
  },
  {
    family: 'go',
    text: '`dial tcp <hostip>: i/o timeout`',
    code: 'connection-timeout',
    source: 'https://github.com/sanathp/statusok/issues/19',
  },
  {
    family: 'go',
    text: 'net/http: TLS handshake timeout',
    code: 'timed-out',
    source: 'https://github.com/sanathp/statusok/issues/19',
  },
  {
    family: 'go',
    text: '#2: http://192.168.1.150:500/api/config: Patch \\"http://192.168.1.150:500/api/config\\": dial tcp 192.168.1.150:500: connect: connection refused',
    code: 'connection-refused',
    source: 'https://github.com/lovelaze/nebula-sync/issues/60',
  },
  {
    family: 'go',
    text: 'error:"could not connect to proxy: proxy.vendor.example:22225 status code: 407"',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/projectdiscovery/nuclei/issues/5189',
  },

  // More of Windows, curl and Node
  {
    family: 'windows',
    text: "+    The server name or address couldn't be resolved 0x80072ee7 (INet: 12007 ERROR\\_INTERNET\\_NAME\\_NOT\\_RESOLVED).",
    code: 'name-not-found',
    source: 'https://github.com/MicrosoftDocs/windowsserverdocs/pull/6893',
  },
  {
    family: 'windows',
    text: "+    A connection with the server couldn't be established 0x80072efd (INet: 12029 ERROR\\_INTERNET\\_CANNOT\\_CONNECT)",
    code: 'connection-timeout',
    source: 'https://github.com/MicrosoftDocs/windowsserverdocs/pull/6893',
    note: 'Or connection-refused.',
  },
  {
    family: 'windows',
    text: 'Win_updates fail with "Exception from HRESULT: 0x80072EE2"',
    code: 'timed-out',
    source: 'https://github.com/ansible-collections/ansible.windows/issues/600',
    note: 'Or connection-timeout: 12002 covers both.',
  },
  {
    family: 'windows',
    text: "| 0x80072F8F  | A mismatch happens between the system's clock and the activation servers' clock when trying to activate windows ",
    code: 'clock-skew',
    source: 'https://github.com/MicrosoftDocs/windows-itpro-docs/pull/10522',
  },
  {
    family: 'windows',
    text: ' An exception has occurred (DiadocCom.CreateConnectionByCertificate2): WIN32[0x00002EE2]WinHttpSendRequest',
    code: 'timed-out',
    source: 'https://github.com/diadoc/diadocsdk-1c-docs/issues/1224',
  },
  {
    family: 'curl',
    text: 'cURL error 7: Failed to connect to www.example.com port 443: Connection refused',
    code: 'connection-refused',
    source: 'https://github.com/WordPress/Requests/issues/348',
  },
  {
    family: 'curl',
    text: 'cURL error 28: Failed to connect to sis.district.example port 443: Connection timed out (see https://curl.haxx.se/libcurl/c/libcurl-errors.html)',
    code: 'connection-timeout',
    source: 'https://github.com/apioo/fusio/issues/383',
  },
  {
    family: 'curl',
    text: '```curl: (7) Failed to connect to 127.0.0.1 port 20170: Connection refused```   ',
    code: 'connection-refused',
    source: 'https://github.com/curl/curl/issues/9358',
  },
  {
    family: 'curl',
    text: 'cURL error 7: Failed to connect to api.vendor.example port 443: Connection timed out',
    code: 'connection-timeout',
    source: 'https://github.com/Bogardo/Mailgun/issues/75',
    note: 'Number 7, but the words say that there was no answer.',
  },
  {
    family: 'curl',
    text: `15:19:37.125951 == Info:   Trying 127.0.0.1:60852...
15:19:37.126069 == Info: connect to 127.0.0.1 port 60852 failed: Connection refused
15:19:37.126083 == Info: Failed to connect to one.vendor.example port 60852 after 0 ms: Couldn't connect to server`,
    code: 'connection-refused',
    source: 'https://github.com/curl/curl/issues/10863',
  },
  {
    family: 'curl',
    text: `Ошибка на 185 строке: cURL error 7: Failed to connect to exchapi port 1337: Connection refused (see http://curl.haxx.se/libcurl/c/libcurl-errors.html)
Попробуйте еще раз или обратитесь в помощь`,
    code: 'connection-refused',
    source: 'https://github.com/curl/curl/issues/7430',
    note: "In Russian around curl's words.",
  },
  {
    family: 'node',
    text: `17 http request GET https://registry.vendor.example/nodemailer
18 info retry will retry, error on last attempt: Error: getaddrinfo EAI_AGAIN registry.vendor.example:443
19 info attempt registry request try #2 at 6:15:19 AM`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/npm/npm/issues/11832',
  },
  {
    family: 'node',
    text: `npm ERR! code EAI_AGAIN
npm ERR! errno EAI_AGAIN
npm ERR! syscall getaddrinfo

npm ERR! getaddrinfo EAI_AGAIN registry.vendor.example:80`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/npm/npm/issues/12090',
  },
  {
    family: 'node',
    text: `[9/7/2020] [12:52:05 AM] [Express ] › ⚠  warning   Error: getaddrinfo EAI_AGAIN https https:80
    at GetAddrInfoReqWrap.onlookup [as oncomplete] (dns.js:58:26)`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/jc21/docker-registry-ui/issues/23',
  },
  {
    family: 'node',
    text: `\`{ [Error: getaddrinfo EAI_AGAIN mail.district.example:587]
  code: 'EAI_AGAIN',
  errno: 'EAI_AGAIN',
  syscall: 'getaddrinfo',`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/nodemailer/nodemailer/issues/679',
  },

  // Browsers
  {
    family: 'browser',
    text: `Your connection is not private

Attackers might be trying to steal your information from sis.district.example (for 
example, passwords, messages, or credit cards).

NET::ERR_CERT_AUTHORITY_INVALID`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/google/google-toolbox-for-mac/issues/95',
  },
  {
    family: 'browser',
    text: `Your connection is not private
Attackers might be trying to steal your information from www.vendor.example (for example, passwords, messages, or credit cards). Learn more
NET::ERR_CERT_AUTHORITY_INVALID`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/Azure/ServerlessLibrary/issues/60',
  },
  {
    family: 'browser',
    text: `_Your connection isn't private
Attackers might be trying to steal your information from localhost (for example, passwords, messages, or credit cards).
NET::ERR_CERT_AUTHORITY_INVALID_ `,
    code: 'tls-untrusted-root',
    source: 'https://github.com/cameronhunter/local-ssl-proxy/issues/118',
  },
  {
    family: 'browser',
    text: `net::ERR_CERT_COMMON_NAME_INVALID
[Turn on enhanced protection](chrome-error://chromewebdata/#) to get Chrome's highest level of security
sis.district.example normally uses encryption to protect your information. When Chrome tried to connect to sis.district.example this time, the website sent back unusual and incorrect credentials.`,
    code: 'tls-name-mismatch',
    source: 'https://github.com/is-a-good-dev/register/issues/1005',
  },
  {
    family: 'browser',
    text: `Your connection is not private
Attackers might be trying to steal your information from district.example (for example, passwords, messages, or credit cards). Learn more
NET::ERR_CERT_COMMON_NAME_INVALID`,
    code: 'tls-name-mismatch',
    source: 'https://github.com/neocities/neocities/issues/358',
  },
  {
    family: 'browser',
    text: `### it show NET::ERR_CERT_DATE_INVALID on the edge.

Subject: api.vendor.example

Issuer: DigiCert Basic RSA CN CA G2

Expires on: 2023年10月8日

Current date: 2023年10月8日`,
    code: 'tls-expired',
    source: 'https://github.com/NuGet/NuGetGallery/issues/9699',
  },
  {
    family: 'browser',
    text: `Secure Connection Failed

      An error occurred during a connection to sis.district.example.

Cannot communicate securely with peer: no common encryption algorithm(s).

(Error code: ssl_error_no_cypher_overlap)`,
    code: 'tls-no-common-cipher',
    source: 'https://github.com/ripple/ripple-client/issues/640',
  },
  {
    family: 'browser',
    text: `An error occurred during a connection to sis.district.example. Cannot communicate securely with peer: no common encryption algorithm(s).

Error code: SSL_ERROR_NO_CYPHER_OVERLAP`,
    code: 'tls-no-common-cipher',
    source: 'https://github.com/0no-co/wonka/issues/173',
  },
  {
    family: 'browser',
    text: '"ERR_SSL_VERSION_OR_CIPHER_MISMATCH"',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/shellinabox/shellinabox/issues/274',
  },
  {
    family: 'browser',
    text: `There is a problem with this website’s security certificate.
--
 
  | The security certificate presented by this website was issued for a different website's address.The security certificate presented by this website was not issued by a trusted certificate authority.Security certificate problems may indicate an attempt to fool you or intercept any data you send to the server.`,
    code: 'tls-name-mismatch',
    source: 'https://github.com/kimchi-project/wok/issues/274',
  },
  {
    family: 'browser',
    text: `"There was an error during the request

net::ERR_NAME_NOT_RESOLVED"`,
    code: 'name-not-found',
    source: 'https://github.com/jarrodek/ChromeRestClient/issues/569',
  },
  {
    family: 'browser',
    text: `Error: Unable to load the page: net::ERR_NAME_NOT_RESOLVED
    at Function.assertPageLoaded (chrome-devtools://devtools/bundled/audits2_worker/audits2_worker_module.js:666:332)`,
    code: 'name-not-found',
    source: 'https://github.com/GoogleChrome/lighthouse/issues/4623',
  },
  {
    family: 'browser',
    text: `This site can’t be reached
The webpage at    https://sis.district.example/i/my, (etc, for any and all webpages)   might be temporarily down or it may have moved permanently to a new web address.
ERR_TUNNEL_CONNECTION_FAILED`,
    code: 'proxy-refused',
    source: 'https://github.com/FelisCatus/SwitchyOmega/issues/1469',
  },
  {
    family: 'browser',
    text: `Tried 13 | Line : 316 | Message: unknown error: net::ERR_TUNNEL_CONNECTION_FAILED
  (Session info: headless chrome=90.0.4430.72)`,
    code: 'proxy-refused',
    source: 'https://github.com/MShawon/YouTube-Viewer/issues/89',
  },
  {
    family: 'browser',
    text: 'Error HTTP ERROR 407 ',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/incu6us/proxy-chrome-extension/issues/2',
  },
  {
    family: 'browser',
    text: `* https://apps.vendor.example/api/v1/token: Failed to load resource: the server responded with a status of 503 (Service Unavailable)
* https://apps.vendor.example/api/v1/token: Failed to load resource: the server responded with a status of 504 (Gateway Time-out)`,
    code: 'server-error',
    source: 'https://github.com/nextcloud/appstore/issues/564',
  },

  // Browsers, in French
  {
    family: 'browser',
    text: 'Le certificat n’est pas sûr car il est auto-signé.',
    code: 'tls-self-signed',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
  },
  {
    family: 'browser',
    text: 'Les sites web justifient leur identité par des certificats qui ont une période de validité définie. Le certificat de sis.ecole.example a expiré le 12/03/2026.',
    code: 'tls-expired',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
    note: 'The placeholders are filled in.',
  },
  {
    family: 'browser',
    text: 'Le certificat de sis.ecole.example ne sera pas valide jusqu’au 01/09/2026.',
    code: 'tls-not-yet-valid',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
    note: 'The placeholders are filled in.',
  },
  {
    family: 'browser',
    text: 'Les sites web justifient leur identité par des certificats. Firefox ne fait pas confiance à ce site, car il utilise un certificat qui n’est pas valide pour sis.ecole.example. Le certificat n’est valide que pour www.ecole.example.',
    code: 'tls-name-mismatch',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
    note: 'The placeholders are filled in.',
  },
  {
    family: 'browser',
    text: `Les sites web justifient leur identité par des certificats. Firefox ne fait pas confiance à sis.ecole.example, car l’émetteur de son certificat est inconnu, le certificat est auto-signé ou le serveur n’envoie pas les certificats intermédiaires corrects.
Code d’erreur : SEC_ERROR_UNKNOWN_ISSUER`,
    code: 'tls-untrusted-root',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
    note: 'The placeholders are filled in. Or tls-incomplete-chain.',
  },
  {
    family: 'browser',
    text: 'Le certificat n’est pas sûr car il a été signé à l’aide d’un algorithme de signature qui a été désactivé car cet algorithme n’est pas sécurisé.',
    code: 'tls-weak',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
  },
  {
    family: 'browser',
    text: 'Ce site web ne prend peut-être pas en charge le protocole TLS 1.2, version minimale prise en charge par Firefox.',
    code: 'tls-old-protocol',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/certError.ftl',
  },
  {
    family: 'browser',
    text: 'sis.ecole.example est probablement un site fiable, mais une connexion sécurisée n’a pas pu être établie. Ce problème est causé par Filtre Exemple, qui est un logiciel installé soit sur votre ordinateur, soit sur votre réseau.',
    code: 'tls-intercepted',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/netError.ftl',
    note: 'The placeholders are filled in.',
  },
  {
    family: 'browser',
    text: 'Votre ordinateur pense que nous sommes le 1 janv. 2015, ce qui empêche Firefox de se connecter de façon sécurisée. Pour visiter sis.ecole.example, mettez à jour l’horloge de votre ordinateur dans vos paramètres système afin qu’elle soit réglée sur la date, l’heure et le fuseau horaire qui conviennent',
    code: 'clock-skew',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/netError.ftl',
    note: 'The placeholders are filled in.',
  },
  {
    family: 'browser',
    text: `Se connecter au réseau
Ce réseau nécessite que vous vous connectiez à un compte pour utiliser Internet.`,
    code: 'web-page-answered',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/netError.ftl',
  },
  {
    family: 'browser',
    text: 'Impossible de communiquer en mode sécurisé avec le pair : aucun algorithme de chiffrement en commun.',
    code: 'tls-no-common-cipher',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/3d93e4cd9dec8be49a089c989f8879168f85e274/fr/security/manager/chrome/pipnss/nsserrors.properties',
  },
  {
    family: 'browser',
    text: 'Le pair signale une version de protocole non compatible ou non gérée.',
    code: 'tls-old-protocol',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/3d93e4cd9dec8be49a089c989f8879168f85e274/fr/security/manager/chrome/pipnss/nsserrors.properties',
  },
  {
    family: 'browser',
    text: 'SSL a reçu un enregistrement qui dépasse la longueur maximale autorisée.',
    code: 'not-tls',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/3d93e4cd9dec8be49a089c989f8879168f85e274/fr/security/manager/chrome/pipnss/nsserrors.properties',
  },
  {
    family: 'browser',
    text: 'Le certificat du pair a été révoqué.',
    code: 'tls-revoked',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/3d93e4cd9dec8be49a089c989f8879168f85e274/fr/security/manager/chrome/pipnss/nsserrors.properties',
  },
  {
    family: 'browser',
    text: "Le pair SSL n'a pas de certificat pour le nom DNS demandé.",
    code: 'tls-unknown-name',
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/3d93e4cd9dec8be49a089c989f8879168f85e274/fr/security/manager/chrome/pipnss/nsserrors.properties',
  },
  {
    family: 'browser',
    text: `Votre connexion n’est pas privée
NET::ERR_CERT_COMMON_NAME_INVALID`,
    code: 'tls-name-mismatch',
    source:
      'https://www.journaldufreenaute.fr/comment-reparer-une-erreur-de-confidentialite-net-err-cert-common-name-invalid',
  },
  {
    family: 'browser',
    text: 'Erreur de certificat "SSL_ERROR_NO_CYPHER_OVERLAP" en local',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/numerique-gouv/ami-notifications-api/issues/828',
  },
  {
    family: 'browser',
    text: 'En naviguant sur internet, il arrive qu’un site refuse de s’afficher et que Chrome (ou un autre navigateur) affiche une erreur de type : DNS_PROBE_FINISHED_NXDOMAIN.',
    code: 'name-not-found',
    source: 'https://facemweb.com/blog/creation-site/dns-probe-finished-nxdomain',
  },

  // .NET and Windows, in French
  {
    family: 'dotnet',
    text: `>**Source:** System
**Message:** Le nom distant n'a pas pu être résolu: 'api.ecole.example'
**Stack Trace:**    à System.Net.HttpWebRequest.EndGetResponse(IAsyncResult asyncResult)
   à System.Net.WebClient.GetWebResponse(WebRequest request, IAsyncResult result)
--- Fin de la trace de la pile à partir de l'emplacement précédent au niveau duquel l'exception a été levée ---`,
    code: 'name-not-found',
    source: 'https://github.com/Tsume/Maple-Tree/issues/153',
  },
  {
    family: 'dotnet',
    text: 'La demande a été abandonnée : Impossible de créer un canal sécurisé SSL/TLS.',
    code: 'tls-refused',
    source: 'https://github.com/mRemoteNG/mRemoteNG/issues/1226',
  },
  {
    family: 'dotnet',
    text: '{"error": {"code": 500,"message":"La demande a été abandonnée : Impossible de créer un canal sécurisé SSL/TLS. https://sis.ecole.example/rest/services/WMTS?version=1.0.0"}}',
    code: 'tls-refused',
    source: 'https://github.com/Esri/resource-proxy/issues/566',
    note: 'The 500 is that of the program that met the failure.',
  },
  {
    family: 'dotnet',
    text: `Caught exception - retrying once: System.Net.Http.HttpRequestException: Aucune connexion n'a pu être établie car l'ordinateur cible l'a expressément refusée. (sis.ecole.example:443)
 ---> System.Net.Sockets.SocketException (10061): Aucune connexion n'a pu être établie car l'ordinateur cible l'a expressément refusée.
   at System.Net.Sockets.Socket.AwaitableSocketAsyncEventArgs.ThrowException(SocketError , CancellationToken )`,
    code: 'connection-refused',
    source: 'https://github.com/Aerion/uptobox-dl/issues/15',
  },
  {
    family: 'dotnet',
    text: 'Exception (1337x): Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée.: Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée. ',
    code: 'connection-refused',
    source: 'https://github.com/Jackett/Jackett/issues/10704',
  },
  {
    family: 'dotnet',
    text: `[31/05/2026 17:46:26] System.Net.Http.HttpRequestException: Une tentative de connexion a échoué car le parti connecté n’a pas répondu convenablement au-delà d’une certaine durée ou une connexion établie a échoué car l’hôte de connexion n’a pas répondu. (sis.ecole.example:443)
                       ---> System.Net.Sockets.SocketException (10060): Une tentative de connexion a échoué car le parti connecté n’a pas répondu convenablement au-delà d’une certaine durée ou une connexion établie a échoué car l’hôte de connexion n’a pas répondu.`,
    code: 'connection-timeout',
    source: 'https://github.com/Devolutions/UniGetUI/issues/4857',
  },
  {
    family: 'windows',
    text: `12007

Impossible de résoudre le nom du serveur.`,
    code: 'name-not-found',
    source:
      'https://github.com/MicrosoftDocs/win32-pr.fr-fr/blob/0e1a2afbc59ba59be2f6af5e05f47a4d7347188a/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `12029

Retourné si la connexion au serveur a échoué.`,
    code: 'connection-timeout',
    source:
      'https://github.com/MicrosoftDocs/win32-pr.fr-fr/blob/0e1a2afbc59ba59be2f6af5e05f47a4d7347188a/desktop-src/WinHttp/error-messages.md',
    note: 'Or connection-refused.',
  },
  {
    family: 'windows',
    text: `12030

La connexion avec le serveur a été réinitialisée ou terminée, ou un protocole SSL incompatible a été rencontré.`,
    code: 'connection-reset',
    source:
      'https://github.com/MicrosoftDocs/win32-pr.fr-fr/blob/0e1a2afbc59ba59be2f6af5e05f47a4d7347188a/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: 'Une erreur s’est produite lors de l’exécution du code de script dans le fichier de configuration automatique de proxy (PAC).',
    code: 'proxy-script-failed',
    source:
      'https://github.com/MicrosoftDocs/win32-pr.fr-fr/blob/0e1a2afbc59ba59be2f6af5e05f47a4d7347188a/desktop-src/WinHttp/error-messages.md',
  },
  {
    family: 'windows',
    text: `12038

Retourné lorsqu’un nom de nom commun de certificat ne correspond pas à la valeur transmise`,
    code: 'tls-name-mismatch',
    source:
      'https://github.com/MicrosoftDocs/win32-pr.fr-fr/blob/0e1a2afbc59ba59be2f6af5e05f47a4d7347188a/desktop-src/WinHttp/error-messages.md',
  },

  // Oracle
  {
    family: 'oracle',
    text: `ORA-29273: HTTP request failed
ORA-29024: Certificate validation failure
ORA-06512: at "SYS.UTL_HTTP", line 380`,
    code: 'tls-untrusted-root',
    source: 'https://blogs.oracle.com/apex/apex-https-certificates-and-the-oracle-wallet',
    note: 'Or tls-incomplete-chain: the wallet lacks a certificate that the chain needs.',
  },
  {
    family: 'oracle',
    text: `ORA-06512: at "APEX_230100.WWV_FLOW_WEB_SERVICES", line 1325
ORA-06512: at "APEX_230100.WWV_FLOW_WEB_SERVICES", line 897
ORA-29024: Certificate validation failure
ORA-06512: at "SYS.UTL_HTTP", line 380`,
    code: 'tls-untrusted-root',
    source: 'https://orclapex.cloud/ora-29024-certificate-validation-failure',
  },
  {
    family: 'oracle',
    text: `*
ERROR at line 1:
ORA-29273: HTTP request failed
ORA-06512: at "SYS.UTL_HTTP", line 1527
ORA-29261: bad argument
ORA-06512: at "TEST.SHOW_HTML_FROM_URL", line 22
ORA-29273: HTTP request failed
ORA-06512: at "SYS.UTL_HTTP", line 1130
ORA-29024: Certificate validation failure
ORA-06512: at line 1`,
    code: 'tls-untrusted-root',
    source: 'http://oracle-base.com/articles/misc/utl_http-and-ssl.php',
  },
  {
    family: 'oracle',
    text: 'Error occured: ORA-29273: HTTP request failed ORA-06512: at "SYS.HTTPURITYPE", line 38 ORA-29024: Certificate validation failure ORA-06512: at "SYS.UTL_HTTP", line 380 ORA-06512: at "SYS.UTL_HTTP", line 1209 ORA-06512: at "SYS.HTTPURITYPE", line 23',
    code: 'tls-untrusted-root',
    source: 'https://github.com/daust/JasperReportsIntegration/issues/110',
  },
  {
    family: 'oracle',
    text: 'ORA-24263: Certificate of the remote server does not match the target address.',
    code: 'tls-name-mismatch',
    source:
      'https://asktom.oracle.com/pls/apex/asktom.search?tag=ora-24263-certificate-of-the-remote-server-does-not-match-the-target-address',
  },
  {
    family: 'oracle',
    text: `[Error] Execution (1: 1): ORA-29273: HTTP request failed

ORA-06512: at "SYS.UTL_HTTP", line 1130

ORA-24247: network access denied by access control list (ACL)

ORA-06512: at "FMS_ADMIN.SEND_SMS_RP_SS", line 29`,
    code: 'blocked-by-policy',
    source: 'https://oracledbadoctor.blogspot.com/2025/01/ora-24247-network-access-denied-by.html',
    note: 'The database itself forbids the connection; a check from elsewhere does not see it.',
  },
  {
    family: 'oracle',
    text: `ERROR at line 1:
ORA-24247: network access denied by access control list (ACL)
ORA-06512: at "SYS.UTL_INADDR", line 4
ORA-06512: at "SYS.UTL_INADDR", line 35`,
    code: 'blocked-by-policy',
    source:
      'https://www.howtosop.com/how-to-resolve-ora-24247-network-access-denied-by-access-control-list-acl/',
  },
  {
    family: 'oracle',
    text: '“ORA-12545: Connect failed” error',
    code: 'name-not-found',
    source: 'https://orclapex.cloud/ora-29024-certificate-validation-failure',
    note: "Oracle's own words: the target host or object does not exist. A missing access control list looks the same.",
  },
  {
    family: 'oracle',
    text: "I'm getting ORA-28759: failure to open file",
    code: null,
    source: 'https://github.com/oracle/python-cx_Oracle/issues/427',
    note: 'The program cannot open its own wallet.',
  },
  {
    family: 'oracle',
    text: 'OCIError: ORA-28759: failure to open file from (irb):19',
    code: null,
    source: 'https://github.com/rsim/oracle-enhanced/issues/1944',
    note: 'The program cannot open its own wallet.',
  },
  {
    family: 'oracle',
    text: `ERROR:  ERRO:  cannot connect to foreign Oracle server
DETAIL:  ORA-12541: TNS:no listener`,
    code: 'connection-refused',
    source: 'https://github.com/laurenz/oracle_fdw/issues/229',
  },
  {
    family: 'oracle',
    text: '(cx_Oracle.DatabaseError) ORA-12541: TNS:no listener',
    code: 'connection-refused',
    source: 'https://github.com/apache/superset/issues/1570',
  },
  {
    family: 'oracle',
    text: 'Agent RPC error (-1): java.sql.SQLException: ORA-12541: 无法连接。host 192.0.2.10 port 1521 中没有监听程序。 (CONNECTION_ID=AAAAAAAAAAAAAAAAAAAAAA==)',
    code: 'connection-refused',
    source: 'https://github.com/t8y2/dbx/issues/630',
    note: 'In Chinese around the number.',
  },
  {
    family: 'oracle',
    text: `Connecting to (ADDRESS=(PROTOCOL=tcp)(HOST=)(PORT=1521))
TNS-12535: TNS:operation timed out
 TNS-12560: TNS:protocol adapter error
  TNS-00505: Operation timed out`,
    code: 'connection-timeout',
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/78281',
  },
  {
    family: 'oracle',
    text: `[Error: ORA-12170: TNS:Connect timeout occurred] {
  errorNum: 12170,
  offset: 0
}`,
    code: 'connection-timeout',
    source: 'https://github.com/oracle/node-oracledb/issues/1278',
  },
  {
    family: 'oracle',
    text: 'ORA-12609: TNS: Receive timeout occurred',
    code: 'timed-out',
    source: 'https://github.com/department-of-veterans-affairs/caseflow/pull/6136',
  },
  {
    family: 'oracle',
    text: 'OracleInterface::CategoryClassMethods#full_path: ORA-12538: TNS:no such protocol adapter',
    code: null,
    source: 'https://github.com/kubo/ruby-oci8/issues/55',
    note: "The program's own driver lacks the protocol.",
  },

  // IIS
  {
    family: 'iis',
    text: `HTTP Error 401.2 - Unauthorized
You are not authorized to view this page due to invalid authentication headers.`,
    code: 'windows-authentication',
    source: 'https://github.com/wkhtmltopdf/wkhtmltopdf/issues/3180',
  },
  {
    family: 'iis',
    text: 'HTTP Error 401.2 - Unauthorized You are not authorized to view this page due to invalid authentication headers.',
    code: 'windows-authentication',
    source: 'https://github.com/webgio/Rotativa/issues/94',
  },
  {
    family: 'iis',
    text: `HTTP Error 401.3 - Unauthorized
You do not have permission to view this directory or page because of the access control list (ACL) configuration or encryption settings for this resource on the Web server.`,
    code: 'refused',
    source: 'https://github.com/Kentico/training-kentico-k12/issues/44',
  },
  {
    family: 'iis',
    text: 'HTTP 403.7 - Client certificate required.',
    code: 'tls-client-certificate-required',
    source:
      'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-authentication-authorization/errors-403-7-reject-client-certificate-rquest',
  },
  {
    family: 'iis',
    text: `    Server Error in Application "application name"
    HTTP Error 403.16 - Forbidden
    HRESULT: 0x800b0109
    Description of HRESULT
    Your client certificate is either not trusted or is invalid.`,
    code: 'tls-client-certificate-required',
    source: 'https://support.microsoft.com/sk-sk/kb/942061',
  },
  {
    family: 'iis',
    text: '403.16 - Forbidden: Client certificate is ill-formed or is not trusted by the Web server.',
    code: 'tls-client-certificate-required',
    source:
      'http://www.faultwire.com/solutions-internet/Client-certificate-is-untrusted-or-invalid-403.16-*1132.html',
  },
  {
    family: 'iis',
    text: `<title>IIS Detailed Error - 500.0 - Internal Server Error</title><style type="text/css"></style>
</head><body><div id="content"><div class="content-container"><h3>HTTP Error 500.0 - Internal Server Error</h3><h4>The page cannot be displayed because an internal server error has occurred.<`,
    code: 'server-error',
    source: 'https://github.com/OfficeDev/microsoft-365-agents-toolkit/issues/8621',
  },
  {
    family: 'iis',
    text: '401.1 | Logon failed | The logon attempt is unsuccessful probably because of a user name or a password that is invalid.',
    code: 'windows-authentication',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: '403.4 | SSL required | The request is made over a non-secure channel. But the web application requires a Secure Sockets Layer (SSL) connection.',
    code: 'insecure-address',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: '403.6 | IP address rejected | The server is configured to deny access to the current IP address.',
    code: 'refused',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: '403.502 | Forbidden: Too many requests from the same client IP; Dynamic IP Restriction Maximum request rate limit reached',
    code: 'rate-limited',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: "404.0 | Not found | The file that you try to access is moved or doesn't exist.",
    code: 'wrong-address',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: "405.0 | Method not allowed. | The request is made by using an HTTP method that isn't valid.",
    code: 'wrong-address',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: '413.0 | Request entity too large. | The HTTP request payload is too big.',
    code: null,
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
    note: 'The other program sent too much; a check never does.',
  },
  {
    family: 'iis',
    text: '500.19 | Configuration data is invalid.',
    code: 'server-error',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: '502.3 | Bad Gateway: Forwarder Connection Error (ARR).',
    code: 'server-error',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },
  {
    family: 'iis',
    text: '503.0 | Application pool unavailable. | The request is sent to an application pool that is currently stopped or disabled.',
    code: 'server-error',
    source:
      'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/287e52be856bf24601d700ba6b7945693477db26/support/developer/webapps/iis/www-administration-management/http-status-code.md',
  },

  // OAuth
  {
    family: 'oauth',
    text: `{
    "error": "invalid_client",
    "error_description": "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)"
}`,
    code: 'credentials-rejected',
    source: 'https://github.com/goauthentik/authentik/issues/2575',
  },
  {
    family: 'oauth',
    text: '{"error":"invalid_client","error_description":"Client credentials were not found in the headers or body"}',
    code: 'credentials-rejected',
    source: 'https://github.com/bshaffer/oauth2-server-php/issues/429',
    note: "The standard's word; here the credentials never reached the server.",
  },
  {
    family: 'oauth',
    text: 'OAuth2::Error (invalid_client: Clie',
    code: 'credentials-rejected',
    source: 'https://github.com/ruby-oauth/oauth2/issues/503',
    note: 'Cut.',
  },
  {
    family: 'oauth',
    text: `+                {
+                    "error": "invalid_client",
+                    "error_description": "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
+                },
+                status=401,`,
    code: 'credentials-rejected',
    source: 'https://github.com/jointakahe/takahe/pull/162',
  },
  {
    family: 'oauth',
    text: '    simple-oauth2:main Checking response body {"error":"invalid_scope"} +281ms',
    code: 'scope-rejected',
    source: 'https://github.com/lelylan/simple-oauth2/issues/168',
    note: 'Or scope-missing: the message does not show that none was sent.',
  },
  {
    family: 'oauth',
    text: 'Error requesting access token for client default. Error = invalid_scope',
    code: 'scope-rejected',
    source: 'https://github.com/IdentityModel/IdentityModel.AspNetCore/issues/55',
  },
  {
    family: 'oauth',
    text: 'ERROR: Authorization server error: invalid_scope: ',
    code: 'scope-rejected',
    source: 'https://github.com/atviriduomenys/spinta/pull/484',
  },
  {
    family: 'oauth',
    text: `Error code: 500
Error: unauthorized_client : Invalid scope for client`,
    code: 'scope-rejected',
    source: 'https://github.com/XeroAPI/xero-python-oauth2-app/issues/14',
    note: 'Word and sentence disagree: the word alone would be client-not-allowed.',
  },
  {
    family: 'oauth',
    text: "'unauthorized_client' for legit client",
    code: 'client-not-allowed',
    source: 'https://github.com/uc-cdis/fence/issues/148',
  },
  {
    family: 'oauth',
    text: `{
	"error":"invalid_grant",
	"error_description":"The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."
}`,
    code: 'sign-in-incomplete',
    source: 'https://github.com/planningcenter/developers/issues/584',
    note: 'With client credentials instead of a code, credentials-rejected.',
  },
  {
    family: 'oauth',
    text: `Authorization Error
Error 400: redirect_uri_mismatch
The redirect URI in the request, http://localhost:8080/, does not match the ones authorized for the OAuth client. To update the authorized redirect URIs, visit:.`,
    code: 'redirect-url-rejected',
    source: 'https://github.com/dqdang/digested-clips/issues/5',
  },
  {
    family: 'oauth',
    text: `Error 400: redirect_uri_mismatch

You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy.

If you're the app developer, register the redirect URI in the Google Cloud Console.`,
    code: 'redirect-url-rejected',
    source: 'https://github.com/dissorial/doc-chatbot/issues/10',
  },
  {
    family: 'oauth',
    text: `Error: redirect_uri_mismatch

The redirect URI in the request, http://portal.district.example/auth/google/callback, does not match
the ones authorized for the OAuth client. To update the authorized redirect URIs, visit: `,
    code: 'redirect-url-rejected',
    source: 'https://github.com/guyellis/plant/issues/2379',
  },
  {
    family: 'oauth',
    text: 'Error 400: Redirect_URI_Mismatch',
    code: 'redirect-url-rejected',
    source: 'https://github.com/googleworkspace/apps-script-oauth2/issues/91',
    note: 'In odd case, as in the title of the issue.',
  },
  {
    family: 'oauth',
    text: `{
    error =     {
        code = 6;
        message = "Invalid/expired timestamp: oauth_timestamp '1456810936'";
    };
}`,
    code: 'clock-skew',
    source: 'https://github.com/mysterioustrousers/FatSecretKit/issues/4',
  },
  {
    family: 'oauth',
    text: '"Expired timestamp: given 1324343351 and now 1324343681 has a greater difference than threshold 300 )"',
    code: 'clock-skew',
    source: 'https://github.com/YelpArchive/yelp-api/issues/8',
  },
  {
    family: 'oauth',
    text: 'oauth_problem=timestamp_refused',
    code: 'clock-skew',
    source:
      'https://github.com/GNOME/gnome-online-accounts/blob/970f7978c1e2e8fff02de5c825e60f1af636671a/src/goabackend/goaoauthprovider.c',
  },
  {
    family: 'oauth',
    text: `Error Error Domain=AFNetworkingErrorDomain Code=-1011 "Expected status code in (200-299), got 400" UserInfo=0x6080000f4500 {NSLocalizedRecoverySuggestion={
  "status": 400,
  "message": "Nonce has already been used. Make sure your nonces are reasonablely random and large",
  "additional": "",`,
    code: 'nonce-rejected',
    source: 'https://github.com/AFNetworking/AFOAuth1Client/issues/109',
  },
  {
    family: 'oauth',
    text: "'oauth_signature does not match expected value' on requesting a token",
    code: 'signature-rejected',
    source: 'https://github.com/sirikata/liboauthcpp/issues/22',
  },
  {
    family: 'oauth',
    text: `     HTTP/1.1 401 Unauthorized
     WWW-Authenticate: Bearer realm="example",
                       error="invalid_token",
                       error_description="The access token expired"`,
    code: 'token-expired',
    source: 'https://www.rfc-editor.org/rfc/rfc6750#section-3',
  },
  {
    family: 'oauth',
    text: `   insufficient_scope
         The request requires higher privileges than provided by the
         access token.`,
    code: 'permission-missing',
    source: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1',
  },
  {
    family: 'oauth',
    text: `     HTTP/1.1 400 Bad Request
     Content-Type: application/json;charset=UTF-8
     Cache-Control: no-store
     Pragma: no-cache

     {
       "error":"invalid_request"
     }`,
    code: 'request-rejected',
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
  },
  {
    family: 'oauth',
    text: `   HTTP/1.1 302 Found
   Location: https://client.example.com/cb?error=access_denied&state=xyz`,
    code: 'sign-in-cancelled',
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1',
  },
  {
    family: 'oauth',
    text: `{
    "errors": [
        {
            "message": "Invalid access token."
        }
    ]
}`,
    code: 'token-rejected',
    source: 'https://github.com/instructure/canvas-lms/issues/1912',
  },
  {
    family: 'oauth',
    text: '`Error: Invalid HTTP request: b\'{"errors":[{"message":"Invalid token","status":400,"locations":[{"line":2,"column":3}]}],"data":{"MediaListCollection":null}}\'`',
    code: 'token-rejected',
    source: 'https://github.com/z411/trackma/issues/449',
  },
  {
    family: 'oauth',
    text: "`canvasapi.exceptions.InvalidAccessToken: [{'message': 'user authorization required'}]`",
    code: 'token-rejected',
    source: 'https://github.com/davekats/canvas-student-data-export/issues/45',
  },

  // Statuses
  {
    family: 'http',
    text: '`nebula-sync  | 2025-03-07T13:00:00+13:00 ERR Sync failed error="authenticate: https://service.district.example/api/auth: unexpected status code: 429"`',
    code: 'rate-limited',
    source: 'https://github.com/lovelaze/nebula-sync/issues/57',
  },
  {
    family: 'http',
    text: '"2360 synced. 1163 failed. — Too many requests"',
    code: 'rate-limited',
    source: 'https://github.com/airwaylab-app/airwaylab/issues/210',
  },
  {
    family: 'http',
    text: `An error was encountered while attempting to gather user information:
502 Bad Gateway
nginx/1.10.3 (Ubuntu)`,
    code: 'server-error',
    source: 'https://github.com/coddingtonbear/inthe.am/issues/336',
  },
  {
    family: 'http',
    text: `Internal Server Error

The server encountered an internal error or misconfiguration and was unable to complete your request.

Please contact the server administrator at postmaster@www.district.example to inform them of the time this error occurred, and the actions you performed just before this error.`,
    code: 'server-error',
    source: 'https://github.com/alexylem/jarvis/issues/842',
  },
  {
    family: 'http',
    text: 'still failing to sync due to backend error (status 500)',
    code: 'server-error',
    source: 'https://github.com/lc0rp/KeepSydian/issues/17',
  },
  {
    family: 'http',
    text: '504: Service Unavailable - server overloaded (try again in 30s)',
    code: 'server-error',
    source: 'https://github.com/trakt/trakt-api/issues/133',
  },
  {
    family: 'http',
    text: '`Got token response: 503`',
    code: 'server-error',
    source: 'https://github.com/mozilla-services/syncstorage-rs/issues/1705',
  },
  {
    family: 'http',
    text: `HTTP/1.0 407 Proxy Authentication Required
proxy-authenticate: Basic realm="proxy"
proxy-connection: close
content-type: text/html; charset=us-ascii
<html><head><title>407 Proxy Authentication Required</title></head>
<body><h2>407 Proxy Authentication Required</h2><h3>Access to requested resource disallowed by administrator or you need valid user...`,
    code: 'proxy-sign-in-required',
    source: 'https://github.com/yegor256/sixnines/issues/91',
  },
  {
    family: 'http',
    text: 'API Response was: Error: Request failed with status code 407. More information about this error: https://docs.vendor.example/api_errors',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/diffbot/code-gpt-docs/issues/33',
  },
  {
    family: 'http',
    text: '407 error Proxy authentication required .',
    code: 'proxy-sign-in-required',
    source: 'https://github.com/mgp25/WART/issues/30',
  },
  {
    family: 'http',
    text: `2021-07-13 12:26:41,581 ERROR [224] ASC.Api - method error:
http://127.0.0.1/api/2.0/project/securityinfo.json - Server error
System.Web.HttpException (0x80004005): Forbidden`,
    code: 'refused',
    source: 'https://github.com/ONLYOFFICE/CommunityServer/issues/305',
  },
  {
    family: 'http',
    text: '428 (Precondition Required) - System.Net.Http.HttpRequestException: Response status code does not indicate success',
    code: 'unexpected-answer',
    source: 'https://github.com/Aerion/uptobox-dl/issues/15',
  },
  {
    family: 'http',
    text: '`{"error": {"message": "object of type \'NoneType\' has no len()", "code": 400, "title": "Bad Request"}}`',
    code: 'unexpected-answer',
    source: 'https://github.com/ging/fiware-idm-deprecated/issues/28',
  },

  // Student information systems and what they speak
  {
    family: 'sis',
    text: 'No Campus Application selected',
    code: 'wrong-address',
    source: 'https://help.gg4l.com',
    note: 'The token address lacks its ?appName=….',
  },
  {
    family: 'sis',
    text: '{"__status":"invalid","__msg":"Unauthorized","__invalid":{}}',
    code: 'credentials-rejected',
    source: 'https://github.com/TheAlphaSchoolSystemPTYLTD/api-introduction/issues/11',
  },
  {
    family: 'sis',
    text: '"401 - Unauthorized: Access is denied due to invalid credentials."',
    code: 'credentials-rejected',
    source: 'https://github.com/TheAlphaSchoolSystemPTYLTD/employee-hr/issues/7',
  },
  {
    family: 'sis',
    text: `501 - Header values specify a method that is not implemented.
 
The page you are looking for cannot be displayed because a header value in the request does not match certain configuration settings on the Web server.`,
    code: 'server-error',
    source: 'https://github.com/TheAlphaSchoolSystemPTYLTD/student-details/issues/13',
  },
  {
    family: 'sis',
    text: '"PA said: Unable to retrieve authentication tokens from PS server."',
    code: null,
    source: 'https://github.com/powerapi/powerapi-php/issues/2',
    note: 'Says only that it did not work.',
  },
  {
    family: 'sis',
    text: `                   {
                      "detail": "Access to the resource could not be authorized. Hint: You may need to create a corresponding 'StudentSchoolAssociation' item.",
                      "type": "urn:ed-fi:api:security:authorization:",
                      "title": "Authorization Denied",
                      "status": 403,
                      "validationErrors": {},`,
    code: 'permission-missing',
    source: 'https://github.com/Ed-Fi-Alliance-OSS/Data-Management-Service/pull/1012',
  },
  {
    family: 'sis',
    text: `{
    "detail": "The caller could not be authenticated.",
    "type": "urn:ed-fi:api:security:authentication",
    "title": "Authentication Failed",
    "status": 401,
    "correlationId": "00000000-0000-0000-0000-000000000000",`,
    code: 'token-rejected',
    source:
      'https://docs.ed-fi.org/reference/ods-api/7.3/client-developers-guide/error-response-knowledge-base',
  },
  {
    family: 'sis',
    text: '401 Error - Duplicate nonce to one already received (Status 401 - Message_Key:invalid_signature)',
    code: 'nonce-rejected',
    source: 'https://support.vitalsource.com/hc/en-us/articles/4404186865687-401-Error-HMAC-SH256-D2L-',
    note: 'The key beside it says invalid_signature.',
  },
  {
    family: 'sis',
    text: '401 Error - Invalid oauth consumer key',
    code: 'credentials-rejected',
    source: 'https://support.vitalsource.com/hc/en-us/articles/4404186865687-401-Error-HMAC-SH256-D2L-',
  },
  {
    family: 'sis',
    text: '401 Error - Timestamp Expired',
    code: 'clock-skew',
    source: 'https://support.vitalsource.com/hc/en-us/articles/4404186865687-401-Error-HMAC-SH256-D2L-',
  },
  {
    family: 'sis',
    text: '401 Error - Invalid Signature',
    code: 'signature-rejected',
    source: 'https://support.vitalsource.com/hc/en-us/articles/4404186865687-401-Error-HMAC-SH256-D2L-',
  },
  {
    family: 'sis',
    text: '110 Invalid Timestamp The given timestamp cannot be correctly determined, either missing, or incorrect.',
    code: 'clock-skew',
    source: 'http://developer.pearson.com/learningstudio/http-codes-used-legacy-inbound-sso',
  },
  {
    family: 'sis',
    text: '"invalid_client", "The specified credentials were not valid."',
    code: 'credentials-rejected',
    source: 'https://github.com/GrantQuick/BlackbaudSkyApi-RENXT/issues/3',
  },
  {
    family: 'sis',
    text: '{"error_description":"Invalid grant: Account has 2 attempts remaining","error":"invalid_grant"}',
    code: 'credentials-rejected',
    source: 'https://github.com/elisaado/somtoday-api-docs/issues/6',
  },
  {
    family: 'sis',
    text: `{
  "imsx_codeMajor": "failure",
  "imsx_severity": "error",
  "imsx_description": "",
  "imsx_CodeMinor": {
    "imsx_codeMinorField": [
      {
        "imsx_codeMinorFieldName": "TargetEndSystem",
        "imsx_codeMinorFieldValue": "unauthorisedrequest"
      }
    ]
  },`,
    code: 'token-rejected',
    source: 'https://www.imsglobal.org/spec/oneroster/v1p2',
    note: 'At the token address, credentials-rejected.',
  },

  // Not about a connection, or too vague
  {
    family: 'none',
    text: '"ORA-00942: table or view does not exist"',
    code: null,
    source: 'https://github.com/tl-its-umich-edu/student_explorer/issues/237',
  },
  {
    family: 'none',
    text: `===========> MigrationStepApply.process: Migration 2295 - The fix t_rv_reconciliation to rv_reconciliation - 3.8.0 (D) ; Step: 30; Type: SQL.  Application failed. 
java.sql.BatchUpdateException: error occurred during batching: ORA-00942: table or view does not exist
 [54]
	at oracle.jdbc.driver.OracleStatement.executeBatch(OracleStatement.java:4615)`,
    code: null,
    source: 'https://github.com/adempiere/adempiere/issues/1191',
  },
  {
    family: 'none',
    text: "22:43:57 WARNING -: Impossible to set the timeout value: ORA-06550: line 1, column 7: PLS-00201: identifier 'UTL_HTTP' must be declared ORA-06550: line 1, column 7: PL/SQL: Statement ignored",
    code: null,
    source: 'https://github.com/quentinhardy/odat/issues/26',
  },
  {
    family: 'none',
    text: 'Error: ORA-03106: fatal two-task communication protocol error',
    code: null,
    source: 'https://github.com/oracle/node-oracledb/issues/1388',
  },
  {
    family: 'none',
    text: `npm notice created a lockfile as package-lock.json. You should commit this file.
npm WARN test@1.0.0 No description
npm WARN test@1.0.0 No repository field.

+ node-fetch@2.3.0
added 1 package from 1 contributor and audited 1 package in 0.953s
found 0 vulnerabilities`,
    code: null,
    source: 'https://github.com/misskey-dev/misskey/issues/4774',
  },
  {
    family: 'none',
    text: 'error Command failed with exit code 1.',
    code: null,
    source: 'https://github.com/Shopify/slate/issues/548',
  },
  {
    family: 'none',
    text: `System.Net Information: 0 : [20284] SecureChannel#47050372 - Remote certificate was verified as valid by the user.
System.Net Information: 0 : [20284] ProcessAuthentication(Protocol=Tls12, Cipher=Aes128 128 bit strength, Hash=Sha256 0 bit strength, Key Exchange=44550 255 bit strength).
System.Net Information: 0 : [20284] Connection#54443429 - Received status line: Version=1.1, StatusCode=200, StatusDescription=OK.`,
    code: null,
    source: 'https://github.com/chocolatey/choco/issues/2350',
  },
  {
    family: 'none',
    text: `SQL Error 1062: Duplicate entry '<consumer key>-removedbyLineflyer for key 'PRIMARY'

The query was:

insert into okapi_nonces (consumer_key, \`key\`, timestamp)`,
    code: null,
    source: 'https://github.com/cgeo/cgeo/issues/3212',
  },
  {
    family: 'none',
    text: `Invoke-WebRequest : Cannot validate argument on parameter 'Uri'. The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.
At D:\\SB365\\SpanningO365\\3.4.0.2\\Private\\Invoke-SpanningRequest.ps1:100 char:50`,
    code: null,
    source: 'https://github.com/SpanningCloudApps/SB365-Powershell/issues/22',
  },
  {
    family: 'none',
    text: '"The 3 parameter of the Mid function, which is now -1, must be a non-negative integer"',
    code: null,
    source: 'https://github.com/TheAlphaSchoolSystemPTYLTD/employee-hr/issues/7',
  },
  {
    family: 'none',
    text: "java.lang.NullPointerException: Attempt to invoke virtual method 'java.lang.String com.odoo.core.orm.OModel.getModelName()' on a null object reference",
    code: null,
    source: 'https://github.com/Odoo-mobile/framework/issues/261',
  },
  {
    family: 'none',
    text: `	I/OSQLite: creating database.
	E/SQLiteLog: (1) no such table: res_company
	W/System.err: android.database.sqlite.SQLiteException: no such table: res_company (code 1): , while compiling: SELECT count(*) FROM res_company WHERE id = ?`,
    code: null,
    source: 'https://github.com/Odoo-mobile/framework/issues/261',
  },
  {
    family: 'none',
    text: '"URL: File upload failed - CHMOD/Folder doesn\'t exist?"',
    code: null,
    source: 'https://github.com/ShareX/ShareX/issues/4859',
  },
  {
    family: 'none',
    text: '| 8A15010E | -1978334962 | 2316632334 | APPINSTALLER_CLI_ERROR_INSTALL_DOWNGRADE | A higher version of this application is already installed. | ',
    code: null,
    source: 'https://github.com/microsoft/winget-pkgs/pull/372024',
  },
  {
    family: 'none',
    text: `CONNECTED(00000005)
depth=1 C = AU, ST = NSW, L = Sydney, O = Vendor Pty Ltd, OU = IT, CN = www.vendor.example, emailAddress = support@vendor.example
verify return:1
depth=0 C = AU, ST = NSW, L = Sydney, O = Vendor Pty Ltd, OU = IT, CN = licensing.vendor.example, emailAddress = support@vendor.example
verify return:1`,
    code: null,
    source: 'https://github.com/openssl/openssl/issues/7210',
    note: 'A check of a certificate that went well.',
  },
  {
    family: 'none',
    text: `java -Djavax.net.ssl.trustStore=cacerts.jks SSLPoke sis.district.example 443
Successfully connected`,
    code: null,
    source: 'https://github.com/bujiio/buji-pac4j/issues/64',
  },
  {
    family: 'none',
    text: 'The Schannel security package has loaded successfully.',
    code: null,
    source:
      'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2012-R2-and-2012/dn786445(v=ws.11)',
  },
  {
    family: 'none',
    text: `jsign: Unable to retrieve the certificate chain 'Mudlet/Mudlet'
java.security.KeyStoreException: Unable to retrieve the certificate chain 'Mudlet/Mudlet'
	at net.jsign.jca.AzureTrustedSigningService.getCertificateChain(AzureTrustedSigningService.java:109)
Caused by: java.io.IOException: InternalError - ClaimsPrincipal TenantId is null.`,
    code: null,
    source: 'https://github.com/ebourg/jsign/issues/266',
    note: 'About signing a program.',
  },
  {
    family: 'none',
    text: ` TypeError: fetch failed
    at Object.processResponse (C:\\Users\\user\\dev\\server\\node_modules\\undici\\lib\\fetch\\index.js:183:23)
    at Fetch.fetchFinale (C:\\Users\\user\\dev\\server\\node_modules\\undici\\lib\\fetch\\index.js:937:17)`,
    code: null,
    source: 'https://github.com/nodejs/undici/issues/1248',
    note: 'The cause is not shown.',
  },
  {
    family: 'none',
    text: 'Pour une raison inconnue, Firefox ne peut pas charger cette page.',
    code: null,
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/netError.ftl',
    note: 'In French.',
  },
  {
    family: 'none',
    text: 'Il a peut-être été supprimé, déplacé ou les permissions associées au fichier ne permettent pas d’y accéder.',
    code: null,
    source:
      'https://github.com/mozilla-l10n/firefox-l10n/blob/01ae7fa327ba13d6616a49b6b69e5739c2575fb7/fr/toolkit/toolkit/neterror/netError.ftl',
    note: 'In French.',
  },
  {
    family: 'none',
    text: '[2022-01-11T06:21:43.9779588+00:00][INFO][29][Microsoft.AspNetCore.Authorization.DefaultAuthorizationService] Authorization failed. "These requirements were not met:\\nRolesAuthorizationRequirement:User.IsInRole must be true for one of the following roles: (Admin)"',
    code: null,
    source: 'https://github.com/skoruba/IdentityServer4.Admin/issues/949',
  },
  {
    family: 'none',
    text: `1749488654234	Services.Common.RESTRequest	DEBUG	GET https://api.vendor.example/v1/account/device/commands?index=0 200
1749488654234	Hawk	DEBUG	(Response) /account/device/commands?index=0: code: 200 - Status text: 
1749488654234	Hawk	DEBUG	Clock offset vs https://api.vendor.example/v1: -234`,
    code: null,
    source: 'https://github.com/mozilla-services/syncstorage-rs/issues/1705',
    note: 'A log of what went well; 234 ms are no wrong clock.',
  },
  {
    family: 'none',
    text: `See the end of this message for details on invoking 
just-in-time (JIT) debugging instead of this dialog box.

************** Exception Text **************`,
    code: null,
    source: 'https://github.com/dlrudie/Snip/issues/10',
  },
  {
    family: 'none',
    text: `Initialized ripme v1.7.50
Retrieving https://files.vendor.example/ripme.json
Error while fetching update:`,
    code: null,
    source: 'https://github.com/RipMeApp/ripme/issues/660',
  },
  {
    family: 'none',
    text: `   [21:53:57 Debug] IdentityServer4.Hosting.EndpointRouter
Request path /connect/token matched to endpoint type Token
[21:53:57 Debug] IdentityServer4.Hosting.EndpointRouter
Endpoint enabled: Token, successfully created handler: IdentityServer4.Endpoints.TokenEndpoint`,
    code: null,
    source: 'https://github.com/DuendeArchive/IdentityServer4/issues/4508',
  },
  {
    family: 'none',
    text: 'An unhandled exception occurred while processing the request.',
    code: null,
    source: 'https://github.com/skoruba/IdentityServer4.Admin/issues/915',
  },
  {
    family: 'none',
    text: `--- End of stack trace from previous location where exception was thrown ---
   at System.Runtime.CompilerServices.TaskAwaiter.ThrowForNonSuccess(Task task)
   at System.Runtime.CompilerServices.TaskAwaiter.HandleNonSuccessAndDebuggerNotification(Task task)
   at System.Runtime.CompilerServices.TaskAwaiter.GetResult()`,
    code: null,
    source: 'https://github.com/dotnet/runtime/issues/33186',
  },
  // Log lines with times, cut ends, mixed languages, other services
  {
    family: 'dotnet',
    text: `iwr : Unable to connect to the remote server
At line:1 char:1
+ iwr -useb https://sis.district.example/win | iex
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebExc
   eption`,
    code: null,
    source: 'https://github.com/ChrisTitusTech/winutil/issues/806',
  },
  {
    family: 'dotnet',
    text: 'System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.',
    code: null,
    source: 'https://github.com/voidstrap/Voidstrap/issues/534',
  },
  {
    family: 'windows',
    text: 'A fatal error occurred while creating a TLS client credential. The internal error state is 10013.',
    code: null,
    source: 'https://en.ittrip.xyz/windows-server/fix-schannel-errors',
    note: 'This computer itself has no version of TLS that it may use.',
  },
  {
    family: 'http',
    text: '2018/06/24 22:41:22 [crit] 61481#61481: *1228609 SSL_do_handshake() failed (SSL: error:14209102:SSL routines:tls_early_post_process_client_hello:unsupported protocol) while SSL handshaking, client: 192.0.2.7, server: 0.0.0.0:443',
    code: null,
    source: 'https://github.com/VirtuBox/ubuntu-nginx-web-server/issues/11',
    note: 'Somebody else calls this server.',
  },
  {
    family: 'http',
    text: `nginx | 2017/10/05 21:39:23 [error] 10#10: *12 SSL_do_handshake() failed 
(SSL: error:1408F10B:SSL routines:ssl3_get_record:wrong version number) 
while SSL handshaking to upstream, client: 192.0.2.7"`,
    code: 'not-tls',
    source: 'https://github.com/evertramos/nginx-proxy-automation/issues/10',
  },
  {
    family: 'http',
    text: '*10 SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40) while SSL handshaking to upstream, client: 172.19.0.1, server: example.host, request: "GET /.well-known/matrix/client HTTP/2.0", upstream: "https://192.0.2.1/.well-known/matrix/client", host: "example.org"',
    code: 'tls-no-common-cipher',
    source: 'https://github.com/spantaleev/matrix-docker-ansible-deploy/pull/3055',
  },
  {
    family: 'http',
    text: '2019/03/13 10:20:36 [error] 17086#17086: *4444 peer closed connection in SSL handshake (104: Connection reset by peer) while SSL handshaking to upstream, client: 192.0.2.7, server: sis.example',
    code: 'connection-reset',
    source: 'https://github.com/engintron/engintron/issues/1023',
  },
  {
    family: 'http',
    text: '2019/03/13 10:20:37 [error] 17085#17085: *3887 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 192.0.2.7, server: sis.example',
    code: 'timed-out',
    source: 'https://github.com/engintron/engintron/issues/1023',
  },
  {
    family: 'http',
    text: '2022/09/02 00:07:37 [crit] 107474#107474: *4512 SSL_do_handshake() failed (SSL: error:0A000126:SSL routines::unexpected eof while reading) while SSL handshaking, client: 192.0.2.7, server: 0.0.0.0:443',
    code: null,
    source: 'https://github.com/digitalocean/nginxconfig.io/issues/379',
    note: 'Somebody else calls this server.',
  },
  {
    family: 'http',
    text: '[crit] 619#0: *39975386 SSL_do_handshake() failed (SSL: error:140A1175:SSL routines:SSL_BYTES_TO_CIPHER_LIST:inappropriate fallback) while SSL handshaking,',
    code: null,
    source: 'https://github.com/alibaba/tengine/issues/780',
  },
  {
    family: 'http',
    text: '[Sat Dec 02 15:23:08.181612 2017] [proxy_http:error] [pid 7001] (20014)Internal error (specific information not available): [client 192.168.1.1:50753] AH01102: error reading status line from remote server 192.168.1.33:8123, referer: [HIDDEN]',
    code: 'connection-reset',
    source: 'https://github.com/home-assistant/home-assistant.io/issues/4126',
  },
  {
    family: 'http',
    text: '[Tue Sep 22 18:25:11.163689 2015] [ssl:info] [pid 28918](70014)End of file found: [client 10.0.0.102:61449] AH01991: SSL input filter read failed.',
    code: null,
    source: 'https://github.com/ggrandes/apache24-modules/issues/4',
    note: 'Somebody else calls this server.',
  },
  {
    family: 'http',
    text: '[Wed Apr 12 19:33:43.309633 2017] [ssl:warn] [pid 19319] AH01909: RSA certificate configured for sis.district.example:443 does NOT include an ID which matches the server name',
    code: null,
    source: 'https://github.com/inverse-inc/packetfence/pull/2103',
    note: 'About its own certificate.',
  },
  {
    family: 'oracle',
    text: 'Oracle error "ORA-28759: failure to open file   . The wallet had config',
    code: null,
    source: 'https://github.com/fuzziebrain/docker-apex-stack/issues/31',
    note: 'About its own wallet.',
  },
  {
    family: 'oracle',
    text: 'ORA-29273: HTTP request failed ORA-06512: at "APEX_200200.WWV_FLOW_WEB_SERVICES", line 1157 ORA-06512: at "APEX_200200.WWV_FLOW_WEB_SERVICES", line 757 ORA-24247: network access denied by access control list (ACL) ORA-06512: at "SYS.UTL_HTTP", line 380',
    code: 'blocked-by-policy',
    source: 'https://github.com/oraclebase/dockerfiles/issues/17',
  },
  {
    family: 'browser',
    text: `cned-adapt2.cned.example a mis trop de temps à répondre.
ERR_CONNECTION_TIMED_OUT
ActualiserMasquer les détails
Vérifiez votre connexion Internet
Vérifiez les câbles et redémarrez votre routeur, votre modem ou tout autre périphérique réseau utilisé.
Autoriser Chrome à accéder au réseau dans les paramètres de votre pare-feu ou de votre antivirus
Si vous utilisez un serveur proxy…
Vérifiez vos paramètres de proxy ou contactez votre administrateur réseau pour vous assurer que le serveur proxy fonctionne.`,
    code: 'connection-timeout',
    source: 'https://github.com/AccessiDys/AccessiDys/issues/433',
  },
  {
    family: 'none',
    text: `Site inaccessible
Le DNS résout correctement (sis.example → 192.0.2.7)
Ping : timeout
Test-NetConnection -Port 443 : échec TCP`,
    code: null,
    source: 'https://github.com/Grafikart/Grafikart.fr/issues/514',
  },
  {
    family: 'curl',
    text: 'curl: (35) schannel: next InitializeSecurityContext failed: Unknown error (0x80092012) - Die Sperrfunktion konnte keine Sperrprüfung für das Zertifikat durchführen.',
    code: null,
    source: 'https://github.com/loda-lang/loda-cpp/issues/178',
  },
  {
    family: 'curl',
    text: 'every HTTPS request failed with "schannel: next InitializeSecurityContext failed: CRYPT_E_REVOKED - The certificate is revoked."',
    code: 'tls-revoked',
    source: 'https://github.com/translate/virtaal/pull/3412',
  },
  {
    family: 'curl',
    text: 'curl: (56) schannel: SEC_E_DECRYPT_FAILURE CURLE_RECV_ERROR',
    code: 'connection-reset',
    source: 'https://github.com/curl/curl/issues/9431',
  },
  {
    family: 'java',
    text: `ConnectException >> Connection timed out: connect

-> java.net.DualStackPlainSocketImpl.connect0(Native Method)
-> java.net.DualStackPlainSocketImpl.socketConnect(Unknown Source)
-> java.net.AbstractPlainSocketImpl.doConnect(Unknown Source)`,
    code: 'connection-timeout',
    source: 'https://github.com/syldium/FallenKingdom/issues/5',
  },
  {
    family: 'java',
    text: 'java.net.NoRouteToHostException: No route to host (Host unreachable)',
    code: 'host-unreachable',
    source: 'https://github.com/Kaysoro/KaellyBot/issues/30',
  },
  {
    family: 'node',
    text: `[0] Error: TypeError: fetch failed
[0]     at Object.fetch (node:internal/deps/undici/undici:11457:11)
[0]   cause: ConnectTimeoutError: Connect Timeout Error
[0]       at onConnectTimeout (node:internal/deps/undici/undici:8422:28)
[0]     code: 'UND_ERR_CONNECT_TIMEOUT'`,
    code: 'connection-timeout',
    source: 'https://github.com/EvolvingPrograms/openai-streams/issues/39',
  },
  {
    family: 'node',
    text: `Uncaught TypeError: fetch failed
    at async REPL3:1:33 {
  cause: Error [ERR_SOCKET_CONNECTION_TIMEOUT]: Socket connection timeout
      at new NodeError (node:internal/errors:399:5)`,
    code: 'connection-timeout',
    source: 'https://github.com/nodejs/undici/issues/2182',
  },
  {
    family: 'node',
    text: `ERROR: cli TypeError: fetch failed
TypeError: fetch failed
    at Object.fetch (node:internal/deps/undici/undici:11731:11)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`,
    code: null,
    source: 'https://github.com/Mayankgg01/Aztec_Sequencer_Guide/issues/1',
    note: 'Breaks off before the cause.',
  },
  {
    family: 'node',
    text: '[💥] {"element":null,"error":{"code":"ETIMEDOUT","connect":true},"hops":[],"resource":"http://dns4.iam.net.example/"}',
    code: 'connection-timeout',
    source: 'https://github.com/webhintio/scan-issues/issues/29386',
  },
  {
    family: 'oauth',
    text: `Authorization Error
Error 401: invalid_client
Client missing a project id.`,
    code: 'credentials-rejected',
    source: 'https://github.com/walterpg/google-drive-sync/issues/7',
  },
  {
    family: 'oauth',
    text: 'unauthorized_client: The client does not exist or is not enabled for consumers. If you are the application developer, configure a new application through the App Registrations in the Azure Portal at https://go.microsoft.com/fwlink/?linkid=2083908.',
    code: 'client-not-allowed',
    source: 'https://github.com/KoenZomers/KeePassOneDriveSync/issues/181',
  },
  {
    family: 'oauth',
    text: `Connection Exception: Unauthorized: {
  "error": "invalid_request",
  "error_description": "proper client ssl certificate was not presented"
}`,
    code: 'tls-client-certificate-required',
    source: 'https://github.com/adplabs/adp-connection-NET/issues/14',
  },
  {
    family: 'sis',
    text: `local_o365\\oauth2\\token::instance local_o365\\feature\\usersync\\main::construct_outlook_api:109: Cannot retrieve a token for the base resource. Data: (null)`,
    code: null,
    source: 'https://github.com/microsoft/o365-moodle/issues/1665',
  },
  {
    family: 'dotnet',
    text: `IDX20803: Unable to obtain configuration from: 'https://localhost:5243/.well-known/openid-configuration'. Will retry at '2024-03-27 5:46:55 p.m. +00:00'. Exception: 'System.IO.IOException: IDX20804: Unable to retrieve document from: '[PII of type 'System.String' is hidden. For more details, see https://aka.ms/IdentityModel/PII.]'.
 ---> System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.
 ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/dotnet/eShop/issues/266',
  },
  {
    family: 'windows',
    text: `2016-09-08	10:48:43:109	 848	604	Misc	WARNING: Send failed with hr = 80072ee2.
2016-09-08	10:48:43:109	 848	604	Misc	WARNING: SendRequest failed with hr = 80072ee2. Proxy List used: <(null)> Bypass List used : <(null)> Auth Schemes used : <>`,
    code: 'timed-out',
    source: 'https://github.com/cloudbase/windows-imaging-tools/issues/53',
  },
  {
    family: 'windows',
    text: `2026-08-14 11:10:50.029 <E> [FAIL] C:\\__w\\1\\s\\external\\pkg\\src\\AppInstallerCommonCore\\Downloader.cpp(184)\\WindowsPackageManager.dll!5366D2AD: (caller: 5366A277) Exception(4) tid(1d84) 80072EFD     Msg:[InternetOpenUrl() failed.] `,
    code: 'connection-timeout',
    source: 'https://github.com/microsoft/winget-pkgs/pull/417522',
  },
  {
    family: 'go',
    text: 'x509: certificate has expired or is not yet valid: current time 2023-01-28T09:08:05+01:00 is after 2023-01-08T09:42:48Z .',
    code: 'tls-expired',
    source: 'https://github.com/ostafen/xdcc-cli/issues/4',
  },
  {
    family: 'go',
    text: 'ERRO[0033] error=x509: certificate has expired or is not yet valid: current time 2020-09-04T07:34:23+01:00 is before 2021-08-04T23:59:59Z target=sis.example:443 prober=tcp timeout=10s',
    code: 'tls-not-yet-valid',
    source: 'https://github.com/ribbybibby/ssl_exporter/pull/49',
    note: 'With the day before the certificate begins, as Go prints it.',
  },
  {
    family: 'go',
    text: 'ERRO[0039] error=dial tcp 192.0.2.7:443: connect: connection refused target=aaaaaaaaaa.example:443 prober=tcp timeout=10s  source="ssl_exporter.go:78"',
    code: 'connection-refused',
    source: 'https://github.com/ribbybibby/ssl_exporter/pull/49',
  },
  {
    family: 'python',
    text: `requests.exceptions.ProxyError: HTTPSConnectionPool(host='sis.example', port=443): Max retries exceeded with url: /index.php (Caused by ProxyError('Cannot connect to proxy.', RemoteDisconnected('Remote end closed connection without response')))`,
    code: 'proxy-unreachable',
    source: 'https://github.com/0honus0/CaoLiu_AutoReply/issues/9',
  },
  {
    family: 'python',
    text: `requests.exceptions.ConnectionError: HTTPSConnectionPool(host='sis.example', port=443): Max retries exceeded with url: / (Caused by NewConnectionError('<urllib3.connection.VerifiedHTTPSConnection object at 0x0000000005BFBEB8>: Failed to establish a new connection: [Errno 10060] ',))`,
    code: 'connection-timeout',
    source: 'https://github.com/psf/requests/issues/4450',
  },
  {
    family: 'python',
    text: `urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='api.example', port=443): Max retries exceeded with url: / (Caused by ConnectTimeoutError(<urllib3.connection.HTTPSConnection object at 0x7fc269d02ac0>, 'Connection to 192.0.2.7 timed out. (connect timeout=3.0)'))`,
    code: 'connection-timeout',
    source: 'https://github.com/rootVIII/proxy_requests/issues/20',
  },
  {
    family: 'openssl',
    text: `SNI peek: [n/a] [complete], fd=43
Connecting to [0.0.0.0]:443
Client-side BEV_EVENT_ERROR
Error from bufferevent: 0:- 336134278:134:certificate verify failed:20:SSL routines:144:ssl3_get_server_certificate`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/sonertari/SSLproxy/issues/53',
  },
  {
    family: 'openssl',
    text: 'PHP Warning: OpenSSL Error messages: error:14090086:SSL routines:SSL3_GET_SERVER_CERTIFICATE:certificate verify failed',
    code: 'tls-untrusted-root',
    source: 'https://github.com/NixOS/nixpkgs/issues/10703',
  },
  {
    family: 'none',
    text: `System.Data.SqlClient.SqlException (0x80131904): Cannot open database "Resgrid" requested by the login. The login failed.
Login failed for user 'sa'.
   at System.Data.ProviderBase.DbConnectionPool.TryGetConnection(DbConnection owningObject, UInt32 waitForMultipleObjectsTimeout)`,
    code: null,
    source: 'https://github.com/Resgrid/Core/issues/228',
  },
  {
    family: 'none',
    text: `Login failed for user 'tcom'. Reason: Failed to open the explicity specified database 'tcom'.
Error: 18456, Severity: 14, State: 38.`,
    code: null,
    source: 'https://github.com/tediousjs/tedious/issues/1080',
  },
  {
    family: 'none',
    text: `Server Error in '/Diksha' Application.
Cannot open database "education" requested by the login. The login failed.
Login failed for user 'ga-mp-temp'.`,
    code: null,
    source: 'https://github.com/ansible/ansible/issues/76942',
  },
  {
    family: 'none',
    text: `javax.mail.AuthenticationFailedException: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [MAIL.VENDOR.EXAMPLE]

	at java.mail/com.sun.mail.smtp.SMTPTransport$Authenticator.authenticate(SMTPTransport.java:965)`,
    code: null,
    source: 'https://github.com/rpremraj/mailR/issues/107',
  },
  {
    family: 'none',
    text: 'Failed: Authentication failed: 535 5.7.0 Invalid login or password',
    code: null,
    source: 'https://github.com/marcpope/borgbackupserver/issues/16',
  },
  {
    family: 'none',
    text: `{ Error: Invalid login: 535 5.7.3 Authentication unsuccessful at SMTPConnection._formatError code: 'EAUTH', response: '535 5.7.3 Authentication unsuccessful', responseCode: 535, command: 'AUTH LOGIN' }`,
    code: null,
    source: 'https://github.com/nodemailer/nodemailer/issues/922',
  },
  {
    family: 'none',
    text: 'WARNING: LDAP Bind: LDAP Result Code 49 "Invalid Credentials": 80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 52e, v2580',
    code: null,
    source: 'https://github.com/syncthing/syncthing/issues/6632',
  },
  {
    family: 'none',
    text: `Connection error (BIND)
Invalid credentials (49)

2018-11-14 04:00:55 [INFO] [SP\\Core\\Acl\\Actions::loadCache] Loaded actions cache`,
    code: null,
    source: 'https://github.com/nuxsmin/sysPass/issues/1099',
  },
  {
    family: 'none',
    text: 'LDAP connect failed: LDAPInvalidCredentialsResult - 49 - invalidCredentials - None - 80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 52e, v2580  - bindResponse - None',
    code: null,
    source: 'https://github.com/etianen/django-python3-ldap/issues/105',
  },
  {
    family: 'none',
    text: 'Expected response code 235 but got code "535", with message "535 5.7.3 Authentication unsuccessful [MAIL.VENDOR.EXAMPLE 2025-07-22T09:34:23.313Z [OMISS.]] "',
    code: null,
    source: 'https://github.com/freescout-help-desk/freescout/issues/4935',
  },
  {
    family: 'iis',
    text: `Module : ManagedPipelineHandler
Notification : ExecuteRequestHandler
Handler : ExtensionlessUrlHandler-Integrated-4.0a
Error Code : 0x800703e9`,
    code: null,
    source: 'https://github.com/drwatson1/AspNet-WebApi/issues/4',
    note: 'Names no status.',
  },
  {
    family: 'iis',
    text: `HTTP Error 500.19 - Internal Server Error
Error Code | 0x80070021`,
    code: 'server-error',
    source: 'https://github.com/nvisionative/nvQuickSite/issues/320',
  },
  {
    family: 'iis',
    text: `x-ms-routing-request-id       : WESTUS:20190826T214002Z:94149ca9-f73a-4b23-bc83-72c718405d1f
X-Content-Type-Options        : nosniff
Date                          : Mon, 26 Aug 2019 21:40:01 GMT

Body:
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>IIS 10.0 Detailed Error - 404.4 - Not Found</title>`,
    code: 'wrong-address',
    source: 'https://github.com/Azure/autorest.powershell/issues/495',
  },
  {
    family: 'iis',
    text: `Module   IIS Web Core
Notification   Unknown
Handler   Not yet determined
Error Code   0x80070003
Config Error   Cannot read configuration file`,
    code: null,
    source: 'https://github.com/unosquare/passcore/issues/51',
  },
  {
    family: 'iis',
    text: `<div class="content-container">
  <h3>HTTP Error 404.0 - Not Found</h3>
  <h4>The resource you are looking for has been removed, had its name changed, or is temporarily unavailable.</h4>
</div>`,
    code: 'wrong-address',
    source: 'https://github.com/glpi-project/glpi/issues/3236',
  },
  {
    family: 'dotnet',
    text: `Invoke-WebRequest : The remote server returned an error: (422) Unprocessable Entity.
At D:\\scripts\\update.ps1:28 char:5
+     Invoke-WebRequest https://api.vendor.example/v1/domains/$domain/reco ...`,
    code: 'unexpected-answer',
    source: 'https://github.com/markafox/GoDaddy_Powershell_DDNS/issues/1',
  },
  {
    family: 'dotnet',
    text: `\`Invoke-RestMethod : The remote name could not be resolved: 'msconfiggallery.cloudapp.example'
At line:96 char:21`,
    code: 'name-not-found',
    source: 'https://github.com/azureautomation/runbooks/issues/39',
  },
  {
    family: 'dotnet',
    text: `Invoke-RestMethod : 'utf8' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.
Parameter name: name`,
    code: null,
    source: 'https://github.com/glenrobinson72/Tableau-Powershell-Scripts/issues/8',
  },
  {
    family: 'dotnet',
    text: `System.ArgumentException: '', hexadecimal value 0x19, is an invalid character.`,
    code: null,
    source: 'https://github.com/ygg-api/ygg-api/issues/8',
  },
  {
    family: 'http',
    text: '2025-06-06 09:12:17.1|Warn|HttpClient|HTTP Error - Res: HTTP/1.1 [GET] http://x.y.example:8310/8/api?t=caps&apikey=(removed) 500.InternalServerError (4314 bytes)',
    code: 'server-error',
    source: 'https://github.com/ygg-api/ygg-api/issues/8',
  },
  {
    family: 'sis',
    text: 'The OAuth signature was invalid. Please be sure you are launching this tool from the link provided in Canvas.',
    code: 'signature-rejected',
    source: 'https://github.com/instructure/rollcall-attendance/issues/191',
  },
  {
    family: 'sis',
    text: 'I get an error "Duplicate nonce detected" when reporting scores back',
    code: 'nonce-rejected',
    source: 'https://github.com/numbas/numbas-lti-provider/issues/101',
  },
  {
    family: 'sis',
    text: `LTIException: OAuth error: Please check your key and secret
  File "lms/services/launch_verifier.py", line 69, in _verify

Error: Expired timestamp: given 1552895690 and now 1552999863 has a greater difference than threshold 300`,
    code: 'clock-skew',
    source: 'https://github.com/hypothesis/lms/issues/495',
  },
  {
    family: 'sis',
    text: 'The launch has either expired or already been consumed',
    code: null,
    source: 'https://github.com/instructure/canvas-lms/issues/2049',
  },
  {
    family: 'python',
    text: `EXCEPTION: HTTPConnectionPool(host='PROXY', port=8080): Read timed out. (read timeout=4)`,
    code: 'timed-out',
    source: 'https://github.com/fullhunt/log4j-scan/issues/50',
  },
  {
    family: 'java',
    text: '2018-03-02 08:49:00,624 [] ERROR [org.owasp.dependencytrack.tasks.NistMirrorTask] Download failed : Connect to nvd.nist.example:443 [nvd.nist.example/192.0.2.7] failed: Operation timed out (Connection timed out)',
    code: 'connection-timeout',
    source: 'https://github.com/DependencyTrack/dependency-track/issues/99',
  },
  {
    family: 'java',
    text: `org.scribe.exceptions.OAuthConnectionException: There was a problem while creating a connection to the remote service.
	at org.scribe.model.Request.send(Request.java:70)`,
    code: null,
    source: 'https://github.com/davido/gerrit-oauth-provider/issues/24',
  },
  {
    family: 'python',
    text: `"{\\n  'SSLError': \\"HTTPSConnectionPool(host='api.wakatime.example', port=443): Max retries exceeded with url: /api/v1/users/current/heartbeats.bulk (Caused by SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1076)')))\\"`,
    code: 'not-tls',
    source: 'https://github.com/wakatime/jetbrains-wakatime/issues/127',
  },
  {
    family: 'python',
    text: `OpenSSL.SSL.WantReadError

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/usr/local/lib/python3.8/site-packages/urllib3/connectionpool.py", line 346, in _make_request
    self._validate_conn(conn)`,
    code: null,
    source: 'https://github.com/fullhunt/log4j-scan/issues/7',
  },
  {
    family: 'python',
    text: `EXCEPTION: HTTPConnectionPool(host='subdomain.target.example', port=80): Max retries exceeded with url: /?v=%24%7B (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f2a00d59fd0>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'))`,
    code: 'name-lookup-unavailable',
    source: 'https://github.com/fullhunt/log4j-scan/issues/101',
  },
  {
    family: 'curl',
    text: 'curl: (28) Failed to connect to interact.example port 443 after 130948 ms: Connection timed out',
    code: 'connection-timeout',
    source: 'https://github.com/cisagov/log4j-scanner/issues/55',
  },
  {
    family: 'java',
    text: `kong.unirest.UnirestException: org.apache.http.conn.ConnectTimeoutException: Connect to ****.*** [****.***] failed: connect timed out
        at com.fortify.cli.common.rest.runner.config`,
    code: 'connection-timeout',
    source: 'https://github.com/fortify/fcli/issues/464',
  },
  {
    family: 'node',
    text: `│
│
◇  📝 Commit message generated
│
└  ✖ self-signed certificate in certificate chain
`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/di-sukharev/opencommit/issues/258',
  },
  {
    family: 'node',
    text: `2022-07-08T01:01:30.534Z error: unable to get local issuer certificate
Error: unable to get local issuer certificate
    at TLSSocket.onConnectSecure (node:_tls_wrap:1530:34)`,
    code: 'tls-untrusted-root',
    source: 'https://github.com/oliverschwendener/ueli/issues/619',
  },
  {
    family: 'http',
    text: `[2020-07-20 19:00:33.731] [userDataSync] [error] TooManyRequestsAndRetryAfter (UserDataSyncError) syncResource:unknown operationId:ddfabf1187de472a88b05bcfe32c9a6c: GET request 'https://server/v1/manifest' failed because of too many requests (429).`,
    code: 'rate-limited',
    source: 'https://github.com/microsoft/vscode/issues/102391',
  },
  {
    family: 'dotnet',
    text: 'Die zugrunde liegende Verbindung wurde geschlossen: Unerwarteter Fehler beim Senden..',
    code: null,
    source: 'https://github.com/baramundisoftware/PS-bConnect/issues/52',
  },
  {
    family: 'dotnet',
    text: 'System.Net.Http.HttpRequestException: Этот хост неизвестен. (api.github.example:443)',
    code: null,
    source: 'https://github.com/voidstrap/Voidstrap/issues/622',
  },
  {
    family: 'dotnet',
    text: `[05-13-2024-07:02:46][3][HA]System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.
 ---> System.IO.IOException:  Received an unexpected EOF or 0 bytes from the transport stream.`,
    code: 'connection-reset',
    source: 'https://github.com/GamerClassN7/HA_Desktop_Companion/issues/75',
  },
  {
    family: 'dotnet',
    text: `Interop+Crypto+OpenSs                                                                                                           lCryptographicException: error:2006D002:BIO routines:BIO_new_file:system lib
   at Interop.Crypto.CheckValidOpenSslHandle(SafeHandle handle)`,
    code: null,
    source: 'https://github.com/dotnet/corefx/issues/30641',
    note: 'About a file.',
  },
  {
    family: 'dotnet',
    text: `Exception calling "DownloadString" with "1" argument(s): "Unable to connect to
the remote server"
At line:1 char:359`,
    code: null,
    source: 'https://github.com/EmpireProject/Empire/issues/145',
  },
  {
    family: 'dotnet',
    text: `Exception calling "ELbc" with "3" argument(s): "The operation has timed out"
At C:\\scripts\\x.ps1:1 char:14289`,
    code: 'timed-out',
    source: 'https://github.com/Mr-Un1k0d3r/ThunderShell/issues/28',
  },
  {
    family: 'dotnet',
    text: `WARNING: The underlying connection was closed: An unexpected error occurred on a send.
DEBUG: [New-JiraSession] Encountered an exception from the Jira server: The underlying connection was closed: An unexpected error occurred on a send.
WARNING: JIRA returned HTTP error value:  - `,
    code: 'connection-reset',
    source: 'https://github.com/AtlassianPS/JiraPS/issues/25',
  },
  {
    family: 'http',
    text: `HTTP STATUS : 502<br/>
response_text : <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><br/>
<html><head><br/>
<title>502 Proxy Error</title><br/>
<p>The proxy server received an invalid^M<br/>
response from an upstream server.`,
    code: 'server-error',
    source: 'https://github.com/cytomine/Cytomine-core-legacy/issues/157',
  },
  {
    family: 'java',
    text: 'javax.net.ssl.SSLHandshakeException:SSL handshake aborted: ssl=0x7f6b356200: I/O error during system call, Connection timed out',
    code: 'timed-out',
    source: 'https://github.com/lysine-dev/okhttp/issues/3621',
  },
  {
    family: 'java',
    text: 'com.socialize.error.SocializeException: SSL handshake timed out',
    code: 'timed-out',
    source: 'https://github.com/socialize/socialize-sdk-android/issues/31',
  },
  {
    family: 'java',
    text: 'ssl handshake timeout',
    code: 'timed-out',
    source: 'https://github.com/lysine-dev/retrofit/issues/2874',
  },
  {
    family: 'sis',
    text: 'pronotepy.exceptions.PronoteAPIError: Your IP address is suspended.',
    code: 'refused',
    source: 'https://github.com/delphiki/hass-pronote/issues/172',
  },
  {
    family: 'sis',
    text: 'ERREUR\nErreur de communication de l’API avec: /api/synchronize/page?currentpagename=/DirectoryReports.php',
    code: null,
    source: 'https://github.com/phili67/ecclesiacrm/issues/1515',
  },
  {
    family: 'sis',
    text: 'code erreur 535 lors d’une tentative de connexion, le message indique que L’établissement n’est pas disponible sur EcoleDirecte',
    code: null,
    source: 'https://github.com/EduWireApps/ecoledirecte-api-docs/pull/38',
  },
];
