/**
 * Addresses at which many sites share one origin, so that a worker of one would stand beside those of others: gateways
 * that name a site by its path, what keeps or hands on a site under its whole address, and stores that name a bucket by
 * its path: of some of these the host is one label, the region, where a bucket with a name of its own has two.
 */
const SHARED =
  /\/ip[fn]s\/|^https?:\/\/(?:[^/]+\/.*https?:|(?:s3(?:-[\w-]+\.amazonaws\.com|\.[\w.-]+)|storage\.(?:googleapis\.com|cloud\.google\.com|yandexcloud\.net)|hb\.[\w.-]*(?:bizmrg|vkcs|vkcloud-storage)\.\w+|objectstorage\.[\w.-]+|[\w-]+\.(?:digitaloceanspaces|linodeobjects|vultrobjects|your-objectstorage|backblazeb2|r2\.cloudflarestorage)\.com)(?::\d+)?)\//;

/** Whether a site at this base address may have a worker. */
export const isShared = (base: string): boolean => SHARED.test(base);
