/** Signs of units that are the same in all languages written in Latin letters (SI Brochure, 9th edition). */
export const METRIC_UNITS =
  'm km cm mm kg g mg t l ml h s Hz kHz MHz GHz W kW MW GW kWh MWh V kV A °C °F kB MB GB TB % ‰ € $ £'.split(
    ' ',
  );

/** Signs before a number in any language. */
export const NUMBER_SIGNS = ['№', '§', '§§'];
