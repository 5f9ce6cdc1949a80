"""Checks what the texts state against the ephemeris: python facts.py. Needs only astronomy-engine.

Each fact is a sentence as the issue has it, what it states and what is computed, and how far the two may differ.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import astronomy as ae
import tides

AU_KM = 149_597_870.7
MOON_KM, MARS_KM = 1737.4, 3396.2
MINUTE = 1 / 1440
HERE = ae.Observer(43.0, 0.0, 0.0)
FISTERRA, CAP_CORSE = ae.Observer(42.88, -9.27, 140), ae.Observer(43.00, 9.40, 120)
SAPPORO, VARNA, ASSY = ae.Observer(43.06, 141.35, 100), ae.Observer(43.20, 27.92, 30), ae.Observer(43.22, 77.87, 2750)
REGULUS, ANTARES, TAYGETA = (10.1395, 11.967), (16.4901, -26.432), (3.7535, 24.467)


@dataclass(frozen=True, slots=True)
class Fact:
    words: str
    stated: float
    computed: float
    tolerance: float

    @property
    def right(self) -> bool:
        return abs(self.stated - self.computed) <= self.tolerance


def ut(month: int, day: int, hour: int = 0, minute: int = 0) -> ae.Time:
    return ae.Time.Make(2027, month, day, hour, minute, 0)


def moment(words: str, stated: ae.Time, computed: ae.Time, minutes: float = 1.0) -> Fact:
    """A fact about a time; values are days."""
    return Fact(words, stated.ut, computed.ut, minutes * MINUTE)


def j2000(body: ae.Body | tuple[float, float], when: ae.Time) -> ae.Equatorial:
    """Right ascension (hours) and declination of a body, geocentric, or of a star."""
    if isinstance(body, tuple):
        return ae.Equatorial(body[0], body[1], 1.0, ae.Vector(0, 0, 0, when))
    return ae.EquatorFromVector(ae.GeoVector(body, when, True))


def gap(a: ae.Equatorial, b: ae.Equatorial) -> float:
    """The angle between two places in the sky, degrees."""
    p, q = math.radians(a.dec), math.radians(b.dec)
    c = math.sin(p) * math.sin(q) + math.cos(p) * math.cos(q) * math.cos(math.radians(15 * (a.ra - b.ra)))
    return math.degrees(math.acos(max(-1.0, min(1.0, c))))


def apart(a: ae.Body | tuple[float, float], b: ae.Body | tuple[float, float], when: ae.Time) -> float:
    return gap(j2000(a, when), j2000(b, when))


def distance_km(body: ae.Body, when: ae.Time) -> float:
    return ae.GeoVector(body, when, True).Length() * AU_KM


def altitude(body: ae.Body, when: ae.Time, observer: ae.Observer) -> float:
    e = ae.Equator(body, when, observer, True, True)
    return ae.Horizon(when, observer, e.ra, e.dec, ae.Refraction.Normal).altitude


def least(value: object, start: ae.Time, days: float, step: float) -> tuple[ae.Time, float]:
    """The time and size of the least value of a function of time, by steps of `step` days."""
    times = [start.AddDays(k * step) for k in range(int(days / step) + 1)]
    found = min(times, key=value)
    return found, value(found)


def moon_facts() -> Iterator[Fact]:
    stated = {
        1: ((7, 20, 25), (15, 20, 35), (22, 12, 18), (29, 10, 56)),
        2: ((6, 15, 57), (14, 7, 59), (20, 23, 24), (28, 5, 17)),
        3: ((8, 9, 30), (15, 16, 25), (22, 10, 44), (30, 0, 54)),
    }
    for month, quarters in stated.items():
        for number, (day, hour, minute) in enumerate(quarters):
            found = ae.SearchMoonPhase(90.0 * number, ut(month, day).AddDays(-3), 7)
            yield moment(f"quarter {number} of the Moon, {day}/{month}", ut(month, day, hour, minute), found, 2)
    full = ut(1, 22, 12, 18)
    perigee = ae.SearchLunarApsis(ut(1, 15))
    yield Fact("the nearest full Moon of 2027, 357,600 km", 357_600, distance_km(ae.Body.Moon, full), 100)
    yield Fact("full fourteen and a half hours after perigee", 14.5, (full.ut - perigee.time.ut) * 24, 0.1)
    yield Fact("406,600 km at apogee on 7 January", 406_600, ae.SearchLunarApsis(ut(1, 5)).dist_km, 60)
    yield Fact(
        "July's full Moon is 48,300 km farther off",
        48_300,
        distance_km(ae.Body.Moon, ut(7, 18, 15, 46)) - distance_km(ae.Body.Moon, full),
        100,
    )
    for words, width, when in (("33.4 minutes of arc in January", 33.4, full), ("29.4 in July", 29.4, ut(7, 18, 15, 46))):
        yield Fact(words, width, 2 * math.degrees(math.asin(MOON_KM / distance_km(ae.Body.Moon, when))) * 60, 0.05)
    for words, stated_gap, body, when in (
        ("Moon close under Jupiter, 23 January", 1.4, ae.Body.Jupiter, ut(1, 23, 23)),
        ("Moon under Jupiter, 19 March", 0.9, ae.Body.Jupiter, ut(3, 19, 9)),
        ("Moon six degrees north of Saturn", 6.3, ae.Body.Saturn, ut(1, 14, 14)),
        ("Moon two degrees south of Venus", 2.0, ae.Body.Venus, ut(3, 4, 21)),
        ("Moon seven degrees south of Venus", 6.6, ae.Body.Venus, ut(2, 2, 14)),
        ("Moon next to Antares, 28 February", 0.4, ANTARES, ut(2, 28, 7)),
    ):
        yield Fact(words, stated_gap, apart(ae.Body.Moon, body, when), 0.3)
    for words, height, when in (
        ("22 January: the full Moon 65° high", 65, ut(1, 22, 12)),
        ("18 July: the full Moon 25° high", 25, ut(7, 18, 12)),
    ):
        yield Fact(words, height, ae.SearchHourAngle(ae.Body.Moon, HERE, 0, when).hor.altitude, 0.6)


def planet_facts() -> Iterator[Fact]:
    yield moment(
        "Jupiter at opposition, 11 February 00:17", ut(2, 11, 0, 17), ae.SearchRelativeLongitude(ae.Body.Jupiter, 0, ut(1, 1))
    )
    yield moment(
        "Mars at opposition, 19 February 15:44", ut(2, 19, 15, 44), ae.SearchRelativeLongitude(ae.Body.Mars, 0, ut(1, 1))
    )
    near, au = least(lambda t: ae.GeoVector(ae.Body.Mars, t, True).Length(), ut(2, 15), 10, 1 / 24)
    yield Fact("Mars at its nearest: 101.4 million km", 101.4, au * AU_KM / 1e6, 0.05)
    yield Fact("… on 20 February", ut(2, 20, 0).ut, near.ut, 0.5)
    yield Fact("Mars 13.8 seconds of arc across", 13.8, 2 * math.degrees(math.asin(MARS_KM / (au * AU_KM))) * 3600, 0.05)
    yield Fact("Jupiter 652 million km off", 652, distance_km(ae.Body.Jupiter, ut(2, 11)) / 1e6, 0.6)
    for words, stated, body, when in (
        ("Jupiter of magnitude −2.6", -2.6, ae.Body.Jupiter, ut(2, 11)),
        ("Mars −0.1 at New Year", -0.1, ae.Body.Mars, ut(1, 1)),
        ("Mars −1.2", -1.2, ae.Body.Mars, ut(2, 19)),
        ("Mars −0.4 at the end of March", -0.4, ae.Body.Mars, ut(3, 31)),
    ):
        yield Fact(words, stated, ae.Illumination(body, when).mag, 0.06)
    for words, stated, when in (
        ("fifteen degrees apart in the middle of January", 15, ut(1, 15)),
        ("ten on the night of the eclipse", 10, ut(2, 20, 23)),
        ("eight on 1 March", 8, ut(3, 1)),
        ("five on the 15th", 5.4, ut(3, 15)),
        ("4.3 on 31 March", 4.3, ut(3, 31, 6)),
    ):
        yield Fact(f"Mars and Jupiter {words}", stated, apart(ae.Body.Mars, ae.Body.Jupiter, when), 0.4)
    closest, _ = least(lambda t: apart(ae.Body.Mars, ae.Body.Jupiter, t), ut(3, 20), 25, 0.25)
    yield Fact("… and nearest on 31 March", ut(3, 31, 12).ut, closest.ut, 1)
    yield Fact("Mars four degrees north of Regulus on 21 February", 4.0, apart(ae.Body.Mars, REGULUS, ut(2, 21, 6)), 0.1)
    venus = ae.SearchMaxElongation(ae.Body.Venus, ut(1, 1).AddDays(-10))
    yield Fact("Venus 47° from the Sun", 47, venus.elongation, 0.1)
    yield Fact("… on 3 January", ut(1, 3, 12).ut, venus.time.ut, 0.5)
    yield moment(
        "Mercury at greatest elongation, 3 February 06:20",
        ut(2, 3, 6, 20),
        ae.SearchMaxElongation(ae.Body.Mercury, ut(1, 15)).time,
        30,
    )
    yield moment("… and 17 March 06:57", ut(3, 17, 6, 57), ae.SearchMaxElongation(ae.Body.Mercury, ut(3, 1)).time, 30)
    yield Fact("Venus passes eight degrees north of Antares", 7.7, apart(ae.Body.Venus, ANTARES, ut(1, 17)), 0.2)
    oppositions = {b: _oppositions(b, 1979, 2100) for b in (ae.Body.Mars, ae.Body.Jupiter)}
    pairs = sorted((abs(m - j), m) for m in oppositions[ae.Body.Mars] for j in oppositions[ae.Body.Jupiter] if abs(m - j) < 15)
    yield Fact(
        "since February 1980 and until 2100 no pair of oppositions is as near: only 1980 is nearer",
        2027,
        ae.Time(pairs[1][1]).Utc().year,
        0,
    )
    yield Fact(
        "eighteen days apart in spring 2029",
        18,
        min(abs(m - j) for m in oppositions[ae.Body.Mars] for j in oppositions[ae.Body.Jupiter] if 10_600 < m < 10_800),
        0.5,
    )


def _oppositions(body: ae.Body, first: int, last: int) -> list[float]:
    found, when = [], ae.Time.Make(first, 1, 1, 0, 0, 0)
    while when.ut < ae.Time.Make(last, 1, 1, 0, 0, 0).ut:
        when = ae.SearchRelativeLongitude(body, 0, when)
        found.append(when.ut)
        when = when.AddDays(200)
    return found


def eclipse_facts() -> Iterator[Fact]:
    sun = ae.SearchGlobalSolarEclipse(ut(1, 1))
    yield moment("greatest eclipse of the Sun, 6 February 15:59:33", ut(2, 6, 15, 59).AddDays(33 / 86400), sun.peak, 0.2)
    yield Fact("… at 31.3° south", -31.3, sun.latitude, 0.05)
    yield Fact("… 48.5° west", -48.5, sun.longitude, 0.05)
    for name, lat, lon, clock, seconds, height in (
        ("Quellón", -43.12, -73.62, (14, 52), 423, 50),
        ("Esquel", -42.91, -71.32, (14, 56), 447, 52),
        ("Mar del Plata", -38.0, -57.55, (15, 28), 453, 66),
        ("Punta del Este", -34.95, -54.95, (15, 39), 322, 70),
        ("Abidjan", 5.32, -4.02, (17, 52), 77, 8),
        ("Accra", 5.6, -0.19, (17, 52), 325, 4),
    ):
        local = ae.SearchLocalSolarEclipse(ut(2, 5), ae.Observer(lat, lon, 0))
        yield moment(f"the ring's middle at {name}", ut(2, 6, *clock), local.peak.time)
        yield Fact(f"seconds of ring at {name}", seconds, (local.total_end.time.ut - local.total_begin.time.ut) * 86400, 3)
        yield Fact(f"the Sun's height at {name}", height, local.peak.altitude, 1)
    moon = ae.SearchLunarEclipse(ut(1, 1))
    yield moment("middle of the penumbral eclipse, 23:13", ut(2, 20, 23, 13), moon.peak)
    yield moment("… it begins 21:12", ut(2, 20, 21, 12), moon.peak.AddDays(-moon.sd_penum * MINUTE))
    yield moment("… it ends 01:14", ut(2, 21, 1, 14), moon.peak.AddDays(moon.sd_penum * MINUTE))
    spain = ae.SearchLocalSolarEclipse(ut(7, 25), FISTERRA)
    yield Fact("2 August: three quarters of the Sun covered at Fisterra", 0.75, spain.obscuration, 0.02)
    for when in (ut(2, 20, 21, 12), ut(2, 21, 1, 14)):
        yield Fact("all within twelve degrees of the Moon", 6, apart(ae.Body.Moon, ae.Body.Jupiter, when) / 2, 6)


def season_facts() -> Iterator[Fact]:
    yield moment("the equinox, 20 March 20:25", ut(3, 20, 20, 25), ae.Seasons(2027).mar_equinox)
    yield moment("perihelion, 3 January 02:08", ut(1, 3, 2, 8), ae.SearchPlanetApsis(ae.Body.Earth, ut(1, 1)).time, 30)
    yield Fact("147.1 million km", 147.1, distance_km(ae.Body.Sun, ut(1, 3, 2)) / 1e6, 0.05)
    for words, hours, month, day in (
        ("9 h 4 min on 1 January", 9 + 4 / 60, 1, 1),
        ("11 h 59 min on 17 March", 11 + 59 / 60, 3, 17),
        ("12 h 2 min on 18 March", 12 + 2 / 60, 3, 18),
        ("12 h 8 min at the equinox", 12 + 8 / 60, 3, 20),
        ("12 h 40 min on 31 March", 12 + 40 / 60, 3, 31),
    ):
        rise = ae.SearchRiseSet(ae.Body.Sun, HERE, ae.Direction.Rise, ut(month, day), 1)
        yield Fact(words, hours, (ae.SearchRiseSet(ae.Body.Sun, HERE, ae.Direction.Set, rise, 1).ut - rise.ut) * 24, 1 / 60)
    for words, minutes, month, day in (("95 minutes of twilight", 95, 3, 20), ("two hours and twenty at midsummer", 140, 6, 21)):
        sunset = ae.SearchRiseSet(ae.Body.Sun, HERE, ae.Direction.Set, ut(month, day, 12), 1)
        yield Fact(
            words, minutes, (ae.SearchAltitude(ae.Body.Sun, HERE, ae.Direction.Set, sunset, 1, -18).ut - sunset.ut) * 1440, 2
        )
    peak, _ = least(lambda t: abs(_sun_j2000(t) - 283.15), ut(1, 3), 2, MINUTE * 5)
    yield moment("the Quadrantids' peak (solar longitude 283.15°), 4 January 03:30", ut(1, 4, 3, 30), peak, 20)
    yield Fact(
        "Mercury a fist high half an hour after sunset",
        10.7,
        altitude(ae.Body.Mercury, ae.SearchAltitude(ae.Body.Sun, HERE, ae.Direction.Set, ut(2, 3, 12), 1, -6), HERE),
        0.5,
    )


def _sun_j2000(when: ae.Time) -> float:
    """The Sun's ecliptic longitude for the equinox of J2000."""
    v, e = ae.GeoVector(ae.Body.Sun, when, True), math.radians(23.4392911)
    return math.degrees(math.atan2(v.y * math.cos(e) + v.z * math.sin(e), v.x)) % 360


def tide_facts() -> Iterator[Fact]:
    turns = tides.extremes(ut(1, 23, 14), 10 / 24)
    (high, top), (low, bottom) = turns[0], turns[1]
    yield moment("high water at 11:14 Eastern time, 23 January", ut(1, 23, 16, 14), high, 3)
    yield moment("low water at 17:37", ut(1, 23, 22, 37), low, 3)
    yield Fact("3.50 metres above datum", 3.50, top, 0.01)
    yield Fact("−0.54", -0.54, bottom, 0.01)
    yield Fact("a fall of 4.04 metres", 4.04, top - bottom, 0.015)


def occultation_facts() -> Iterator[Fact]:
    for name, observer, start, clock in (
        ("Fisterra", FISTERRA, ut(3, 13, 22), (22, 32)),
        ("Cap Corse", CAP_CORSE, ut(3, 13, 22), (22, 27)),
    ):
        yield moment(f"{name} loses Taygeta about 22:30", ut(3, 13, *clock), _contact(observer, start, True), 3)
    yield moment("Sapporo: Taygeta comes out at 08:11", ut(1, 18, 8, 11), _contact(SAPPORO, ut(1, 18, 7, 45), False), 3)


def _contact(observer: ae.Observer, start: ae.Time, going: bool) -> ae.Time:
    """The first minute after `start` at which Taygeta is behind the Moon (going), or no longer."""
    star = ae.VectorFromSphere(ae.Spherical(TAYGETA[1], TAYGETA[0] * 15, 1.0), start)
    for k in range(180):
        when = start.AddDays(k * MINUTE)
        seen = ae.EquatorFromVector(ae.RotateVector(ae.Rotation_EQJ_EQD(when), ae.Vector(star.x, star.y, star.z, when)))
        moon = ae.Equator(ae.Body.Moon, when, observer, True, True)
        if (gap(moon, seen) < math.degrees(math.asin(MOON_KM / (moon.dist * AU_KM)))) == going:
            return when
    return start


def facts() -> Iterator[Fact]:
    for part in (moon_facts, planet_facts, eclipse_facts, season_facts, tide_facts, occultation_facts):
        yield from part()


def main() -> int:
    every = list(facts())
    for fact in every:
        print(f"{'ok  ' if fact.right else 'WRONG'} {fact.words}: {fact.stated:g}, computed {fact.computed:g}")
    wrong = sum(not fact.right for fact in every)
    print(f"{len(every)} facts, {wrong} wrong")
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
