"""How languages set quotes, dashes and spaces: data for typography.py, found by BCP 47 tag (`fr-CH`, else `fr`, else none)."""

from __future__ import annotations

from typing import NamedTuple

NBSP = "\u00a0"
NARROW = "\u202f"


class Convention(NamedTuple):
    """`quotes`: outer opening and closing, inner opening and closing. `spaced_dash`: what " - " and " -- " become.

    `inside_quotes`: the space inside «guillemets». `high_marks`: the space before ; ! ?; `colon`: before a colon.
    `grouped`: figures are grouped by spaces. `short_words` lean on the next word, `particles` on the one before them.
    `units` follow a number, `titles` come before a name or number, `months` follow a day; none may be torn off.
    `initials`: whether they stay with the surname at any price (in English an even line is worth more).
    """

    quotes: str = "“”‘’"
    spaced_dash: str = " – "
    inside_quotes: str = ""
    high_marks: str = ""
    colon: str = ""
    grouped: str = NBSP
    short_words: str = ""
    particles: str = ""
    units: str = ""
    titles: str = ""
    months: str = ""
    initials: bool = True


SI = (
    "km m cm mm µm nm km² m² cm² km³ m³ ha kg g mg t l ml s min h Hz kHz MHz GHz W kW MW GW TW kWh MWh GWh V kV A J kJ MJ "
    "Pa kPa MPa hPa °C °F K ° % ‰ € $ £ ¥ ₸ ₽ ₺ ₼ ₴ px pt dpi ppi kB MB GB TB bit"
)
_CYRILLIC_UNITS = " км м см мм га кг г т л с мин ч ц кВт МВт ГВт тыс. млн млрд трлн руб. тг тенге экз. чел. шт."
_LATIN_TITLES = "No. no. Nr. nr. Dr. Prof. St. p. pp. vol. fig. art. Art. § №"

_EAST = Convention("«»„“", f"{NBSP}— ", units=SI + _CYRILLIC_UNITS, titles="№ § г. ст. с. стр. рис. табл. им. ул. д. кв.")

CONVENTIONS: dict[str, Convention] = {
    "en": Convention(
        grouped="", initials=False, units=SI + " million billion trillion thousand percent a.m. p.m. am pm BC AD BCE CE",
        titles="No. no. Nos. p. pp. vol. fig. art. Art. § №",
        months="January February March April May June July August September October November December",
    ),
    "de": Convention(
        "„“‚‘", units=SI + " Mio. Mrd. Euro Uhr Jahre Prozent", titles=_LATIN_TITLES + " Hr. Fr. Abb. Bd. S. Abs.",
        months="Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    "fr": Convention(
        "«»“”", inside_quotes=NBSP, high_marks=NARROW, colon=NBSP, grouped=NARROW,
        units=SI + " millions milliards million milliard euros ans h",
        titles="n° N° nº M. MM. Mme Mmes Mlle Dr Pr Me art. p. § vol. fig.",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "fr-CH": Convention(
        "«»‹›", inside_quotes=NARROW, high_marks=NARROW, colon=NARROW, grouped=NARROW,
        units=SI + " millions milliards francs ans h",
        titles="n° N° M. MM. Mme Mmes Dr Pr Me art. p. § vol. fig.",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "fr-CA": Convention(
        "«»“”", inside_quotes=NBSP, colon=NBSP, units=SI + " millions milliards dollars ans h",
        titles="n° N° M. MM. Mme Mmes Dr Pr Me art. p. § vol. fig.",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "es": Convention("«»“”", units=SI + " millones mil euros", titles="n.º N.º Sr. Sra. Dr. Dra. art. p. pp. § vol. fig."),
    "es-419": Convention(
        "“”‘’", grouped=NBSP, units=SI + " millones mil", titles="n.º N.º Sr. Sra. Dr. Dra. art. p. pp. § vol. fig.",
    ),
    "it": Convention("«»“”", units=SI + " milioni miliardi euro", titles="n. N. Sig. Sig.ra Dott. Prof. art. p. pp. § vol. fig."),
    "pt": Convention("“”‘’", units=SI + " milhões bilhões reais", titles="n.º nº Sr. Sra. Dr. Dra. art. p. pp. § vol. fig."),
    "pt-PT": Convention("«»“”", units=SI + " milhões euros", titles="n.º nº Sr. Sra. Dr. Dra. art. p. pp. § vol. fig."),
    "nl": Convention("“”‘’", grouped="", units=SI + " miljoen miljard euro", titles=_LATIN_TITLES + " dhr. mw. blz."),
    "pl": Convention(
        "„”«»", short_words="a i o u w z", units=SI + " mln mld tys. zł r.", titles="nr Nr dr prof. ul. s. art. § t. rys.",
    ),
    "cs": Convention(
        "„“‚‘", short_words="a i k o s u v z", units=SI + " mil. mld. tis. Kč", titles="č. Dr. prof. ul. s. čl. § sv. obr.",
    ),
    "sk": Convention("„“‚‘", short_words="a i k o s u v z", units=SI + " mil. mld. tis.", titles="č. Dr. prof. ul. s. čl. §"),
    "hu": Convention("„”»«", units=SI + " millió milliárd ezer Ft", titles="Dr. dr. prof. §"),
    "sv": Convention("””’’", units=SI + " miljoner miljarder kr kronor", titles="nr Nr dr prof. s. kap. § fig."),
    "fi": Convention("””’’", units=SI + " miljoonaa miljardia euroa", titles="nro Nro s. luku § kuva"),
    "da": Convention("””’’", units=SI + " millioner milliarder kr.", titles="nr. Nr. dr. prof. s. kap. § fig."),
    "nb": Convention("«»‘’", units=SI + " millioner milliarder kr kroner", titles="nr. Nr. dr. prof. s. kap. § fig."),
    "el": Convention("«»“”", grouped="", units=SI + " εκατ. δισ. ευρώ", titles="αρ. κ. κκ. σ. σελ. §"),
    "ro": Convention("„”«»", units=SI + " milioane miliarde lei", titles="nr. dl. dna. art. p. §"),
    "hr": Convention("„”‘’", units=SI, titles="br. dr. prof. str. čl. §"),
    "sl": Convention("„“‚‘", units=SI, titles="št. dr. prof. str. čl. §"),
    "lt": Convention("„“‚‘", units=SI + " mln. mlrd. tūkst. m. d.", titles="Nr. dr. prof. p. §"),
    "lv": Convention("“”‘’", units=SI + " milj. mljrd. gads gada", titles="Nr. Dr. prof. lpp. §"),
    "et": Convention("„“‚‘", units=SI + " miljonit miljardit", titles="nr dr prof. lk §"),
    "bg": Convention("„“‚‘", " – ", units=SI + _CYRILLIC_UNITS + " г. лв.", titles="№ § г-н г-жа ул. стр. чл."),
    "sr": Convention("„”‚‘", " – ", units=SI + _CYRILLIC_UNITS, titles="бр. др проф. стр. §"),
    "ru": Convention(
        "«»„“", f"{NBSP}— ", short_words="а и о у в к с я", particles="же ли бы ж б",
        units=SI + _CYRILLIC_UNITS + " г. гг. в. вв. лет",
        titles="№ § г. ст. стр. рис. табл. им. ул. г-н г-жа проф. акад. п.",
        months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ),
    "uk": Convention(
        "«»„“", f"{NBSP}— ", short_words="а і й о у в з я", particles="ж же б би", units=SI + _CYRILLIC_UNITS + " р. рр. ст. грн",
        titles="№ § м. ст. стор. рис. ім. вул. п.",
        months="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    ),
    "be": Convention(
        "«»„“", f"{NBSP}— ", short_words="а і о у ў з я", units=SI + _CYRILLIC_UNITS + " г. гг. ст.",
        titles="№ § г. ст. мал. імя вул.",
        months="студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    ),
    "kk": Convention(
        "«»„“", f"{NBSP}– ", units=SI + _CYRILLIC_UNITS + " мың миллион миллиард жыл жылы жылғы ж. ғ. бет", titles="№ § қ. б.",
        months="қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан "
               "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда",
    ),
    "ky": _EAST, "mn": _EAST, "tg": _EAST, "tt": _EAST, "uz-Cyrl": _EAST,
    "tr": Convention(
        "“”‘’", grouped="", units=SI + " milyon milyar bin TL lira yıl", titles="No. no. Dr. Prof. Sn. s. m. § Md.",
        months="Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    ),
    "az": Convention(
        "«»“”", grouped="", units=SI + " milyon milyard min manat il", titles="№ s. m.",
        months="yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    ),
    "uz": Convention(
        "“”‘’", units=SI + " million milliard ming soʻm yil", titles="№ b. m.",
        months="yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    ),
}
_SAME_AS = {"nn": "nb", "no": "nb", "es-MX": "es-419", "es-AR": "es-419", "es-US": "es-419", "es-CO": "es-419", "es-CL": "es-419"}
PLAIN = Convention(units=SI, titles="No. § №")


def convention(language: str) -> Convention:
    """The convention of a BCP 47 tag; a modest one for languages that are not here."""
    for tag in (language, language.split("-", maxsplit=1)[0]):
        found = CONVENTIONS.get(_SAME_AS.get(tag, tag))
        if found is not None:
            return found
    return PLAIN
