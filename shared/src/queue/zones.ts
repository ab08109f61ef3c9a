import { getTimezonesForCountry } from 'countries-and-timezones'
import { readNumber } from '../contacts/index.ts'

const zonesOfCountry = new Map<string, readonly string[]>()

/**
 * The IANA zones a person may live in, by the country of their number; a country with several gives them all, because
 * a mobile number does not say where in it they are. `fallback` for a number of no country and for none at all.
 * Source: the IANA time zone database as packaged by countries-and-timezones.
 */
export function zonesOf(address: string, fallback: string): readonly string[] {
  const reading = readNumber(address, 'US')
  const country = reading.ok ? reading.country : null
  if (country === null) return [fallback]
  let zones = zonesOfCountry.get(country)
  if (!zones) {
    zones = getTimezonesForCountry(country)?.map(({ name }) => name) ?? []
    zonesOfCountry.set(country, zones)
  }
  return zones.length > 0 ? zones : [fallback]
}
