import { expect, test } from 'vitest';
import { explainRclone } from './rclone-faults.ts';

/** What rclone 1.60 prints first where it is set up by variables alone. */
const NOTICE =
  '2026/11/22 12:00:00 NOTICE: Config file "/home/a/.config/rclone/rclone.conf" not found - using defaults\n';

const failed = (said: string): string =>
  `2026/11/22 12:00:01 ERROR : index.html: Failed to copy: ${said}\n2026/11/22 12:00:01 Failed to copy: ${said}`;

test.each([
  ['507 Insufficient Storage', 'store-full', false],
  ['403 Forbidden', 'store-denied', false],
  ['429 Too Many Requests', 'store-busy', true],
  ["didn't find section in config file", 'store-missing', false],
])('%s is told as what it is, with and without a configuration file', (said, code, passing) => {
  for (const before of ['', NOTICE])
    expect(explainRclone(before + failed(said))).toMatchObject({ code, passing });
});

const [DATE, REFUSED] = [
  '2026/11/22 12:00:01',
  'dial tcp 127.0.0.1:9: connect: connection refused',
];

test.each([
  ['the file', `${DATE} ERROR : 507-days.html: Failed to copy: unexpected EOF`],
  ['a file in folders', `${DATE} ERROR : en/403/429 quota.html: Failed to copy: unexpected EOF`],
  ['a file of ours', `${DATE} Failed to copy: open /tmp/507/no-quota-403.html: input/output error`],
  ['an address', `${DATE} Failed to copy: Put "https://a.example/429/507.html": unexpected EOF`],
  ['an address as it is', `${DATE} Failed to copy: Put https://a.example/507.html: unexpected EOF`],
  [
    'an answer',
    `${DATE} Failed to copy: broken\n\tstatus code: 500, request id: 507, host id: a/403+b`,
  ],
  ['a remote', `${DATE} Failed to create file system for "quota-507:": broken`],
])('what stands in the name of %s is no fault', (_, said) => {
  expect(explainRclone(said)).toMatchObject({ code: 'store-failed', passing: true });
});

test('what is said beside such a name is told', () => {
  for (const [said, code] of [
    [
      `${DATE} ERROR : 507-days.html: Failed to copy: Put "https://a/403": ${REFUSED}`,
      'unreachable',
    ],
    [`${DATE} ERROR : 429.html: Failed to copy: Forbidden: no\n\tstatus code: 403`, 'denied'],
    [`${DATE} ERROR : 403.html: Failed to copy: failed to copy: object not found`, 'lost'],
    [`${DATE} ERROR : 507/a.html: corrupted on transfer: sizes differ 1 vs 2`, 'altered'],
    [`${DATE} ERROR : : error listing: directory not found`, 'missing'],
    [`${DATE} ERROR : AccessDenied: Access Denied\n${DATE} Failed to lsf: AccessDenied`, 'denied'],
  ])
    expect(explainRclone(said ?? '').code).toBe(`store-${code ?? ''}`);
});

/** What backends that rclone knows say, as their users report it. */
const BACKENDS: [backend: string, said: string, code: string][] = [
  [
    'S3',
    'AccessDenied: Access Denied\n\tstatus code: 403, request id: 507, host id: a/b+429',
    'denied',
  ],
  [
    'S3',
    'InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.',
    'denied',
  ],
  [
    'S3',
    'operation error S3: PutObject, https response error StatusCode: 403, RequestID: 507, HostID: , api error ExpiredToken: The provided token has expired.',
    'denied',
  ],
  [
    'S3',
    'SlowDown: Please reduce your request rate.\n\tstatus code: 503, request id: , host id: ',
    'busy',
  ],
  [
    'S3',
    'operation error S3: PutObject, exceeded maximum number of attempts, 3, https response error StatusCode: 429, api error TooManyRequests: Too Many Requests',
    'busy',
  ],
  ['S3 of Ceph', 'QuotaExceeded: \n\tstatus code: 403, request id: tx0, host id: ', 'full'],
  [
    'S3 of MinIO',
    'XMinioStorageFull: Storage backend has reached its minimum free drive threshold. Please delete a few objects to proceed.\n\tstatus code: 507',
    'full',
  ],
  ['S3', 'NoSuchBucket: The specified bucket does not exist\n\tstatus code: 404', 'missing'],
  [
    'S3',
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>no</Message><Key>507 429.html</Key></Error>',
    'denied',
  ],
  [
    'S3',
    '<Error><Code>Internal</Code><Key>507 quota 403</Key><BucketName>429</BucketName></Error>',
    'failed',
  ],
  ['S3', '<Error><Code>Internal</Code></Error> (429 later)', 'busy'],
  [
    'B2',
    'Cannot upload files, storage cap exceeded. See the Caps & Alerts page to increase your cap. (403 storage_cap_exceeded)',
    'full',
  ],
  ['B2', 'Cannot upload files, cap exceeded (403 cap_exceeded)', 'full'],
  [
    'B2',
    'Transaction cap exceeded, see the Caps & Alerts page on www.example (403 transaction_cap_exceeded)',
    'busy',
  ],
  ['B2', 'Authorization token for bucket is invalid (401 bad_auth_token)', 'denied'],
  ['B2', 'Account trouble. Please log into your b2 account. (403 account_trouble)', 'denied'],
  ['B2', 'Too many requests (429 too_many_requests)', 'busy'],
  [
    'Drive',
    "googleapi: Error 403: The user's Drive storage quota has been exceeded., storageQuotaExceeded",
    'full',
  ],
  [
    'Drive',
    'googleapi: Error 403: The user has exceeded their Drive storage quota, quotaExceeded',
    'full',
  ],
  [
    'Drive',
    'googleapi: Error 403: The file limit for this shared drive has been exceeded., teamDriveFileLimitExceeded',
    'full',
  ],
  ['Drive', 'googleapi: Error 403: User rate limit exceeded., userRateLimitExceeded', 'busy'],
  [
    'Drive',
    "googleapi: Error 403: Quota exceeded for quota metric 'Queries' and limit 'Queries per minute' of service 'drive.googleapis.com', rateLimitExceeded",
    'busy',
  ],
  [
    'Drive',
    'googleapi: Error 403: Daily Limit Exceeded. The quota will be reset at midnight, dailyLimitExceeded',
    'busy',
  ],
  [
    'Drive',
    'googleapi: Error 403: The user does not have sufficient permissions for this file., insufficientFilePermissions',
    'denied',
  ],
  [
    'Drive',
    'couldn\'t fetch token: oauth2: "invalid_grant" "Token has been expired or revoked."',
    'denied',
  ],
  [
    'Drive',
    'couldn\'t fetch token: 400 Bad Request\nResponse: {\n  "error": "invalid_grant",\n}',
    'denied',
  ],
  [
    'Cloud Storage',
    "googleapi: Error 403: a@b.example does not have storage.objects.create access to the Google Cloud Storage object. Permission 'storage.objects.create' denied on resource (or it may not exist)., forbidden",
    'denied',
  ],
  [
    'Cloud Storage',
    'googleapi: Error 403: The billing account for the owning project is disabled in state absent, accountDisabled',
    'denied',
  ],
  [
    'Cloud Storage',
    'googleapi: Error 429: The object a/b exceeded the rate limit for object mutation operations., rateLimitExceeded',
    'busy',
  ],
  [
    'Cloud Storage',
    'googleapi: Error 404: The specified bucket does not exist., notFound',
    'missing',
  ],
  [
    'Azure',
    '-----\nRESPONSE 403: 403 This request is not authorized to perform this operation.\nERROR CODE: AuthorizationFailure\n-----\n<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationFailure</Code><Message>This request is not authorized to perform this operation.\nRequestId:7d3a2316\nTime:2025-07-18T16:30:41.6137224Z</Message></Error>',
    'denied',
  ],
  [
    'Azure',
    '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Server failed',
    'denied',
  ],
  [
    'Azure',
    '<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Request date header too old: now</AuthenticationErrorDetail></Error>',
    'clock-off',
  ],
  ['Azure', 'RESPONSE 503: 503 The server is busy.\nERROR CODE: ServerBusy', 'busy'],
  [
    'Azure',
    'RESPONSE 404: 404 The specified container does not exist.\nERROR CODE: ContainerNotFound',
    'missing',
  ],
  ['WebDAV', 'Sabre\\DAV\\Exception\\InsufficientStorage: 507 Insufficient Storage', 'full'],
  ['WebDAV', 'OCA\\DAV\\Connector\\Sabre\\Exception\\Forbidden: 403 Forbidden', 'denied'],
  ['WebDAV', '401 Unauthorized', 'denied'],
  ['WebDAV', 'Too Many Requests: 429 Too Many Requests', 'busy'],
  ['SFTP', 'sftp: "Permission denied" (SSH_FX_PERMISSION_DENIED)', 'denied'],
  [
    'SFTP',
    "NewFs: couldn't connect SSH: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain",
    'denied',
  ],
  [
    'SFTP',
    "NewFs: couldn't connect SSH: ssh: handshake failed: knownhosts: key mismatch",
    'certificate',
  ],
  ['SFTP', 'sftp: "" (SSH_FX_NO_SPACE_ON_FILESYSTEM)', 'full'],
  [
    'SFTP',
    "NewFs: couldn't connect SSH: dial tcp 192.0.2.1:22: connect: connection refused",
    'unreachable',
  ],
  ['Dropbox', 'upload failed: path/insufficient_space/..', 'full'],
  ['Dropbox', 'upload failed: batch upload failed: too_many_write_operations', 'busy'],
  ['Dropbox', 'error reading destination directory: too_many_requests/...', 'busy'],
  ['Dropbox', 'upload failed: path/no_write_permission/.', 'denied'],
  ['Dropbox', 'expired_access_token/', 'denied'],
  ['any', 'Put "https://b.example/x": dial tcp: lookup b.example: no such host', 'unreachable'],
  ['any', 'Put "https://b.example/x": net/http: TLS handshake timeout', 'silent'],
  [
    'any',
    'Put "https://b.example/x": x509: certificate signed by unknown authority',
    'certificate',
  ],
  ['any', 'read tcp 10.0.0.1:4290->192.0.2.1:443: read: connection reset by peer', 'failed'],
  ['any', 'didn\'t find section in config file ("quota_full")', 'missing'],
  ['any', 'didn\'t find backend called "s4"', 'missing'],
];

test.each(BACKENDS)('%s: %s', (_, said, fault) => {
  const code = fault === 'clock-off' ? fault : `store-${fault}`;
  expect(explainRclone(NOTICE + failed(said))).toMatchObject({
    code,
    passing: ['busy', 'failed', 'unreachable'].includes(fault),
  });
});
