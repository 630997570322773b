/** Limits of images. */

/** Largest source in bytes: a camera's best JPEG is 30 MB; more is a mistake in a repository. */
export const SOURCE_MAX_BYTES = 40_000_000;
/** Largest file that is published as it is, in bytes: a video; its own limits are checked where it is looked into. */
export const KEPT_MAX_BYTES = 50_000_000;
/** Largest source in pixels: 100 megapixels decode to 300 MB, which two at once may cost. */
export const SOURCE_MAX_PIXELS = 100_000_000;
/** Bytes of EXIF that are interpreted; the format allows 65,527 in a JPEG. */
export const EXIF_MAX_BYTES = 1_000_000;
/**
 * A lead image's smallest file in bytes, which is what phones take: page and picture together then pass before a connection
 * that freezes at 16 KB does, each on its own connection.
 */
export const PHONE_WIDTH_MAX_BYTES = 11_000;
/** Lowest AVIF quality the search for PHONE_WIDTH_MAX_BYTES may reach; below, faces dissolve and width goes first. */
export const AVIF_QUALITY_MIN = 26;
/** Narrowest picture the search may reach, in pixels. */
export const WIDTH_MIN = 64;
/** Pictures made at once: memory for two of SOURCE_MAX_PIXELS, and work for the usual two cores. */
export const ENCODERS_MAX = 2;
/** A file whose time stamp is younger, in milliseconds, may still change without its time stamp changing. */
export const SETTLED_AFTER_MS = 2_000;
/** Age in milliseconds after which a temporary file was left by a killed run. */
export const STALE_TEMPORARY_MS = 3_600_000;
/** Bytes of a drawing: a chart has some thousand, a map of a country's borders some hundred thousand. */
export const DRAWING_MAX_BYTES = 500_000;
/** Tags of a drawing: a browser on an old phone draws so many in a second. */
export const DRAWING_ELEMENTS_MAX = 10_000;
/** Longest side of a drawing in CSS pixels: four times the widest page; a PNG of it stays below 16 megapixels. */
export const DRAWING_MAX_SIDE = 4_000;
/** Problems told of one drawing: one export setting mends them all. */
export const DRAWING_PROBLEMS_MAX = 50;
/** Depth of elements in a drawing: programs nest a dozen groups; libxml2, with which the build reads, ends at 256. */
export const DRAWING_DEPTH_MAX = 64;
/** Masks and clips of a drawing, each counted as often as it is drawn: a map with one for each region has some dozens. */
export const DRAWING_LAYERS_MAX = 200;
/** Depth of masks and clips in one another: drawing programs use two. */
export const DRAWING_LAYERS_DEPTH_MAX = 4;
/** Points of all paths, each as often as it is drawn: a map of a country's borders has some fifty thousand. */
export const DRAWING_POINTS_MAX = 200_000;
/** Stops of all gradients, each as often as something is painted with it: an illustration has some hundred. */
export const DRAWING_STOPS_MAX = 20_000;
/** Groups that are drawn aside first because they are translucent, each as often as it is drawn. */
export const DRAWING_TRANSLUCENT_MAX = 1_000;
/** Dashes of all lines of a drawing at most: a map with dotted borders has some ten thousand. */
export const DRAWING_DASHES_MAX = 200_000;
/**
 * CPU milliseconds in which a check draws a drawing once, larger than it is ever shown: charts and maps take some tens. What
 * takes more keeps an old phone busy ten times as long, whatever was counted.
 */
export const DRAWING_TRIAL_CPU_MS = 2_000;
/** CPU milliseconds that a build gives it: no slower machine may end a build over what a check let pass. */
export const DRAWING_CPU_MS = 20_000;
/** Milliseconds after which drawing has ended, whatever it waits for. */
export const DRAWING_WALL_MS = 120_000;
/** Milliseconds between two looks at the CPU time of what is drawn. */
export const DRAWER_LOOKS_MS = 20;
